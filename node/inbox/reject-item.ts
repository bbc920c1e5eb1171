import type { Rejected } from '../../protocol/delivery/messages.ts';
import { rejectionStatement } from '../../protocol/delivery/statements.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { SealedItem } from '../../protocol/item/item.ts';
import { REJECTIONS, type RejectionCode } from '../../protocol/rejection.ts';
import type { Allowance } from '../../protocol/token-bucket.ts';
import type { Hex } from '../../protocol/value.ts';
import type { RecordEvent } from '../storage/change.ts';
import type { InboxDependencies } from './dependencies.ts';
import {
  answerWith,
  busy,
  type IncomingItem,
  type ItemAnswer,
  noted,
  notedNameless,
} from './incoming-item.ts';
import type { PartnerLink } from './partner-inbox.ts';

/** A hundred at once, and then one in a minute: each is an entry of the record for ever. */
export const UNAUTHENTIC_RECORDED: Allowance = { perSecond: 1 / 60, burst: 100 };

/**
 * Bytes that nobody has signed: answered, counted, and in no chain. Of a partner who sends much of it only
 * the newest answers are kept, and only some are recorded, each with the count of all so far.
 */
export async function rejectUnauthentic(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: IncomingItem & { readonly code: RejectionCode },
): Promise<ItemAnswer> {
  const { opened, bytes, code } = incoming;
  const { store, clock } = dependencies;
  const itemId = opened.sealed === undefined ? opened.itemId : opened.sealed.id;
  const named = { code, ...(itemId !== undefined && { itemId }) };
  const rejection = signRejection(dependencies, link, named);
  const { operations, count } = await link.unauthentic.put(bytes, link.party, rejection);
  const isRecorded = link.recorded.owedMs(clock.monotonic()) === 0;
  if (isRecorded) link.recorded.spend(1, clock.monotonic());
  await store.commit({
    operations: [...notedNameless(link, incoming).operations, ...operations],
    events: isRecorded ? [rejectedEvent(dependencies, link, { ...named, count })] : [],
  });
  return answerWith(incoming, { kind: 'rejection', rejection });
}

export interface Refused {
  readonly item: SealedItem;
  readonly code: RejectionCode;
  /** The item that stands at the place of the chain that this one wanted. */
  readonly standing?: Hex;
}

/** An authentic item that is rejected has used up its place in the chain: that is void from now on. */
export async function rejectAuthentic(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: IncomingItem & Refused,
): Promise<ItemAnswer> {
  const { item, code, standing } = incoming;
  const rejection = signRejection(dependencies, link, { code, itemId: item.id });
  const answer = { kind: 'rejection', rejection } as const;
  const passed = await dependencies.cases.passOver(item, {
    operations: [...noted(link, incoming).operations, link.answers.putToItem(item.id, answer)],
    events: [rejectedEvent(dependencies, link, { code, itemId: item.id })],
  });
  if (passed === 'busy') return busy(incoming);
  if (standing !== undefined) await dependencies.forked(standing, item);
  return withStanding(dependencies, link, { answer: answerWith(incoming, answer), standing });
}

/** A rejection tells, each time, what stands at the place of the chain that the item wanted. */
export async function withStanding(
  { cases }: InboxDependencies,
  { answers }: PartnerLink,
  { answer, standing }: { readonly answer: ItemAnswer; readonly standing: Hex | undefined },
): Promise<ItemAnswer> {
  if (standing === undefined || answer.kind !== 'rejection') return answer;
  const [envelope, receipt] = await Promise.all([cases.envelope(standing), answers.receipt(standing)]);
  const stands: Rejected['standing'] = envelope && receipt && { item: envelope.bytes, receipt };
  return { ...answer, ...(stands && { standing: stands }) };
}

interface Named {
  readonly code: RejectionCode;
  readonly itemId?: Hex;
}

export function signRejection(
  { network, party, clock, receiptKey }: InboxDependencies,
  link: PartnerLink,
  { code, itemId }: Named,
): Signed {
  const statement = {
    ...{ network, receiver: party, sender: link.party, code, sentence: REJECTIONS[code] },
    ...(itemId !== undefined && { itemId }),
    rejectedAt: clock.now(),
  };
  return rejectionStatement.sign(statement, receiptKey());
}

function rejectedEvent(
  { clock }: InboxDependencies,
  { party }: PartnerLink,
  { itemId, ...detail }: Named & { readonly count?: number },
): RecordEvent {
  const subject = itemId === undefined ? {} : { subject: itemId };
  return { type: 'item.rejected', at: clock.now(), ...subject, actor: party, detail };
}
