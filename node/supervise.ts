import { type Bell, createBell } from '../protocol/bell.ts';
import { isComityError } from '../protocol/errors.ts';
import type { Clock } from './clock.ts';

export { type Bell, createBell };

/** Bounds of the pause between two attempts, in ms. */
export interface Backoff {
  readonly minMs: number;
  readonly maxMs: number;
}

/**
 * How long to wait after so many attempts that failed: exponential with full jitter, anything between nothing
 * and the doubled bound, so that nodes that lost each other at the same moment do not all come back at the
 * same moment.
 *
 * @param fraction random, from 0 up to 1
 */
export function backoffMs(attempts: number, fraction: number, { minMs, maxMs }: Backoff): number {
  const bound = Math.min(maxMs, minMs * 2 ** Math.max(0, attempts - 1));
  return Math.round(fraction * bound);
}

/** A number from 0 up to 1 out of the clock's randomness. */
export function randomFraction(clock: Pick<Clock, 'randomBytes'>): number {
  return Buffer.from(clock.randomBytes(6)).readUIntBE(0, 6) / 2 ** 48;
}

/** Resolves after one turn of the event loop: what has come in meanwhile has its turn before. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/**
 * What a service does besides answering calls. No promise floats: each is known here until it has settled.
 */
export interface Tasks {
  /** Aborts when the service stops. */
  readonly signal: AbortSignal;
  /** Runs until it returns or the signal aborts. What it throws before that is a bug, and goes to `onBug`. */
  spawn(run: (signal: AbortSignal) => Promise<void>): void;
  /** Aborts the signal and waits for all that runs. */
  stop(): Promise<void>;
}

/** @param onBug hears of what no task was made to throw; the daemon then ends. */
export function createTasks(onBug: (error: unknown) => void): Tasks {
  const over = new AbortController();
  const running = new Set<Promise<void>>();
  return {
    signal: over.signal,
    spawn(run) {
      if (over.signal.aborted) return;
      const task: Promise<void> = run(over.signal)
        .catch((error: unknown) => {
          if (!over.signal.aborted) onBug(error);
        })
        .finally(() => running.delete(task));
      running.add(task);
    },
    async stop() {
      over.abort(new Error('the service has stopped'));
      await Promise.all(running);
    },
  };
}

/**
 * Does something now and after each pause, or when the bell rings, until the signal aborts. What the disk
 * does not confirm is done the next time: by then the store is open again, or the process has ended.
 */
export async function repeat(
  task: () => Promise<void>,
  {
    clock,
    pauseMs,
    signal,
    bell,
  }: {
    readonly clock: Pick<Clock, 'delay'>;
    readonly pauseMs: number;
    readonly signal: AbortSignal;
    readonly bell?: Bell;
  },
): Promise<void> {
  for (;;) {
    await task().catch((error: unknown) => {
      if (!isComityError(error) || error.code !== 'storage-failed') throw error;
    });
    await (bell === undefined ? clock.delay(pauseMs, signal) : pause(clock, pauseMs, bell, signal));
  }
}

/** Waits for a time or for the bell, whichever comes first; rejects when the signal aborts. */
export async function pause(
  clock: Pick<Clock, 'delay'>,
  ms: number,
  bell: Bell,
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  try {
    await Promise.race([clock.delay(ms, either), bell.heard(either)]);
  } finally {
    over.abort();
  }
}
