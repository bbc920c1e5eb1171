import assert from 'node:assert/strict';
import { planOf } from './plan.ts';
import { runSeed } from './run-seed.ts';
import { simulate } from './simulation.ts';

const SEEDS = 100;
const FIRST = 1;

describe('States whose nodes crash, whose lines break and whose clocks go wrong', function () {
  this.timeout(120_000);

  it(`lose nothing, double nothing and agree on every case, with ${SEEDS} seeds`, async () => {
    let accepted = 0;
    for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) accepted += (await runSeed(seed)).accepted;
    assert.ok(accepted > 4 * SEEDS, `${accepted} items`);
  });

  it('do the same again with the same seed', async () => {
    const plan = planOf(FIRST + 1);
    assert.deepEqual(await simulate(plan), await simulate(plan));
  });
});
