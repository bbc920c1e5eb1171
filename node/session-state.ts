import type { SessionState } from '../protocol/session/messages.ts';
import type { Directory } from './directory/directory.ts';
import type { Inbox } from './inbox/inbox.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { Recovery } from './recovery.ts';

interface Parts {
  readonly directory: Directory;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly recovery: Recovery;
}

/** What this node says at the beginning of a session that it has. */
export async function stateFor(
  { directory, inbox, outbox, recovery }: Parts,
  party: string,
): Promise<SessionState> {
  return {
    profiles: directory.inventory(),
    outgoing: outbox.links(party),
    incoming: await inbox.links(party),
    recovering: recovery.isRecovering(party),
  };
}
