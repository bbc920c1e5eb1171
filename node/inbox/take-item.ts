import { receiptStatement } from '../../protocol/delivery/statements.ts';
import { isComityError } from '../../protocol/errors.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { VerifiedItem } from '../../protocol/item/verify.ts';
import { admitItem } from './admit.ts';
import { answeredBefore } from './answered-before.ts';
import type { Answer } from './answer-repository.ts';
import { defectsIn } from './defects-in.ts';
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
import { takeFork } from './take-fork.ts';
import { type Refused, rejectAuthentic, rejectUnauthentic, withStanding } from './reject-item.ts';

/** While the disk is nearly full: somebody has to make room. */
const NO_ROOM_RETRY_MS = 30_000;
/** Until then partners have been asked for the time. */
const CLOCK_RETRY_MS = 5_000;

const KIBI = 1024;

/**
 * Takes an item in.
 *
 * 1. What is not authentic or not for this node is rejected; it touches no chain.
 * 2. What is authentic and wrong otherwise, from the future, or refused by its case, is rejected and keeps
 *    its place in the chain, without effect: its sender can give that place to nothing else.
 * 3. All else its case takes, in one commit with the receipt and the number.
 *
 * One that was answered before gets the same answer, byte for byte, whatever became of its keys since; of
 * what is not authentic, the newest do. That is looked up only where it can be so: when the case knows the
 * item, or it does not verify.
 */
export async function takeItem(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: IncomingItem,
): Promise<ItemAnswer> {
  const { clock, store } = dependencies;
  if (!(await hasRoom(store))) return busy(incoming, { retryAfterMs: NO_ROOM_RETRY_MS });
  const { opened } = incoming;
  const withheld = incoming.withheld && incoming.answered !== undefined;
  const before = ownAnswer(dependencies, link, incoming);
  const time = before === undefined ? { now: clock.now() } : {};
  const admission = admitItem(dependencies, { opened, sender: link.party, withheld, ...time });
  if (admission.admitted === 'verified') {
    return place(dependencies, link, { ...incoming, item: admission.item, before });
  }
  const answered = await sameAnswer(dependencies, link, incoming);
  if (answered !== undefined) return answered;
  if (admission.admitted === 'needs-profiles') return busy(incoming, { needProfiles: admission.needs });
  const { code, authentic: item } = admission;
  // Whose clock is wrong is open: a rejection would be for ever.
  if (code === 'absurd-time' && clock.doubt() !== undefined) {
    return busy(incoming, { retryAfterMs: CLOCK_RETRY_MS });
  }
  chargeRejected(link, incoming);
  return item === undefined
    ? rejectUnauthentic(dependencies, link, { ...incoming, code })
    : rejectAuthentic(dependencies, link, { ...incoming, code, item });
}

/** What the item was answered when it came before, and its number noted. */
async function sameAnswer(
  { store, signedAgain }: InboxDependencies,
  link: PartnerLink,
  incoming: IncomingItem,
): Promise<ItemAnswer | undefined> {
  const toItem = await answerToItem(link, incoming);
  const answer = toItem ?? (await answerToBytes(link, incoming));
  if (answer === undefined) return undefined;
  link.meter.charge('repeated');
  await store.commit(toItem === undefined ? notedNameless(link, incoming) : noted(link, incoming));
  return answerWith(
    incoming,
    answer.kind === 'receipt'
      ? { ...answer, receipt: signedAgain('receipt', answer.receipt) }
      : { ...answer, rejection: signedAgain('rejection', answer.rejection) },
  );
}

export async function earlierAnswer(link: PartnerLink, incoming: IncomingItem): Promise<Answer | undefined> {
  return (await answerToItem(link, incoming)) ?? (await answerToBytes(link, incoming));
}

async function answerToItem(
  { answers, party }: PartnerLink,
  { opened }: IncomingItem,
): Promise<Answer | undefined> {
  const itemId = opened.sealed === undefined ? opened.itemId : opened.sealed.id;
  return itemId === undefined ? undefined : answers.toItem(itemId, party);
}

async function answerToBytes(
  { unauthentic, party }: PartnerLink,
  { bytes }: IncomingItem,
): Promise<Answer | undefined> {
  const rejection = await unauthentic.to(bytes, party);
  return rejection && { kind: 'rejection', rejection };
}

interface Verified extends IncomingItem {
  readonly item: VerifiedItem;
  /** What this node answered before it was restored. */
  readonly before: Answer | undefined;
}

async function place(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: Verified,
): Promise<ItemAnswer> {
  const { item, before } = incoming;
  if (before?.kind === 'rejection') return rejectAgain(dependencies, link, { ...incoming, before });
  let answer: Answer | undefined;
  const arrival = await dependencies.cases.receive(item, (placed) => {
    answer = before ?? { kind: 'receipt', receipt: signReceipt(dependencies, link, { item, placed }) };
    const { operations } = noted(link, incoming);
    return { operations: [...operations, link.answers.putToItem(item.id, answer)] };
  });
  switch (arrival.outcome) {
    case 'placed':
    case 'waiting':
      link.meter.charge('takenIn');
      return answer === undefined ? busy(incoming) : answerWith(incoming, answer);
    case 'duplicate':
      return (await sameAnswer(dependencies, link, incoming)) ?? busy(incoming);
    case 'busy':
      return busy(incoming);
    case 'rejected':
      return refused(dependencies, link, { ...incoming, ...arrival, before });
  }
}

/** What its case refuses is rejected, the second time with the same answer. */
async function refused(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: Verified & Refused & { readonly before: Answer | undefined },
): Promise<ItemAnswer> {
  const { standing, before } = incoming;
  if (before !== undefined && standing !== undefined) {
    return takeFork(dependencies, link, { ...incoming, before, standing });
  }
  const same = await sameAnswer(dependencies, link, incoming);
  if (same !== undefined) return withStanding(dependencies, link, { answer: same, standing });
  chargeRejected(link, incoming);
  return rejectAuthentic(dependencies, link, incoming);
}

/** What this node answered before it was restored. None is signed again. */
function ownAnswer(
  dependencies: InboxDependencies,
  link: PartnerLink,
  { answered, opened: { sealed } }: IncomingItem,
): Answer | undefined {
  if (answered === undefined || sealed === undefined) return undefined;
  const between = { sealed, receiver: dependencies.party, sender: link.party };
  return answeredBefore(dependencies, answered, between);
}

/** What was rejected before this node was restored is void, as it was then. */
async function rejectAgain(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: Verified & { readonly before: Answer },
): Promise<ItemAnswer> {
  const same = await sameAnswer(dependencies, link, incoming);
  if (same !== undefined) return same;
  const { item, before } = incoming;
  const { operations } = noted(link, incoming);
  const passed = await dependencies.cases.passOver(item, {
    operations: [...operations, link.answers.putToItem(item.id, before)],
  });
  return passed === 'busy' ? busy(incoming) : answerWith(incoming, before);
}

function chargeRejected({ meter }: PartnerLink, { bytes }: IncomingItem): void {
  meter.charge('rejected');
  meter.charge('kibibyte', bytes.length / KIBI);
}

interface Receipted {
  readonly item: VerifiedItem;
  readonly placed: boolean;
  /** What its kind requires and it lacks; found here without it. */
  readonly defects?: readonly string[];
}

export function signReceipt(
  { network, party, clock, receiptKey }: InboxDependencies,
  link: PartnerLink,
  { item, placed, defects = defectsIn(item) }: Receipted,
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
    defects,
    ...(placed && { authority: header.recipient.authority }),
  };
  return receiptStatement.sign(receipt, receiptKey());
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
