import { createHash } from 'node:crypto';
import type { Clock } from '../../node/clock.ts';

interface Sleeper {
  readonly due: number;
  wake(): void;
}

/** A clock that stands still until a test moves it, and whose randomness is the same in every run. */
export interface FakeClock extends Clock {
  /** Moves time forward, waking each sleeper at its own due time and letting what it does next run. */
  advance(ms: number): Promise<void>;
  /** Sets the wall clock alone, as an administrator or a broken battery would. */
  setWall(time: number): void;
  /** How many delays are waiting now. */
  sleeping(): number;
}

const START = Date.UTC(2026, 0, 5, 12);

/** Lets every promise reaction that is ready run, and those that follow from them. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** Random bytes are SHA-256(seed, counter): different at each call, alike in each run. */
function fakeRandom(seed: string): (length: number) => Uint8Array {
  let counter = 0;
  return (length) => {
    const out = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) {
      const block = createHash('sha256')
        .update(`${seed} ${String(counter++)}`)
        .digest();
      out.set(block.subarray(0, Math.min(32, length - at)), at);
    }
    return out;
  };
}

export function createFakeClock(options: { start?: number; seed?: string } = {}): FakeClock {
  let elapsed = 0;
  let wallOffset = options.start ?? START;
  const sleepers = new Set<Sleeper>();

  const delay = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const abort = (): void => {
        sleepers.delete(sleeper);
        reject(signal?.reason as Error);
      };
      const sleeper: Sleeper = {
        due: elapsed + ms,
        wake: () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      if (signal?.aborted === true) abort();
      else if (ms <= 0) resolve();
      else {
        sleepers.add(sleeper);
        signal?.addEventListener('abort', abort, { once: true });
      }
    });

  const nextBefore = (end: number): Sleeper | undefined => {
    let next: Sleeper | undefined;
    for (const sleeper of sleepers) {
      if (sleeper.due <= end && (next === undefined || sleeper.due < next.due)) next = sleeper;
    }
    return next;
  };

  const advance = async (ms: number): Promise<void> => {
    const end = elapsed + ms;
    await settle();
    for (let next = nextBefore(end); next !== undefined; next = nextBefore(end)) {
      elapsed = Math.max(elapsed, next.due);
      next.wake();
      await settle();
    }
    elapsed = end;
    await settle();
  };

  return {
    now: () => wallOffset + elapsed,
    monotonic: () => elapsed,
    delay,
    randomBytes: fakeRandom(options.seed ?? 'comity'),
    advance,
    setWall: (time) => {
      wallOffset = time - elapsed;
    },
    sleeping: () => sleepers.size,
  };
}
