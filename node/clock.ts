import { randomBytes } from 'node:crypto';
import { setTimeout as timer } from 'node:timers/promises';
import type { Time } from '../protocol/value.ts';

/** All time and randomness that the daemon uses, so that a test or a simulation can decide both. */
export interface Clock {
  /** Wall clock, ms since 1970 UTC. It may jump either way: only for what people and partners are shown. */
  readonly now: () => Time;
  /** Milliseconds from an arbitrary start, never going back: for time-outs, rates and durations. */
  readonly monotonic: () => number;
  /**
   * Resolves after `ms` (at once for 0 or less); rejects with the reason of `signal` when that aborts first.
   */
  readonly delay: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** `length` unpredictable bytes, fit for keys, salts and ids. */
  readonly randomBytes: (length: number) => Uint8Array;
}

/** A clock that knows of itself how far it is to be believed. */
export interface SteadyClock extends Clock {
  /** A bound that the true time has passed, as far as can be known: nothing is called late before it. */
  readonly sure: () => Time;
  /**
   * How far the machine's clock is ahead of `now`, in ms, below 0 if it is behind. Undefined while it is
   * believed.
   */
  readonly doubt: () => number | undefined;
  /** The clock of the machine, believed or not: what clocks are compared by. */
  readonly machine: Clock;
}

/** setTimeout takes a longer delay for 1 ms. */
const TIMER_MS_MAX = 2 ** 31 - 1;

async function delay(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  for (let left = ms; left > 0; left -= TIMER_MS_MAX) {
    await timer(Math.min(left, TIMER_MS_MAX), undefined, { signal }).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    });
  }
}

/** Drawn at once: a draw takes as long for a nonce as for some hundred of them. */
const RESERVE_BYTES = 4096;
let reserve = Buffer.alloc(0);

/** Each byte is given away once, and stays in the memory of the taker alone. */
function unpredictable(length: number): Uint8Array {
  if (length > RESERVE_BYTES / 16) return randomBytes(length);
  if (reserve.length < length) reserve = randomBytes(RESERVE_BYTES);
  const taken = new Uint8Array(reserve.subarray(0, length));
  reserve.fill(0, 0, length);
  reserve = reserve.subarray(length);
  return taken;
}

/** The machine's clock and the kernel's randomness. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  delay,
  randomBytes: unpredictable,
};
