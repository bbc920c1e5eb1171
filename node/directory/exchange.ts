import { isComityError } from '../../protocol/errors.ts';
import { offerProfiles } from '../../protocol/directory/client.ts';
import { takeProfiles } from '../../protocol/directory/server.ts';
import type { FrameChannel } from '../../protocol/frames.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createBell, type Bell } from '../supervise.ts';
import type { Directory, ProfileVersion } from './directory.ts';
import { createUnderWay, type Errand } from './under-way.ts';

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

export interface ExchangeDependencies {
  readonly directory: Directory;
  readonly clock: Pick<Clock, 'delay'>;
  readonly log: Log;
}

export function createExchange({ directory, clock, log }: ExchangeDependencies): Exchange {
  const underWay = createUnderWay(clock);
  const links = new Map<string, Set<Link>>();
  // Made once for each change, not once more for each partner.
  let inventory: readonly ProfileVersion[] | undefined;
  directory.onChanged(() => {
    inventory = undefined;
    for (const set of links.values()) {
      for (const link of set) {
        link.news = true;
        link.bell.ring();
      }
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
      // One listener for as long as the session lasts: there are as many waits as there is news.
      const wake = (): void => {
        link.bell.ring();
      };
      draining.addEventListener('abort', wake);
      try {
        for (let open = true; open && !draining.aborted;) {
          open = await runRound(channel, link, source);
          if (open && isIdle(link, draining)) await link.bell.heard();
        }
      } finally {
        draining.removeEventListener('abort', wake);
        set.delete(link);
      }
    },
    async serve(channel, { party, draining }) {
      const errand = underWay.errand();
      try {
        await takeProfiles(channel, {
          wanted: async (inventory, asked) => {
            errand.end();
            const wanted = await directory.wanted(inventory, party, draining);
            const missing = (of: ReadonlySet<Hex>): Hex[] =>
              directory.missing(
                inventory.filter(({ digest }) => of.has(digest)),
                party,
              );
            return chosen(errand, { wanted, asked, missing });
          },
          takeUp: async (bytes) => {
            await takeUp(directory, log, { bytes, party });
            // Whoever sends what was not asked for is read as slowly as whoever asks too often.
            await directory.room(party, draining);
          },
        });
      } finally {
        errand.end();
      }
    },
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

/** Nothing is to be said, and there is time left to say something. */
function isIdle({ news, asked }: Link, draining: AbortSignal): boolean {
  return !news && asked.size === 0 && !draining.aborted;
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
