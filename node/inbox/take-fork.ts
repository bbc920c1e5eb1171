import type { VerifiedItem } from '../../protocol/item/verify.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Answer } from './answer-repository.ts';
import type { InboxDependencies } from './dependencies.ts';
import { answerWith, type IncomingItem, type ItemAnswer, noted } from './incoming-item.ts';
import type { PartnerLink } from './partner-inbox.ts';

/** An item that this node receipted before it was restored, and after that another one for its place. */
export interface ReceiptedTwice extends IncomingItem {
  readonly item: VerifiedItem;
  readonly before: Answer;
  readonly standing: Hex;
}

/** Both are kept, with the proof, and the receipt stays what it was: their case stands before the two. */
export async function takeFork(
  { cases, forked }: InboxDependencies,
  link: PartnerLink,
  incoming: ReceiptedTwice,
): Promise<ItemAnswer> {
  const { item, before, standing } = incoming;
  const { operations } = noted(link, incoming);
  await cases.keepFork(item, { operations: [...operations, link.answers.putToItem(item.id, before)] });
  await forked(standing, item);
  return answerWith(incoming, before);
}
