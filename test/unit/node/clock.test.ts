import { expect } from 'chai';
import { systemClock } from '../../../node/clock.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const reason = new Error('enough');
const outcomeOf = (promise: Promise<void>): Promise<unknown> =>
  promise.then(
    () => 'over',
    (error: unknown) => error,
  );

for (const [name, clock] of [
  ['the system clock', systemClock],
  ['the fake clock', createFakeClock()],
] as const) {
  describe(name, () => {
    it('gives whole milliseconds of now, and a monotonic time that does not go back', () => {
      expect(clock.now()).to.be.above(Date.UTC(2025, 0)).and.to.satisfy(Number.isInteger);
      const before = clock.monotonic();
      expect(clock.monotonic()).to.be.at.least(before);
    });

    it('ends a delay of nothing at once, and one that is given up with the reason', async () => {
      expect(await outcomeOf(clock.delay(0))).to.equal('over');
      expect(await outcomeOf(clock.delay(-5))).to.equal('over');
      expect(await outcomeOf(clock.delay(1e6, AbortSignal.abort(reason)))).to.equal(reason);
      const control = new AbortController();
      // Longer than a timer can wait: it must not end early.
      const waiting = outcomeOf(clock.delay(2 ** 32, control.signal));
      control.abort(reason);
      expect(await waiting).to.equal(reason);
    });

    it('draws as many bytes as asked, never the same', () => {
      expect(clock.randomBytes(0)).to.have.length(0);
      expect(clock.randomBytes(100)).to.have.length(100);
      expect(clock.randomBytes(16)).not.to.deep.equal(clock.randomBytes(16));
    });
  });
}

describe('the system clock', () => {
  it('waits for as long as it is told', async () => {
    const start = systemClock.monotonic();
    await systemClock.delay(5);
    // A timer may be a fraction of a millisecond early.
    expect(systemClock.monotonic() - start).to.be.at.least(4);
  });

  it('draws random bytes of any length that nobody was given before and nobody else can change', () => {
    const drawn = Array.from({ length: 1000 }, (_, count) => systemClock.randomBytes(16 + (count % 500)));
    for (const [count, bytes] of drawn.entries()) {
      expect(bytes).to.have.length(16 + (count % 500));
      if (bytes.length <= 256) expect(bytes.buffer.byteLength).to.equal(bytes.length);
    }
    const beginnings = drawn.map((bytes) => Buffer.from(bytes.subarray(0, 16)).toString('hex'));
    expect(new Set(beginnings)).to.have.length(drawn.length);
  });
});

describe('the fake clock', () => {
  it('wakes sleepers at their own times, in order, and lets them sleep again', async () => {
    const clock = createFakeClock({ start: 0 });
    const woken: [string, number][] = [];
    const sleeper = async (name: string, ms: number): Promise<void> => {
      for (let round = 0; round < 3; round++) {
        await clock.delay(ms);
        woken.push([name, clock.now()]);
      }
    };
    const sleeping = Promise.all([sleeper('a', 30), sleeper('b', 40)]);
    await clock.advance(85);
    expect(woken).to.deep.equal([
      ['a', 30],
      ['b', 40],
      ['a', 60],
      ['b', 80],
    ]);
    expect(clock.sleeping()).to.equal(2);
    await clock.advance(1000);
    await sleeping;
    expect(clock.sleeping()).to.equal(0);
    expect(clock.monotonic()).to.equal(1085);
  });

  it('can have its wall clock set without waking anybody', async () => {
    const clock = createFakeClock({ start: 0 });
    const outcome = outcomeOf(clock.delay(10));
    clock.setWall(1_000_000);
    expect(clock.now()).to.equal(1_000_000);
    expect(clock.sleeping()).to.equal(1);
    await clock.advance(10);
    expect(await outcome).to.equal('over');
    expect(clock.now()).to.equal(1_000_010);
  });

  it('draws the same bytes in every run, and others for another seed', () => {
    const draw = (seed: string): Uint8Array => createFakeClock({ seed }).randomBytes(40);
    expect(draw('a')).to.deep.equal(draw('a'));
    expect(draw('a')).not.to.deep.equal(draw('b'));
  });
});
