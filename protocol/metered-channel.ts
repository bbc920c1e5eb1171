import type { Meter } from './costs.ts';
import type { FrameChannel } from './frames.ts';
import type { Timekeeper } from './timekeeper.ts';

const KIBI = 1024;

/**
 * Counts every frame that is read, and reads none while something is owed: whoever sends more than its
 * allowance waits, by the windows below, and nobody else does.
 */
export function meteredChannel(channel: FrameChannel, meter: Meter, clock: Timekeeper): FrameChannel {
  const slowed = slowedChannel(channel, { meter, clock, owedMsMax: 0 });
  return {
    ...slowed,
    async read() {
      const frame = await slowed.read();
      if (frame === undefined) return undefined;
      meter.charge('frame');
      meter.charge('kibibyte', frame.length / KIBI);
      return frame;
    },
  };
}

export interface Slowing {
  readonly meter: Meter;
  readonly clock: Timekeeper;
  /** Up to so much may be owed while frames are read. */
  readonly owedMsMax: number;
}

/** Reads nothing while more than so much is owed; what is counted, others count. */
export function slowedChannel(channel: FrameChannel, { meter, clock, owedMsMax }: Slowing): FrameChannel {
  const over = new AbortController();
  const excessMs = (): number => meter.owedMs() - owedMsMax;
  return {
    async read() {
      for (let ms = excessMs(); ms > 0; ms = excessMs()) await clock.delay(ms, over.signal);
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
