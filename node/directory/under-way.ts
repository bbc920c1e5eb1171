import { COUNTS, PROFILES } from '../../protocol/limits.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Clock } from '../clock.ts';

/**
 * Which profiles are on their way here. What many partners offer at once is asked of one of them; of the next
 * one if it has not come in time.
 */
export interface UnderWay {
  /** For what one partner is asked in one stream. */
  errand(): Errand;
}

export interface Errand {
  /**
   * Those of these that nobody else is asked for, at most `COUNTS.wantedProfiles`: from now on this partner
   * is. Must come after `end`.
   */
  take(digests: readonly Hex[]): Hex[];
  /** What was taken has come, or will not: others may be asked. */
  end(): void;
  /** Resolves once another one's errand for this has ended, or has taken too long; at once if there is none. */
  ended(digest: Hex | undefined): Promise<void>;
}

interface Taken {
  readonly over: PromiseWithResolvers<undefined>;
  readonly stop: AbortController;
  readonly digests: readonly Hex[];
}

/** Made once: a signal would draw up an error, with its stack, each time. */
const ENDED = new Error('the errand has ended');

export function createUnderWay(clock: Pick<Clock, 'delay'>): UnderWay {
  const asked = new Map<Hex, Taken>();
  const free = (taken: Taken): void => {
    for (const digest of taken.digests) if (asked.get(digest) === taken) asked.delete(digest);
    taken.over.resolve(undefined);
  };
  const take = (digests: readonly Hex[]): Taken => {
    const taken = { over: Promise.withResolvers<undefined>(), stop: new AbortController(), digests };
    for (const digest of digests) asked.set(digest, taken);
    // The clock rejects when the errand ends before its time.
    clock.delay(PROFILES.askedMs, taken.stop.signal).then(
      () => {
        free(taken);
      },
      () => undefined,
    );
    return taken;
  };
  return {
    errand() {
      let taken: Taken | undefined;
      return {
        take(digests) {
          const own = digests.filter((digest) => !asked.has(digest)).slice(0, COUNTS.wantedProfiles);
          if (own.length > 0) taken = take(own);
          return own;
        },
        end() {
          if (taken === undefined) return;
          taken.stop.abort(ENDED);
          free(taken);
          taken = undefined;
        },
        ended: async (digest) => {
          await asked.get(digest ?? '')?.over.promise;
        },
      };
    },
  };
}
