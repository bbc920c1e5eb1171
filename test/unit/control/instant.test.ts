import { expect } from 'chai';
import { fromInstant, toInstant } from '../../../protocol/control/instant.ts';

describe('instants of the control API', () => {
  it('are read as they are written', () => {
    const time = Date.UTC(2026, 10, 23, 18, 36, 50);
    expect(toInstant(time)).to.equal('2026-11-23T18:36:50.000Z');
    expect(fromInstant(toInstant(time))).to.equal(time);
  });

  it('are refused where no calendar has them', () => {
    for (const text of ['2026-99-01T00:00:00Z', '2026-11-23T25:00:00Z', '999999-01-01T00:00:00Z']) {
      expect(() => fromInstant(text), text).to.throw(/is no moment/);
    }
  });
});
