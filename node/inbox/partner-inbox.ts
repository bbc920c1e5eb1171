import type { Accepted, Busy, Deliver, Rejected } from '../../protocol/delivery/messages.ts';
import type { ParcelSink } from '../../protocol/delivery/server.ts';
import { ComityError } from '../../protocol/errors.ts';
import { itemIdOfEnvelope } from '../../protocol/item/item.ts';
import type { Hex } from '../../protocol/value.ts';
import type { AnswerRepository } from './answer-repository.ts';
import type { InboxDependencies } from './dependencies.ts';
import type { ReceivedNumbers, Told } from './received-numbers.ts';
import { takeItem } from './take-item.ts';
import { takeStatement } from './take-statement.ts';

/** One partner's link, as the inbox holds it. */
export interface PartnerLink {
  readonly party: string;
  readonly answers: AnswerRepository;
  readonly numbers: ReceivedNumbers;
  /**
   * Items being taken in, on whichever stream: one that comes twice at once waits for its own first answer.
   */
  readonly underWay: Map<Hex, Promise<unknown>>;
}

/** What an item is answered with. */
export type ItemAnswer = Accepted | Rejected | Busy;

/** Takes in what one stream brings. */
export function createPartnerInbox(dependencies: InboxDependencies, link: PartnerLink): ParcelSink {
  const { numbers, party, underWay } = link;
  const told: Told = new Map();

  const takeOnce = async (deliver: Deliver, bytes: Uint8Array): Promise<ItemAnswer> => {
    const itemId = itemIdOfEnvelope(bytes);
    if (itemId === undefined) return takeItem(dependencies, link, { deliver, bytes });
    while (underWay.has(itemId)) await underWay.get(itemId);
    const taken = takeItem(dependencies, link, { deliver, bytes, itemId });
    underWay.set(
      itemId,
      taken.catch(() => undefined),
    );
    return taken.finally(() => underWay.delete(itemId));
  };

  return {
    deliver: async (deliver) => {
      const { epoch, number, parcel } = deliver;
      if (!numbers.takes(epoch, number)) {
        throw new ComityError('too-many-gaps', 'The partner leaves more gaps in its numbers than are kept.');
      }
      let answer: ItemAnswer | undefined;
      if (parcel.kind === 'item') answer = await takeOnce(deliver, parcel.item);
      else await takeStatement(dependencies, link, { deliver, parcel });
      if (answer?.kind !== 'busy') numbers.noted(epoch, number);
      await numbers.compact();
      return answer;
    },
    news: () => numbers.news(told),
    caughtUp: ({ epoch, number }) => {
      const missing = numbers.missing(epoch, number);
      if (missing > 0) dependencies.log.warn({ party, missing }, 'numbers of the partner never came');
      return Promise.resolve();
    },
  };
}
