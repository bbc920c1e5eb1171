import { expect } from 'chai';
import { GivenNumbers } from '../../../../node/outbox/given-numbers.ts';
import { UNDER_WAY_MAX } from '../../../../node/outbox/outbox-repository.ts';

const EPOCH = '00'.repeat(16);

describe('the numbers of an epoch', () => {
  it('are given in order, first those that were never committed', () => {
    const numbers = new GivenNumbers({ last: 5, unused: [2, 4] });
    expect([numbers.give(), numbers.give(), numbers.give()]).to.deep.equal([2, 4, 6]);
  });

  it('stand for nothing where nothing is known of them', () => {
    const numbers = new GivenNumbers({ last: 5, unused: [2, 4] });
    const ranges = [
      { first: 3, last: 3 },
      { first: 5, last: 5 },
    ];
    expect(numbers.state(EPOCH)).to.deep.equal({ epoch: EPOCH, watermark: 1, ranges });
    expect(numbers.whole).to.equal(1);
  });

  it('are known again when a partner says what they were, whatever lies between them', () => {
    const numbers = new GivenNumbers({ last: 0, unused: [] });
    numbers.recall(3);
    expect(numbers.state(EPOCH)).to.deep.equal({
      epoch: EPOCH,
      watermark: 0,
      ranges: [{ first: 3, last: 3 }],
    });
    numbers.recall(1);
    numbers.recall(2);
    expect(numbers.state(EPOCH)).to.deep.equal({ epoch: EPOCH, watermark: 3, ranges: [] });
  });

  it('are not recalled where it is known what they stand for', () => {
    const numbers = new GivenNumbers({ last: 3, unused: [2] });
    expect([1, 2, 3, 4].map((number) => numbers.mayRecall(number))).to.deep.equal([false, true, false, true]);
  });

  it('are not taken from a partner who leaves more of them out than are kept', () => {
    const numbers = new GivenNumbers({ last: 0, unused: [] });
    expect(numbers.mayRecall(UNDER_WAY_MAX)).to.equal(true);
    expect(numbers.mayRecall(UNDER_WAY_MAX + 1)).to.equal(false);
  });
});
