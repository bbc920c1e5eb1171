import type { Deliver } from '../../protocol/delivery/messages.ts';
import { createLaneQueue } from '../../protocol/delivery/lane-queue.ts';
import type { ParcelSink } from '../../protocol/delivery/server.ts';
import type { LinkState } from '../../protocol/session/link-state.ts';
import { createTokenBucket } from '../../protocol/token-bucket.ts';
import { nextTurn } from '../supervise.ts';
import { createAnswerRepository } from './answer-repository.ts';
import type { InboxDependencies } from './dependencies.ts';
import { createPartnerInbox, type PartnerLink } from './partner-inbox.ts';
import { createQuarantine, type Quarantine } from './quarantine.ts';
import { createQuarantineRepository } from './quarantine-repository.ts';
import { itemsBeyond } from './received-items.ts';
import { openReceivedNumbers } from './received-numbers.ts';
import { UNAUTHENTIC_RECORDED } from './reject-item.ts';
import { createUnauthenticAnswers } from './unauthentic-answers.ts';

/** Where the parcels of partners come in. What it has answered is durable, and answered the same for ever. */
export interface Inbox {
  readonly quarantine: Quarantine;
  /** Takes the parcels of one partner. */
  sinkFor(party: string): Promise<ParcelSink>;
  /** What of a partner's link is here, by epoch: for the `State` of a session. */
  links(party: string): Promise<readonly LinkState[]>;
  /**
   * What a restored partner once sent and has lost, with the answers that it got: under its own numbers,
   * those of each epoch in order.
   *
   * @param known what it says it has sent
   */
  giveBack(party: string, known: readonly LinkState[]): AsyncIterable<Deliver>;
}

/**
 * Items of one lane that are taken in beside each other: as many as share a commit with profit, and, while
 * emergencies come, so few that one of them waits some 10 ms for those that were begun before it.
 */
const AT_ONCE = 64;
const AT_ONCE_WARY = 12;

export function createInbox(dependencies: InboxDependencies): Inbox {
  const answers = createAnswerRepository(dependencies.store);
  const unauthentic = createUnauthenticAnswers(dependencies.store);
  const quarantine = createQuarantineRepository(dependencies.store);
  // They outlive sessions, and a store that was reopened: what they hold is what has been committed.
  const links = new Map<string, Promise<PartnerLink>>();
  const openLink = async (party: string): Promise<PartnerLink> => {
    try {
      const numbers = await openReceivedNumbers(dependencies.store, party);
      const meter = dependencies.meterFor(party);
      return {
        party,
        answers,
        unauthentic,
        recorded: createTokenBucket(UNAUTHENTIC_RECORDED),
        quarantine,
        numbers,
        meter,
        work: createLaneQueue({ atOnce: AT_ONCE, atOnceWary: AT_ONCE_WARY, turn: nextTurn }),
      };
    } catch (error) {
      links.delete(party);
      throw error;
    }
  };
  const linkOf = (party: string): Promise<PartnerLink> => {
    const known = links.get(party) ?? openLink(party);
    links.set(party, known);
    return known;
  };
  return {
    quarantine: createQuarantine(dependencies, quarantine, linkOf),
    sinkFor: async (party) => createPartnerInbox(dependencies, await linkOf(party)),
    links: async (party) => (await linkOf(party)).numbers.states(),
    async *giveBack(party, known) {
      for await (const { epoch, number, itemId } of itemsBeyond(dependencies.store, party, known)) {
        const [envelope, answer] = await Promise.all([
          dependencies.cases.envelope(itemId),
          answers.toItem(itemId, party),
        ]);
        if (envelope === undefined || answer === undefined) continue;
        const { bytes: item, withheld } = envelope;
        const receipt = answer.kind === 'receipt' ? answer.receipt : answer.rejection;
        yield { kind: 'deliver', epoch, number, parcel: { kind: 'item', item, withheld, receipt } };
      }
    },
  };
}
