import type { Meter } from '../../protocol/costs.ts';
import type { Deliver } from '../../protocol/delivery/messages.ts';
import { type LaneQueue, LOWEST_LANE, type WorkPlace } from '../../protocol/delivery/lane-queue.ts';
import type { ParcelSink } from '../../protocol/delivery/server.ts';
import { ComityError } from '../../protocol/errors.ts';
import { TIMES } from '../../protocol/limits.ts';
import { openBytes } from './admit.ts';
import type { AnswerRepository } from './answer-repository.ts';
import type { InboxDependencies } from './dependencies.ts';
import { busy, type IncomingItem, type ItemAnswer } from './incoming-item.ts';
import type { ReceivedNumbers, Told } from './received-numbers.ts';
import { takeItem } from './take-item.ts';
import { takeStatement } from './take-statement.ts';

/** One partner's link, as the inbox holds it. */
export interface PartnerLink {
  readonly party: string;
  readonly answers: AnswerRepository;
  readonly numbers: ReceivedNumbers;
  readonly meter: Meter;
  /** What has come and is not answered yet, on whichever stream. */
  readonly work: LaneQueue;
}

/** Small, and about items that are here: they wait for no item, and hold up no emergency. */
const STATEMENTS: WorkPlace = { lane: 'urgent' };

/** Takes in what one stream brings. */
export function createPartnerInbox(dependencies: InboxDependencies, link: PartnerLink): ParcelSink {
  const { numbers, party, meter, work } = link;
  const told: Told = new Map();
  let isOver = false;

  const begin = async <T>(place: WorkPlace, task: () => Promise<T>): Promise<T> =>
    work.run(place, async () => {
      if (isOver) throw new ComityError('session-ended', 'The session ended before this was taken in.');
      return task();
    });

  const take = async (deliver: Deliver): Promise<ItemAnswer | undefined> => {
    const { parcel } = deliver;
    if (parcel.kind !== 'item') {
      await begin(STATEMENTS, () => takeStatement(dependencies, link, { deliver, parcel }));
      return undefined;
    }
    const bytes = parcel.item;
    const incoming: IncomingItem = { deliver, bytes, opened: openBytes(bytes) };
    return begin(placeOf(incoming), () => takeMetered(dependencies, link, incoming));
  };

  return {
    deliver: async (deliver) => {
      const { epoch, number } = deliver;
      if (!numbers.takes(epoch, number)) {
        throw new ComityError('too-many-gaps', 'The partner leaves more gaps in its numbers than are kept.');
      }
      const answer = await take(deliver);
      if (answer?.kind !== 'busy') numbers.noted(epoch, number);
      await numbers.compact();
      return answer;
    },
    news: () => numbers.news(told),
    caughtUp: ({ epoch, number }) => {
      const missing = numbers.missing(epoch, number);
      meter.charge('frame');
      if (missing > 0) dependencies.log.warn({ party, missing }, 'numbers of the partner never came');
      return Promise.resolve();
    },
    end: () => {
      isOver = true;
    },
  };
}

/** Who has delivered more in vain than is taken from it is told when to come again, without a look at it. */
async function takeMetered(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: IncomingItem,
): Promise<ItemAnswer> {
  const owedMs = link.meter.owedMs();
  if (owedMs === 0) return takeItem(dependencies, link, incoming);
  link.meter.charge('putOff');
  return busy(incoming, { retryAfterMs: Math.min(owedMs, TIMES.busyMsMax) });
}

/** What nobody can read has no case, and waits behind all else. */
function placeOf({ opened: { sealed } }: IncomingItem): WorkPlace {
  return sealed === undefined
    ? { lane: LOWEST_LANE }
    : { lane: sealed.header.urgency, caseId: sealed.header.caseId };
}
