import type { ParcelSink } from '../../protocol/delivery/server.ts';
import type { LinkState } from '../../protocol/session/link-state.ts';
import { createAnswerRepository } from './answer-repository.ts';
import type { InboxDependencies } from './dependencies.ts';
import { createPartnerInbox, type PartnerLink } from './partner-inbox.ts';
import { openReceivedNumbers } from './received-numbers.ts';

/** Where the parcels of partners come in. What it has answered is durable, and answered the same for ever. */
export interface Inbox {
  /** Takes the parcels of one partner. */
  sinkFor(party: string): Promise<ParcelSink>;
  /** What of a partner's link is here, by epoch: for the `State` of a session. */
  links(party: string): Promise<readonly LinkState[]>;
}

export function createInbox(dependencies: InboxDependencies): Inbox {
  const answers = createAnswerRepository(dependencies.store);
  let links = new Map<string, Promise<PartnerLink>>();
  dependencies.store.onReopened(() => {
    links = new Map();
  });
  const openLink = async (party: string): Promise<PartnerLink> => {
    const numbers = await openReceivedNumbers(dependencies.store, party);
    return { party, answers, numbers, underWay: new Map() };
  };
  const linkOf = (party: string): Promise<PartnerLink> => {
    const known = links.get(party) ?? openLink(party);
    links.set(party, known);
    return known;
  };
  return {
    sinkFor: async (party) => createPartnerInbox(dependencies, await linkOf(party)),
    links: async (party) => (await linkOf(party)).numbers.states(),
  };
}
