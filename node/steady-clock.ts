import type { Time } from '../protocol/value.ts';
import type { Clock, SteadyClock } from './clock.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How far a clock may be set at a time, or be from another one, and still be believed. */
export const STEP_MS = 5 * MINUTE_MS;
/** So long a node may have been off before it asks a partner for the time first. */
const OFF_MS_MAX = 30 * DAY_MS;

/** A steady clock with what tells it more. */
export interface KeptClock extends SteadyClock {
  /** Goes on from what an earlier life of the node was sure of. */
  resume(sure: Time): void;
  /** Takes the middle one of partners' clocks, so far ahead of the machine's: what agrees with it is right. */
  compare(aheadMs: number): void;
}

interface Reading {
  readonly time: Time;
  /** When that was, by the monotonic clock. */
  readonly at: number;
}

/**
 * A wall clock that does not jump. While the machine's clock goes on as the monotonic one does, it is
 * believed, with steps of some minutes. One that jumps is not: the time goes on from the last reading that
 * was believed, until the clock is right again or the clocks of partners agree with it.
 */
export function steadyClock(clock: Clock): KeptClock {
  const start = { time: clock.now(), at: clock.monotonic() };
  let believed: Reading = start;
  let aheadMsMax = STEP_MS;
  let sure: Reading = start;

  const after = ({ time, at }: Reading): Time => Math.floor(time + clock.monotonic() - at);
  const believe = (time: Time): Reading => {
    believed = { time, at: clock.monotonic() };
    aheadMsMax = STEP_MS;
    return believed;
  };
  const read = (): { readonly time: Time; readonly wall: Time } => {
    const [wall, expected] = [clock.now(), after(believed)];
    const aheadMs = wall - expected;
    if (aheadMs < -STEP_MS || aheadMs > aheadMsMax) return { time: expected, wall };
    return { time: believe(wall).time, wall };
  };

  return {
    ...clock,
    machine: clock,
    now: () => read().time,
    sure: () => after(sure),
    doubt: () => {
      const { time, wall } = read();
      return time === wall ? undefined : wall - time;
    },
    resume: (time) => {
      sure = { time, at: start.at };
      believed = sure;
      aheadMsMax = OFF_MS_MAX;
    },
    compare: (aheadMs) => {
      const { time, wall } = read();
      if (Math.abs(aheadMs) <= STEP_MS) sure = believe(wall);
      else if (Math.abs(wall + aheadMs - time) <= STEP_MS) sure = { time, at: clock.monotonic() };
    },
  };
}
