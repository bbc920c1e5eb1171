import { receiptStatement } from '../../protocol/delivery/statements.ts';
import type { VerifiedItem } from '../../protocol/item/verify.ts';
import { verifyQuote } from '../../protocol/item/verify.ts';
import type { Quote } from '../../protocol/item/quote.ts';
import { readQuote, type ReadQuote } from '../../protocol/item/read-quote.ts';
import { rejection } from '../../protocol/rejection.ts';
import type { Hex } from '../../protocol/value.ts';
import type { InboxDependencies } from './dependencies.ts';

type Keys = Pick<InboxDependencies, 'network' | 'directory'>;

/**
 * What an item quotes of other cases counts in its own one, so each quote is verified before it is delivered:
 * that it is of this network and of a party whose State key was compared here, every signature on it against
 * the profile that it pins, and its receipt, if it has one, against the receiver's keys.
 *
 * @returns digests of profiles that are needed first; empty once all of it holds.
 * @throws ComityError `unauthentic`, `malformed`, and as `verifyQuote` does.
 */
export function verifyQuotes(keys: Keys, { act }: Pick<VerifiedItem, 'act'>): readonly Hex[] {
  const found = act.quotes.map((quote) => ({ quote, read: readable(quote) }));
  for (const { read } of found) assertOfParty(keys, read);
  const needs = found.map(({ read }) => read.header.senderProfile);
  const missing = needs.filter((digest) => !keys.directory.hasProfile(digest));
  if (missing.length > 0) return [...new Set(missing)];
  for (const { quote, read } of found) {
    const { id } = verifyQuote(quote, keys.directory.keyring(read.header.sender.party));
    assertReceipt(keys, quote, { ...read, id });
  }
  return [];
}

function readable(quote: Quote): ReadQuote {
  const read = readQuote(quote);
  if (read === undefined) throw rejection('malformed', { where: 'quotes', why: 'cannot be read' });
  return read;
}

function assertOfParty({ network, directory }: Keys, { header }: ReadQuote): void {
  if (header.network !== network) throw unauthentic('it is of another network');
  if (!directory.isCompared(header.sender.party)) throw unauthentic('nobody here has compared its State key');
}

/** The receiver of the quoted item has signed that it has it. */
function assertReceipt(
  { directory }: Keys,
  { receipt: signed }: Quote,
  quoted: ReadQuote & { id: Hex },
): void {
  if (signed === undefined) return;
  const { receiver, sender, network, itemId, receivedAt } = receiptStatement.read(signed);
  const { header, id } = quoted;
  const isIts = itemId === id && receiver === header.recipient.party && sender === header.sender.party;
  if (!isIts || network !== header.network) throw unauthentic('the receipt is of another item');
  const key = directory.isCompared(receiver)
    ? directory.statementKey(receiver, signed.signature.keyId, receivedAt)
    : undefined;
  if (key === undefined) throw unauthentic('the receiver has no such key');
  receiptStatement.open(signed, key);
}

function unauthentic(why: string) {
  return rejection('unauthentic', { where: 'quotes', why });
}
