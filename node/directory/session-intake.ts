import type { ProfileIntake } from '../../protocol/directory/server.ts';
import { isComityError } from '../../protocol/errors.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Log } from '../log.ts';
import type { Directory, ProfileVersion } from './directory.ts';
import type { Errand } from './under-way.ts';

/** One session, and what of the directory works in it. */
export interface IntakeSession {
  readonly directory: Pick<Directory, 'wanted' | 'missing' | 'takeUp' | 'room'>;
  readonly log: Log;
  readonly party: string;
  /** Aborts when nothing new should be begun. */
  readonly draining: AbortSignal;
  /** For what the partner is asked in this session. */
  readonly errand: Errand;
  /** Hears of each inventory. */
  readonly hear: (inventory: readonly ProfileVersion[]) => void;
}

/** What a partner brings in one session: asked for only if nobody else is bringing it, and no faster than it may. */
export function sessionIntake(session: IntakeSession): ProfileIntake {
  const { directory, party, draining, errand, hear } = session;
  return {
    wanted: async (inventory, asked) => {
      errand.end();
      hear(inventory);
      const missing = (of: ReadonlySet<Hex>): Hex[] =>
        directory.missing(
          inventory.filter(({ digest }) => of.has(digest)),
          party,
        );
      const wanted = await directory.wanted(inventory, party, draining);
      return chosen(errand, { wanted, asked, missing });
    },
    takeUp: async (bytes) => {
      await takeUp(session, bytes);
      // Whoever sends what was not asked for is read as slowly as whoever asks too often.
      await directory.room(party, draining);
    },
  };
}

interface Choice {
  readonly wanted: readonly Hex[];
  /** Of this partner, in this round: it did not have it. */
  readonly asked: ReadonlySet<Hex>;
  /** Which of these are wanted still. */
  readonly missing: (of: ReadonlySet<Hex>) => Hex[];
}

/** What to ask a partner for: nothing that another one is bringing, unless that one does not. */
async function chosen(errand: Errand, { wanted, asked, missing }: Choice): Promise<readonly Hex[]> {
  for (let open = wanted; ; open = missing(new Set(open))) {
    open = open.filter((digest) => !asked.has(digest));
    const digests = errand.take(open);
    if (digests.length > 0 || open.length === 0) return digests;
    await errand.ended(open[0]);
  }
}

/**
 * A profile that can't be taken up costs its bringer nothing but a line in the log: it may have it from
 * somebody else.
 */
async function takeUp({ directory, log, party }: IntakeSession, bytes: Uint8Array): Promise<void> {
  try {
    await directory.takeUp(bytes, { partner: party });
  } catch (error) {
    if (!isComityError(error)) throw error;
    log.warn({ partner: party, error }, 'a profile that a partner passed on was not taken up');
  }
}
