import type { Meter } from './costs.ts';
import type { FrameChannel } from './frames.ts';
import type { Timekeeper } from './timekeeper.ts';

const KIBI = 1024;

/**
 * Counts every frame that is read, and reads none while something is owed: whoever sends more than its
 * allowance waits, by the windows below, and nobody else does.
 */
export function meteredChannel(channel: FrameChannel, meter: Meter, clock: Timekeeper): FrameChannel {
  const over = new AbortController();
  return {
    async read() {
      for (let owed = meter.owedMs(); owed > 0; owed = meter.owedMs()) await clock.delay(owed, over.signal);
      const frame = await channel.read();
      if (frame === undefined) return undefined;
      meter.charge('frame');
      meter.charge('kibibyte', frame.length / KIBI);
      return frame;
    },
    write: (frame) => channel.write(frame),
    close: () => channel.close(),
    abort: (error) => {
      over.abort(error);
      channel.abort(error);
    },
  };
}
