import type { Deliver, Rejected } from '../../protocol/delivery/messages.ts';
import { isComityError } from '../../protocol/errors.ts';
import { receiptStatement, rejectionStatement } from '../../protocol/delivery/statements.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { VerifiedItem } from '../../protocol/item/verify.ts';
import { REJECTIONS, type RejectionCode } from '../../protocol/rejection.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Change } from '../storage/change.ts';
import { admitItem } from './admit.ts';
import { defectsIn } from './defects-in.ts';
import type { InboxDependencies } from './dependencies.ts';
import type { ItemAnswer, PartnerLink } from './partner-inbox.ts';

/** While too many items of a case wait for others: long enough for those to come. */
const BUSY_RETRY_MS = 1000;

/** While the disk is nearly full: somebody has to make room. */
const NO_ROOM_RETRY_MS = 30_000;

/** An item on its way in. */
export interface IncomingItem {
  readonly deliver: Pick<Deliver, 'epoch' | 'number'>;
  readonly bytes: Uint8Array;
  /** Undefined if the parts of the envelope can't even be told apart. */
  readonly itemId?: Hex;
}

/**
 * Takes an item in.
 *
 * 1. What is not authentic or not for this node is rejected; it touches no chain.
 * 2. Its case takes it, in one commit with the receipt and the number.
 * 3. What its case refuses, or what is authentic and from the future, is rejected and keeps its place in
 *    the chain, without effect: its sender can give that place to nothing else.
 *
 * One that was answered before gets the same answer, byte for byte, whatever became of its keys since. That
 * is looked up only where it can be so: when the case knows the item, or it does not verify.
 */
export async function takeItem(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: IncomingItem,
): Promise<ItemAnswer> {
  const { clock, store } = dependencies;
  if (!(await hasRoom(store))) return busy(incoming, NO_ROOM_RETRY_MS);
  const admission = admitItem(dependencies, {
    bytes: incoming.bytes,
    sender: link.party,
    now: clock.now(),
  });
  if (admission.admitted === 'verified') {
    return place(dependencies, link, { ...incoming, item: admission.item });
  }
  const answered = await sameAnswer(dependencies, link, incoming);
  if (answered !== undefined) return answered;
  switch (admission.admitted) {
    case 'needs-profiles':
      return { ...busy(incoming), needProfiles: admission.needs };
    case 'refused': {
      const { code, item } = admission;
      return item === undefined
        ? rejectUnauthentic(dependencies, link, { ...incoming, code })
        : rejectAuthentic(dependencies, link, { ...incoming, code, item });
    }
  }
}

/** What the item was answered when it came before, and its number noted. */
async function sameAnswer(
  { store }: InboxDependencies,
  link: PartnerLink,
  incoming: IncomingItem,
): Promise<ItemAnswer | undefined> {
  const answer = await earlierAnswer(link, incoming);
  if (answer !== undefined) await store.commit(noted(link, incoming));
  return answer;
}

async function earlierAnswer(
  { answers, party }: PartnerLink,
  { deliver, itemId }: IncomingItem,
): Promise<ItemAnswer | undefined> {
  if (itemId === undefined) return undefined;
  const receipt = await answers.receipt(itemId);
  // An item of another partner is not answered here, whoever shows it.
  if (receipt !== undefined && receiptStatement.read(receipt).sender === party)
    return { kind: 'receipt', ...placeOf(deliver), receipt };
  const rejection = await answers.rejection(itemId);
  const ours = rejection !== undefined && rejectionStatement.read(rejection).sender === party;
  return ours ? { kind: 'rejection', ...placeOf(deliver), rejection } : undefined;
}

type Verified = IncomingItem & { readonly item: VerifiedItem };

async function place(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: Verified,
): Promise<ItemAnswer> {
  const { item, deliver } = incoming;
  let receipt: Signed | undefined;
  const arrival = await dependencies.cases.receive(item, (placed) => {
    receipt = signReceipt(dependencies, link, { item, placed });
    const { operations } = noted(link, incoming);
    return { operations: [...operations, link.answers.putReceipt(item.id, receipt)] };
  });
  switch (arrival.outcome) {
    case 'placed':
    case 'waiting':
      return receipt === undefined ? busy(incoming) : { kind: 'receipt', ...placeOf(deliver), receipt };
    case 'duplicate':
      return (await sameAnswer(dependencies, link, incoming)) ?? busy(incoming);
    case 'busy':
      return busy(incoming);
    case 'rejected':
      return (
        (await sameAnswer(dependencies, link, incoming)) ??
        (await rejectAuthentic(dependencies, link, { ...incoming, ...arrival }))
      );
  }
}

