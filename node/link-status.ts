import type { LinkState } from '../protocol/session/link-state.ts';
import type { Links } from './directory/directory-handlers.ts';
import type { Inbox } from './inbox/inbox.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { PartnerWatch } from './partner-watch.ts';
import type { Presence } from './presence.ts';

interface Sources {
  readonly presence: Pick<Presence, 'sessions'>;
  readonly watch: Pick<PartnerWatch, 'lastContactAt' | 'silentSince'>;
  readonly outbox: Pick<Outbox, 'depth' | 'links'>;
  readonly inbox: Pick<Inbox, 'links'>;
}

/** How each partner stands with this node. */
export function linkStatus({ presence, watch, outbox, inbox }: Sources): Links {
  return {
    connected: (party) => presence.sessions.active(party) !== undefined,
    lastContactAt: (party) => watch.lastContactAt(party),
    silentSince: (party) => watch.silentSince(party),
    queued: (party) => outbox.depth(party),
    exchanged: async (party) => [...outbox.links(party), ...(await inbox.links(party))].some(hasNumbers),
    ping: (party) => presence.sessions.ping(party),
  };
}

function hasNumbers({ watermark, ranges }: LinkState): boolean {
  return watermark > 0 || ranges.length > 0;
}
