import { expect } from 'chai';
import fc from 'fast-check';
import { createTokenBucket } from '../../../protocol/token-bucket.ts';

const allowance = { perSecond: 10, burst: 50 };

describe('a token bucket', () => {
  it('lets the burst be spent, and not one more', () => {
    const bucket = createTokenBucket(allowance);
    bucket.spend(50, 1000);
    expect(bucket.owedMs(1000)).to.equal(0);
    bucket.spend(1, 1000);
    expect(bucket.owedMs(1000)).to.equal(100);
  });

  it('gives so much back in each second, up to the burst', () => {
    const bucket = createTokenBucket(allowance);
    bucket.spend(70, 0);
    expect([bucket.owedMs(0), bucket.owedMs(1999), bucket.owedMs(2000)]).to.deep.equal([2000, 1, 0]);
    bucket.spend(50, 1_000_000);
    expect(bucket.owedMs(1_000_000)).to.equal(0);
  });

  it('never lets more be owed than the burst, however much was spent', () => {
    const bucket = createTokenBucket(allowance);
    bucket.spend(Infinity, 0);
    expect(bucket.owedMs(0)).to.equal(5000);
    expect(bucket.owedMs(5000)).to.equal(0);
  });

  it('takes back what was spent in vain, up to the burst', () => {
    const bucket = createTokenBucket(allowance);
    bucket.spend(60, 0);
    bucket.spend(-10, 0);
    expect(bucket.owedMs(0)).to.equal(0);
    bucket.spend(-1000, 0);
    bucket.spend(51, 0);
    expect(bucket.owedMs(0)).to.equal(100);
  });

  it('lets no more be spent over any time than the burst and what the time gives', () => {
    const step = fc.record({ wait: fc.nat(3000), amount: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const bucket = createTokenBucket(allowance);
        let now = 0;
        let spent = 0;
        for (const { wait, amount } of steps) {
          now += wait;
          if (bucket.owedMs(now) > 0) continue;
          bucket.spend(amount, now);
          spent += amount;
        }
        // The last one may overspend by what it is.
        return spent <= allowance.burst + (now / 1000) * allowance.perSecond + 40;
      }),
    );
  });
});