function signReceipt(
  { network, party, clock, receiptKey }: InboxDependencies,
  link: PartnerLink,
  { item, placed }: { readonly item: VerifiedItem; readonly placed: boolean },
): Signed {
  const { header } = item;
  const receipt = {
    network,
    receiver: party,
    sender: link.party,
    itemId: item.id,
    act: header.act,
    body: header.body,
    attachments: [],
    parts: 2,
    complete: header.attachments.length === 0,
    receivedAt: clock.now(),
    defects: defectsIn(item),
    ...(placed && { authority: header.recipient.authority }),
  };
  return receiptStatement.sign(receipt, receiptKey());
}

type Refused = { readonly code: RejectionCode; readonly standing?: Hex };

/**
 * Bytes that nobody has signed: answered and recorded. The answer is not kept under the id that they claim,
 * or whoever shows a header first could have the true item refused for ever.
 */
async function rejectUnauthentic(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: IncomingItem & Refused,
): Promise<Rejected> {
  const { deliver, itemId, code } = incoming;
  const rejection = signRejection(dependencies, link, { code, ...(itemId !== undefined && { itemId }) });
  await dependencies.store.commit({
    ...noted(link, incoming),
    events: [rejectedEvent(dependencies, link, incoming)],
  });
  return { kind: 'rejection', ...placeOf(deliver), rejection };
}

async function rejectAuthentic(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: Verified & Refused,
): Promise<Rejected> {
  const { item, deliver, code, standing } = incoming;
  const rejection = signRejection(dependencies, link, { code, itemId: item.id });
  const operations = [...noted(link, incoming).operations, link.answers.putRejection(item.id, rejection)];
  await dependencies.cases.passOver(item, {
    operations,
    events: [rejectedEvent(dependencies, link, { ...incoming, itemId: item.id })],
  });
  const stands = standing === undefined ? undefined : await standingItem(dependencies, link, standing);
  return { kind: 'rejection', ...placeOf(deliver), rejection, ...(stands && { standing: stands }) };
}

/** What stands at the place of the chain that the rejected item wanted, with its receipt. */
async function standingItem(
  { cases }: InboxDependencies,
  { answers }: PartnerLink,
  itemId: Hex,
): Promise<Rejected['standing']> {
  const [envelope, receipt] = await Promise.all([cases.envelope(itemId), answers.receipt(itemId)]);
  return envelope && receipt && { item: envelope.bytes, receipt };
}

function signRejection(
  { network, party, clock, receiptKey }: InboxDependencies,
  link: PartnerLink,
  { code, itemId }: { readonly code: RejectionCode; readonly itemId?: Hex },
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
  { itemId, code }: { readonly itemId?: Hex; readonly code: RejectionCode },
): NonNullable<Change['events']>[number] {
  const subject = itemId === undefined ? {} : { subject: itemId };
  return { type: 'item.rejected', at: clock.now(), ...subject, actor: party, detail: { code } };
}

function noted({ numbers }: PartnerLink, { deliver }: IncomingItem): Change {
  return { operations: [numbers.note(deliver.epoch, deliver.number)] };
}

async function hasRoom(store: InboxDependencies['store']): Promise<boolean> {
  try {
    await store.assertRoom();
    return true;
  } catch (error) {
    if (isComityError(error, 'low-space')) return false;
    throw error;
  }
}

function busy(
  { deliver }: IncomingItem,
  retryAfterMs = BUSY_RETRY_MS,
): Extract<ItemAnswer, { kind: 'busy' }> {
  return { kind: 'busy', ...placeOf(deliver), retryAfterMs, needProfiles: [] };
}

function placeOf({ epoch, number }: IncomingItem['deliver']): { epoch: Hex; number: number } {
  return { epoch, number };
}
