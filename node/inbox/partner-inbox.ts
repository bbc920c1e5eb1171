import type { Meter } from '../../protocol/costs.ts';
import type { Deliver, Parcel } from '../../protocol/delivery/messages.ts';
import { type LaneQueue, LOWEST_LANE, type WorkPlace } from '../../protocol/delivery/lane-queue.ts';
import type { ParcelSink } from '../../protocol/delivery/server.ts';
import { ComityError } from '../../protocol/errors.ts';
import { TIMES } from '../../protocol/limits.ts';
import type { TokenBucket } from '../../protocol/token-bucket.ts';
import type { Hex } from '../../protocol/value.ts';
import { openBytes } from './admit.ts';
import type { AnswerRepository } from './answer-repository.ts';
import type { InboxDependencies } from './dependencies.ts';
import { busy, type IncomingItem, type ItemAnswer } from './incoming-item.ts';
import type { QuarantineRepository } from './quarantine-repository.ts';
import type { ReceivedNumbers, Told } from './received-numbers.ts';
import { takeBack } from './take-back.ts';
import { takeOrNote, takeOrSetAside } from './set-aside.ts';
import type { UnauthenticAnswers } from './unauthentic-answers.ts';

/** One partner's link, as the inbox holds it. */
export interface PartnerLink {
  readonly party: string;
  readonly answers: AnswerRepository;
  readonly unauthentic: UnauthenticAnswers;
  /** What of the partner is recorded one by one, though nobody signed it. */
  readonly recorded: TokenBucket;
  readonly numbers: ReceivedNumbers;
  readonly meter: Meter;
  readonly quarantine: QuarantineRepository;
  /** What has come and is not answered yet, on whichever stream. */
  readonly work: LaneQueue;
}

/** Small, and about items that are here: they wait for no item, and hold up no emergency. */
const STATEMENTS: WorkPlace = { lane: 'urgent' };

/** Takes in what one stream brings. */
export function createPartnerInbox(dependencies: InboxDependencies, link: PartnerLink): ParcelSink {
  const { numbers, party, meter, work } = link;
  const told: Told = new Map();
  const asked = new Set<Hex>();
  let isOver = false;

  const begin = async <T>(place: WorkPlace, task: () => Promise<T>): Promise<T> =>
    work.run(place, async () => {
      if (isOver) throw new ComityError('session-ended', 'The session ended before this was taken in.');
      return task();
    });

  /** Under a number of the partner's, which is noted unless the parcel is to come again. */
  const numbered = async (
    { epoch, number }: Deliver,
    take: () => Promise<ItemAnswer | undefined>,
  ): Promise<ItemAnswer | undefined> => {
    if (!numbers.takes(epoch, number)) {
      throw new ComityError('too-many-gaps', 'The partner leaves more gaps in its numbers than are kept.');
    }
    const answer = await take();
    if (answer?.kind !== 'busy') numbers.noted(epoch, number);
    await numbers.compact();
    return answer;
  };

  return {
    deliver: (deliver) => {
      const { parcel } = deliver;
      if (parcel.kind !== 'item') {
        return numbered(deliver, async () => {
          await begin(STATEMENTS, () => takeOrNote(dependencies, link, { deliver, parcel }));
          return undefined;
        });
      }
      const incoming = incomingItem(deliver, parcel);
      const { sealed } = incoming.opened;
      if (sealed?.header.sender.party === dependencies.party) {
        return begin(placeOf(incoming), () => takeBack(dependencies, link, { ...incoming, sealed }));
      }
      return numbered(deliver, () =>
        begin(placeOf(incoming), () => takeMetered(dependencies, link, incoming)),
      );
    },
    news: () => numbers.news(told),
    caughtUp: ({ epoch, number }) => {
      meter.charge('frame');
      const missing = numbers.missing(epoch, number);
      if (missing === 0) return Promise.resolve(undefined);
      // Asked for once in a session; what does not come then can't be given.
      if (asked.has(epoch)) dependencies.missing(party, missing);
      const link = asked.has(epoch) ? undefined : numbers.state(epoch);
      asked.add(epoch);
      return Promise.resolve(link);
    },
    end: () => {
      isOver = true;
    },
  };
}

function incomingItem(deliver: Deliver, parcel: Extract<Parcel, { kind: 'item' }>): IncomingItem {
  const { item: bytes, receipt: answered, withheld } = parcel;
  return { deliver, bytes, opened: openBytes(bytes), withheld, ...(answered && { answered }) };
}

/** Who has delivered more in vain than is taken from it is told when to come again, without a look at it. */
async function takeMetered(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: IncomingItem,
): Promise<ItemAnswer> {
  const owedMs = link.meter.owedMs();
  if (owedMs === 0) return takeOrSetAside(dependencies, link, incoming);
  link.meter.charge('putOff');
  return busy(incoming, { retryAfterMs: Math.min(owedMs, TIMES.busyMsMax) });
}

/** What comes back waits behind what is new; what nobody can read has no case, and waits behind all else. */
function placeOf({ bytes: { length: bytes }, opened: { sealed }, answered }: IncomingItem): WorkPlace {
  if (sealed === undefined) return { lane: LOWEST_LANE, bytes };
  const { urgency, caseId } = sealed.header;
  return { lane: answered === undefined ? urgency : LOWEST_LANE, caseId, bytes };
}
