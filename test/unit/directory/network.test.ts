import assert from 'node:assert/strict';
import type { Figure } from '../../../scripts/bench/figure.ts';
import { measureNetwork } from '../../../scripts/bench/scale-network.ts';

describe('a network of directories', () => {
  it('in which each knows one other comes to know all, once operators have approved them', async () => {
    const figures: Figure[] = [];
    await measureNetwork((figure) => figures.push(figure), 8);
    assert.deepEqual(figures[0]?.detail['sessions'], 28);
  });
});
