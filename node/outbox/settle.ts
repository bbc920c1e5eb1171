import { ComityError } from '../../protocol/errors.ts';
import {
  type Receipt,
  receiptStatement,
  type RejectionStatement,
  rejectionStatement,
} from '../../protocol/delivery/statements.ts';
import type { PublicKey } from '../../protocol/identity/keys.ts';
import type { Signed, Statement } from '../../protocol/identity/signed.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { ItemRow } from './parcel-row.ts';

/** Whose statement it must be. */
export interface Expected {
  readonly network: string;
  readonly own: string;
  readonly partner: string;
  readonly keyOf: (partner: string, keyId: Hex, at: Time) => PublicKey | undefined;
}

/** @throws ComityError `not-proven`: it is not the partner's receipt for what was sent */
export function provenReceipt(
  receipt: Signed,
  { itemId, act, body }: Pick<ItemRow, 'itemId' | 'act' | 'body'>,
  expected: Expected,
): Receipt {
  const said = opened(receiptStatement, receipt, expected, (unproven) => unproven.receivedAt);
  prove(said.itemId === itemId && said.act === act && said.body === body, 'names something else');
  return said;
}

/** @throws ComityError `not-proven`: it is not the partner's rejection */
export function provenRejection(rejection: Signed, expected: Expected): RejectionStatement {
  return opened(rejectionStatement, rejection, expected, (unproven) => unproven.rejectedAt);
}

/** @throws ComityError `not-proven`: the rejection names another item */
export function assertNames({ itemId }: RejectionStatement, expected: Hex): void {
  prove(itemId === undefined || itemId === expected, 'names something else');
}

export function isUnproven(error: unknown): error is ComityError {
  return error instanceof ComityError && error.code === 'not-proven';
}

interface BetweenParties {
  readonly network: string;
  readonly receiver: string;
  readonly sender: string;
}

function opened<T extends BetweenParties>(
  statement: Statement<T>,
  signed: Signed,
  { network, own, partner, keyOf }: Expected,
  timeOf: (unproven: T) => Time,
): T {
  try {
    const { keyId } = signed.signature;
    const said = statement.openBy(signed, (unproven) => keyOf(partner, keyId, timeOf(unproven)));
    prove(said !== undefined, 'is signed by no key of the partner');
    prove(said.network === network && said.receiver === partner && said.sender === own, 'is between others');
    return said;
  } catch (cause) {
    if (!(cause instanceof ComityError) || isUnproven(cause)) throw cause;
    throw notProven('does not hold', cause);
  }
}

function prove(condition: boolean, why: string): asserts condition {
  if (!condition) throw notProven(why);
}

function notProven(why: string, cause?: unknown): ComityError {
  const sentence = 'The partner’s answer does not prove what it says: the item stays in the outbox.';
  return new ComityError('not-proven', sentence, { cause, details: { why } });
}
