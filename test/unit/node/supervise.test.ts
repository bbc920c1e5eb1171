import { expect } from 'chai';
import fc from 'fast-check';
import { ComityError } from '../../../protocol/errors.ts';
import { backoffMs, createBell, createTasks, randomFraction, repeat } from '../../../node/supervise.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const bounds = { minMs: 1000, maxMs: 300_000 };

describe('backoffMs', () => {
  it('doubles its bound with each attempt, up to the cap', () => {
    const almost = (attempts: number): number => backoffMs(attempts, 1, bounds);
    expect([0, 1, 2, 3, 9, 10, 2000].map(almost)).to.deep.equal([
      1000, 1000, 2000, 4000, 256_000, 300_000, 300_000,
    ]);
  });

  it('lies anywhere between nothing and its bound', () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempts, fraction) => {
          const ms = backoffMs(attempts, fraction, bounds);
          return ms >= 0 && ms <= bounds.maxMs;
        },
      ),
    );
    expect(backoffMs(5, 0, bounds)).to.equal(0);
  });

  it('draws fractions from the clock, all below one', () => {
    const clock = createFakeClock();
    const drawn = Array.from({ length: 100 }, () => randomFraction(clock));
    expect(drawn.every((fraction) => fraction >= 0 && fraction < 1)).to.equal(true);
    expect(new Set(drawn).size).to.equal(100);
  });
});

describe('createTasks', () => {
  it('hands what a task throws to the owner, unless the service has stopped', async () => {
    const bugs: unknown[] = [];
    const tasks = createTasks((error) => bugs.push(error));
    const bug = new TypeError('a bug');
    const reported = Promise.withResolvers<undefined>();
    tasks.spawn(async () => {
      await Promise.resolve();
      throw bug;
    });
    tasks.spawn(async (signal) => {
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('stopped'));
        });
      });
    });
    setImmediate(() => {
      reported.resolve(undefined);
    });
    await reported.promise;
    await tasks.stop();
    expect(bugs).to.deep.equal([bug]);
  });

  it('starts nothing more once stopped', async () => {
    const tasks = createTasks(() => expect.fail('a bug'));
    await tasks.stop();
    tasks.spawn(() => expect.fail('started'));
  });
});

describe('createBell', () => {
  it('wakes who waits, keeps one ring for who comes later, and lets waiters give up', async () => {
    const bell = createBell();
    bell.ring();
    bell.ring();
    await bell.heard();
    const waiting = bell.heard();
    bell.ring();
    await waiting;
    const over = new AbortController();
    const given = bell.heard(over.signal).then(
      () => 'heard',
      () => 'gave up',
    );
    over.abort(new Error('over'));
    expect(await given).to.equal('gave up');
    bell.ring();
    await bell.heard();
  });
});

describe('repeat', () => {
  const refusing = new ComityError('storage-failed', 'The disk did not confirm a change.');
  const ended = new Error('ended');

  /** A task that fails so, and what ends the repeating after two pauses. */
  async function repeated(error: Error): Promise<{ readonly times: number; readonly by: unknown }> {
    let [times, pauses] = [0, 0];
    const delay = (): Promise<void> => (++pauses > 2 ? Promise.reject(ended) : Promise.resolve());
    const task = (): Promise<void> => {
      times += 1;
      return Promise.reject(error);
    };
    const { signal } = new AbortController();
    const by: unknown = await repeat(task, { clock: { delay }, pauseMs: 1, signal }).catch(
      (thrown: unknown) => thrown,
    );
    return { times, by };
  }

  it('does again what the disk did not confirm', async () => {
    expect(await repeated(refusing)).to.deep.equal({ times: 3, by: ended });
  });

  it('ends with whatever else a task throws', async () => {
    const bug = new TypeError('a bug');
    expect(await repeated(bug)).to.deep.equal({ times: 1, by: bug });
  });
});
