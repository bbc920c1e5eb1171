import { isComityError } from '../../protocol/errors.ts';
import { offerProfiles } from '../../protocol/directory/client.ts';
import { takeProfiles } from '../../protocol/directory/server.ts';
import type { FrameChannel } from '../../protocol/frames.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Log } from '../log.ts';
import { createBell, type Bell } from '../supervise.ts';
import type { Directory, ProfileVersion } from './directory.ts';

/** What the exchange may know of the session that it runs in. */
export interface ExchangeSession {
  readonly party: string;
  /** Aborts when nothing new should be begun. */
  readonly draining: AbortSignal;
}

/**
 * The directory protocol in every session: each side offers on its own stream, and offers again when it has
 * news.
 */
export interface Exchange {
  drive(channel: FrameChannel, session: ExchangeSession): Promise<void>;
  serve(channel: FrameChannel, session: ExchangeSession): Promise<void>;
  /**
   * Sends these to a partner who can't verify an item without them. Nothing happens while there is no
   * session.
   */
  give(party: string, digests: readonly Hex[]): void;
}

interface Link {
  readonly bell: Bell;
  readonly asked: Set<Hex>;
  /** By party, which version the other side was told of in this session. */
  readonly told: Map<string, Hex>;
  news: boolean;
}

export function createExchange(directory: Directory, log: Log): Exchange {
  const links = new Map<string, Set<Link>>();
  // Made once for each change, not once more for each partner.
  let inventory: readonly ProfileVersion[] | undefined;
  directory.onChanged(() => {
    inventory = undefined;
    for (const link of [...links.values()].flatMap((set) => [...set])) {
      link.news = true;
      link.bell.ring();
    }
  });
  const source = {
    inventory: () => (inventory ??= directory.inventory()),
    signedProfile: (digest: Hex) => directory.signedProfile(digest),
  };
  return {
    async drive(channel, { party, draining }) {
      const link: Link = { bell: createBell(), asked: new Set(), told: new Map(), news: true };
      const set = links.get(party) ?? new Set();
      links.set(party, set.add(link));
      try {
        for (let open = true; open && !draining.aborted;) {
          open = await runRound(channel, link, source);
          if (open) await heard(link, draining);
        }
      } finally {
        set.delete(link);
      }
    },
    serve: (channel, { party, draining }) =>
      takeProfiles(channel, {
        wanted: (inventory) => directory.wanted(inventory, party, draining),
        takeUp: async (bytes) => {
          await takeUp(directory, log, { bytes, party });
          // Whoever sends what was not asked for is read as slowly as whoever asks too often.
          await directory.room(party, draining);
        },
      }),
    give(party, digests) {
      for (const link of links.get(party) ?? []) {
        // What is not on file is never given; were it kept, a partner could ask without end.
        for (const digest of digests) {
          if (directory.signedProfile(digest) !== undefined) link.asked.add(digest);
        }
        link.bell.ring();
      }
    },
  };
}

type Source = Parameters<typeof offerProfiles>[1];

async function runRound(channel: FrameChannel, link: Link, source: Source): Promise<boolean> {
  if (link.asked.size > 0) {
    const asked = [...link.asked];
    link.asked.clear();
    if (!(await offerProfiles(channel, source, asked))) return false;
  }
  if (!link.news) return true;
  link.news = false;
  const { told } = link;
  const news = source.inventory().filter(({ party, digest }) => told.get(party) !== digest);
  if (news.length === 0) return true;
  for (const { party, digest } of news) told.set(party, digest);
  return offerProfiles(channel, { ...source, inventory: () => news });
}

/** Waits until there is something to say, or no time left to say it. */
async function heard(link: Link, draining: AbortSignal): Promise<void> {
  if (link.news || link.asked.size > 0) return;
  await link.bell.heard(draining).catch((error: unknown) => {
    if (!draining.aborted) throw error;
  });
}

/**
 * A profile that can't be taken up costs its bringer nothing but a line in the log: it may have it from
 * somebody else.
 */
async function takeUp(
  directory: Directory,
  log: Log,
  { bytes, party }: { readonly bytes: Uint8Array; readonly party: string },
): Promise<void> {
  try {
    await directory.takeUp(bytes, { partner: party });
  } catch (error) {
    if (!isComityError(error)) throw error;
    log.warn({ partner: party, error }, 'a profile that a partner passed on was not taken up');
  }
}
