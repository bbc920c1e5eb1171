import { offerProfiles } from '../../protocol/directory/client.ts';
import { takeProfiles } from '../../protocol/directory/server.ts';
import type { FrameChannel } from '../../protocol/frames.ts';
import { COUNTS } from '../../protocol/limits.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createBell, type Bell } from '../supervise.ts';
import type { Directory, ProfileVersion } from './directory.ts';
import { offerAgain } from './offer-again.ts';
import { sessionIntake } from './session-intake.ts';
import { createUnderWay } from './under-way.ts';

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
  /** By party, which version the other side was told of since all was told. */
  readonly told: Map<string, Hex>;
  /** The same of what the other side has said itself, until this side has it too. */
  readonly heard: Map<string, Hex>;
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
      const link: Link = {
        bell: createBell(),
        asked: new Set(),
        told: new Map(),
        heard: new Map(),
        news: true,
      };
      const set = links.get(party) ?? new Set();
      links.set(party, set.add(link));
      const settle = offerAgain(link, clock, draining);
      try {
        for (let open = true; open && !draining.aborted;) {
          open = await runRound(channel, link, source);
          if (open && isIdle(link, draining)) await link.bell.heard();
        }
      } finally {
        settle();
        set.delete(link);
      }
    },
    async serve(channel, { party, draining }) {
      const errand = underWay.errand();
      const hearing = (said: readonly ProfileVersion[]): void => {
        for (const link of links.get(party) ?? []) hear(link, said, party);
      };
      try {
        const session = { directory, log, party, draining, errand, hear: hearing };
        await takeProfiles(channel, sessionIntake(session));
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
  const unsaid = source.inventory().filter(({ party, digest }) => told.get(party) !== digest);
  for (const { party, digest } of unsaid) told.set(party, digest);
  const news = unsaid.filter((entry) => !hasHeard(link, entry));
  if (news.length === 0) return true;
  return offerProfiles(channel, { ...source, inventory: () => news });
}

/**
 * A partner is not told of what it says to have, but for its own profile: so it learns who knows it.
 */
function hear({ told, heard }: Link, inventory: readonly ProfileVersion[], partner: string): void {
  for (const { party, digest } of inventory) {
    if (party === partner || told.get(party) === digest) continue;
    if (heard.size < COUNTS.parties) heard.set(party, digest);
  }
}

function hasHeard({ heard }: Link, { party, digest }: ProfileVersion): boolean {
  return heard.get(party) === digest && heard.delete(party);
}

/** Nothing is to be said, and there is time left to say something. */
function isIdle({ news, asked }: Link, draining: AbortSignal): boolean {
  return !news && asked.size === 0 && !draining.aborted;
}
