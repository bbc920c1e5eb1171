import { ComityError } from '../../protocol/errors.ts';
import type { CaseContext } from './case-context.ts';
import { claimsToOpen } from './machine.ts';
import type { KnownItem, OpenCase } from './open-case.ts';

/**
 * The item by which this node opened a case, if the partner has rejected it. Then there is a case here alone:
 * nothing that is said in it would ever have a place at the other side.
 *
 * @param changed an item that is about to be taken up in the case
 */
export function rejectedOpening({ chains }: OpenCase, changed?: KnownItem): KnownItem | undefined {
  const isFirst = changed?.origin === 'own' && changed.sequence === 1;
  const first = isFirst ? changed : chains.own.get(1);
  return first !== undefined && first.entry.act === undefined && claimsToOpen(first.entry)
    ? first
    : undefined;
}

/** Why nothing may be said in a case, as the partner's rejection of its opening has it. */
export interface Rejected {
  readonly itemId: string;
  readonly code: string;
  /** What the partner's node says of it, to a person. */
  readonly sentence: string;
}

export async function rejectionOfOpening(
  { receipts }: Pick<CaseContext, 'receipts'>,
  open: OpenCase,
): Promise<Rejected | undefined> {
  const itemId = rejectedOpening(open)?.entry.id;
  if (itemId === undefined) return undefined;
  const { rejection } = await receipts.delivery(itemId, 0);
  return { itemId, code: rejection?.code ?? 'unknown', sentence: rejection?.sentence ?? '' };
}

/** For an officer: what happened, why, and what to do. */
export function whyRejected(partner: string, { code, sentence }: Rejected): string {
  const said = sentence === '' ? '' : `: “${sentence}”`;
  return `${partner} has rejected the item that opened this case (${code})${said}, and nothing more can be said in it — send a new request.`;
}

/** @throws ComityError `opening-rejected`, with the rejection in its details */
export async function assertNotRejected(context: CaseContext, open: OpenCase): Promise<void> {
  const rejection = await rejectionOfOpening(context, open);
  if (rejection === undefined) return;
  throw new ComityError('opening-rejected', whyRejected(open.partner, rejection), { details: { rejection } });
}
