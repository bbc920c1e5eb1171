import { expect } from 'chai';
import fc from 'fast-check';
import { covers, createNumberSet } from '../../../../protocol/delivery/number-set.ts';

describe('createNumberSet', () => {
  it('keeps the watermark and the ranges above it, whatever the order and repetition', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 80 }), (numbers) => {
        const set = createNumberSet();
        const expected = new Set<number>();
        for (const number of numbers) {
          expect(set.add(number)).to.equal(!expected.has(number));
          expected.add(number);
        }
        const link = { epoch: '', watermark: set.watermark, ranges: set.ranges() };
        for (let number = 1; number <= 61; number++) {
          expect(set.has(number)).to.equal(expected.has(number));
          expect(covers(link, number)).to.equal(expected.has(number));
        }
        let before = set.watermark;
        for (const { first, last } of set.ranges()) {
          expect(first).to.be.greaterThan(before + 1);
          expect(last).to.be.at.least(first);
          before = last;
        }
        const again = createNumberSet(link);
        expect([again.watermark, again.ranges()]).to.deep.equal([set.watermark, set.ranges()]);
      }),
    );
  });

  it('takes a number that opens no further range, however many there are', () => {
    const set = createNumberSet();
    [3, 5, 7].forEach((number) => set.add(number));
    expect([1, 4, 5, 6, 8, 9].map((number) => set.takes(number, 3))).to.deep.equal([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(set.takes(9, 4)).to.equal(true);
  });
});
