import assert from 'node:assert/strict';
import { type PartResult, reliabilityRows } from '../../../scripts/soak/reliability.ts';
import { tableText } from '../../../scripts/soak/table.ts';

const verdictOf = (part: string, result: PartResult): string[] => {
  const rows = reliabilityRows(new Map([[part, result]]));
  return rows.map((row) => row.at(-1) ?? '').filter((verdict) => verdict !== 'not run');
};

describe('the table of reliability', () => {
  it('says of each aim whether it was met, is on its way, was missed, or was not tried', () => {
    const killed = (kills: number, servingMaxMs: number): PartResult => ({
      rows: [
        { kills: 20, servingMaxMs: 900 },
        { kills, servingMaxMs },
      ],
    });
    assert.deepEqual(verdictOf('kill', killed(200, 1900)), ['met']);
    assert.deepEqual(verdictOf('kill', killed(40, 1900)), ['so far']);
    assert.deepEqual(verdictOf('kill', killed(200, 2100)), ['missed']);
    assert.deepEqual(verdictOf('kill', { rows: [] }), []);
    assert.deepEqual(verdictOf('lines', { rows: [{ rounds: 3 }], error: 'an item is gone' }), ['missed']);
  });

  it('misses what lost anything, however much was done', () => {
    assert.deepEqual(verdictOf('power', { rows: [{ rounds: 50, acknowledged: 900, lost: 1 }] }), ['missed']);
    assert.deepEqual(verdictOf('disk', { rows: [{ rounds: 9, wrong: 1 }] }), ['missed']);
    assert.deepEqual(verdictOf('sim', { rows: [{ seeds: 10_000, failed: 2 }] }), ['missed']);
    assert.deepEqual(verdictOf('power', { rows: [{ rounds: 0, why: 'this needs root' }] }), []);
  });

  it('goes by the worst attack, and not by what the node does in peace', () => {
    const row = (attack: string, keptPercent: number, times = 9) => ({
      ...{ attack, times, keptPercent, grownMebibytes: 5 },
    });
    assert.deepEqual(verdictOf('hostile', { rows: [row('nothing', 50), row('noise', 97)] }), ['met']);
    assert.deepEqual(verdictOf('hostile', { rows: [row('bytes', 97), row('noise', 89)] }), ['missed']);
    assert.deepEqual(verdictOf('hostile', { rows: [row('bytes', 97), row('noise', 97, 0)] }), ['so far']);
  });

  it('stands in columns', () => {
    const rows = [
      ['attack', 'kept %'],
      ['noise', 97],
      ['silence', 100],
    ];
    assert.equal(tableText(rows), 'attack   kept %\nnoise        97\nsilence     100\n');
  });
});
