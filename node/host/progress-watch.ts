import { ComityError } from '../../protocol/errors.ts';
import type { FrameStream } from '../../protocol/frames.ts';
import { TIMES } from '../../protocol/limits.ts';
import type { Clock } from '../clock.ts';

/** Whoever is told that a stream of it is stuck. */
export interface Stuck {
  readonly ended: Promise<unknown>;
  end(reason: Error): void;
}

/**
 * Ends a session one of whose streams owes progress and makes none: half a frame, or no room for what is
 * written. One timer for all streams; no time limit on a whole transfer, however slow the link.
 */
export interface ProgressWatch {
  add(frames: FrameStream, owner: Stuck): void;
  /** Looks at all streams every third of the time that they have. Returns when the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
}

interface Watched {
  readonly frames: FrameStream;
  moved: number;
  movedAt: number;
}

const LOOKS = 3;

export function createProgressWatch(clock: Clock): ProgressWatch {
  const owners = new Map<Stuck, Watched[]>();
  const isStuck = (watched: Watched, now: number): boolean => {
    const { waiting, moved } = watched.frames.progress();
    if (!waiting || moved !== watched.moved) {
      watched.moved = moved;
      watched.movedAt = now;
    }
    return now - watched.movedAt >= TIMES.progressMs;
  };
  return {
    add(frames, owner) {
      const streams = owners.get(owner);
      const watched = { frames, moved: 0, movedAt: clock.monotonic() };
      if (streams === undefined) {
        owners.set(owner, [watched]);
        void owner.ended.then(() => owners.delete(owner));
      } else streams.push(watched);
    },
    async run(signal) {
      for (;;) {
        await clock.delay(TIMES.progressMs / LOOKS, signal);
        const now = clock.monotonic();
        for (const [owner, streams] of owners) {
          if (streams.some((watched) => isStuck(watched, now))) owner.end(stuck());
        }
      }
    },
  };
}

function stuck(): ComityError {
  const sentence = `A stream of the partner has not moved for ${TIMES.progressMs / 1000} s.`;
  return new ComityError('stuck', sentence);
}
