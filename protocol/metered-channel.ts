import type { Meter } from './costs.ts';
import type { FrameChannel } from './frames.ts';
import type { Timekeeper } from './timekeeper.ts';

const KIBI = 1024;

/** Frames of one channel between two turns of the event loop, in which all others have theirs. */
const FRAMES_A_TURN = 8;

export interface Metering {
  readonly meter: Meter;
  readonly clock: Timekeeper;
  /** Resolves after one turn of the event loop. */
  readonly turn: () => Promise<void>;
}

/**
 * Counts every frame that is read, and reads none while something is owed: whoever sends more than its
 * allowance waits, by the windows below, and nobody else does.
 */
export function meteredChannel(channel: FrameChannel, metering: Metering): FrameChannel {
  const { meter } = metering;
  const slowed = slowedChannel(channel, { ...metering, owedMsMax: 0 });
  return {
    ...slowed,
    async read() {
      const frame = await slowed.read();
      if (frame === undefined) return undefined;
      meter.charge('frame');
      meter.charge('listKibibyte', frame.length / KIBI);
      return frame;
    },
  };
}

export interface Slowing extends Metering {
  /** Up to so much may be owed while frames are read. */
  readonly owedMsMax: number;
}

/**
 * Reads nothing while more than so much is owed; what is counted, others count. Frames that are here already
 * are read without the event loop having a turn: now and then it gets one, however many there are.
 */
export function slowedChannel(channel: FrameChannel, slowing: Slowing): FrameChannel {
  const { meter, clock, owedMsMax, turn } = slowing;
  let frames = 0;
  const over = new AbortController();
  const excessMs = (): number => meter.owedMs() - owedMsMax;
  return {
    async read() {
      for (let ms = excessMs(); ms > 0; ms = excessMs()) await clock.delay(ms, over.signal);
      if (++frames % FRAMES_A_TURN === 0) await turn();
      return channel.read();
    },
    write: (frame) => channel.write(frame),
    close: () => channel.close(),
    abort: (error) => {
      over.abort(error);
      channel.abort(error);
    },
  };
}
