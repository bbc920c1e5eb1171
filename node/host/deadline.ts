import type { Clock } from '../clock.ts';

/** Runs `late` if the work has not settled after so many ms, and gives what the work gives. */
export async function withDeadline<T>(
  clock: Clock,
  ms: number,
  work: Promise<T>,
  late: () => void,
): Promise<T> {
  const done = new AbortController();
  const timer = clock.delay(ms, done.signal).then(late, () => undefined);
  try {
    return await work;
  } finally {
    done.abort();
    await timer;
  }
}
