import { isDeepStrictEqual } from 'node:util';
import { ComityError } from '../../protocol/errors.ts';
import { itemIdOf } from '../../protocol/item/header.ts';
import type { Quote } from '../../protocol/item/quote.ts';
import type { Hex } from '../../protocol/value.ts';
import type { CaseContext } from './case-context.ts';
import type { Officer } from './dependencies.ts';
import { findItem } from './find-case.ts';
import type { Proposal } from './proposal.ts';

/**
 * Items of other cases as they can be quoted: header, act and signatures as they stand here, with the receipt
 * if there is one, and never the body. An officer quotes what that officer may see, and to the State alone
 * that has it already.
 *
 * @throws ComityError `unknown-item`; `usage` for an item that another State has exchanged with this one;
 * `erased`.
 */
export async function quotesOf(
  context: CaseContext,
  officer: Officer,
  { itemIds, partner }: { readonly itemIds: readonly Hex[]; readonly partner: string },
): Promise<Quote[]> {
  const quotes: Quote[] = [];
  for (const itemId of new Set(itemIds)) quotes.push(await quoteOf(context, officer, { itemId, partner }));
  return quotes;
}

async function quoteOf(
  context: CaseContext,
  officer: Officer,
  { itemId, partner }: { readonly itemId: Hex; readonly partner: string },
): Promise<Quote> {
  const { open } = await findItem(context, officer, { itemId });
  if (open.partner !== partner) {
    const sentence = `That item belongs to a case with ${open.partner}, and ${partner} has no part in it — quote one of a case with ${partner}.`;
    throw new ComityError('usage', sentence);
  }
  const stored = await context.repository.envelope(itemId);
  if (stored === undefined)
    throw new ComityError('erased', 'Of this item nothing is left that can be quoted.');
  const { headerBytes, actBytes, actSalt, authority, officers } = stored.envelope;
  const receipt = await context.receipts.signed(itemId);
  return { headerBytes, actBytes, actSalt, authority, officers, ...(receipt && { receipt }) };
}

/**
 * What a client quotes in an act that it made itself is what stands here.
 *
 * @throws ComityError as `quotesOf`, and `usage` for a quote that differs.
 */
export async function assertQuotesStandHere(context: CaseContext, proposal: Proposal): Promise<void> {
  const { officer, parts, recipient, draftId } = proposal;
  const { quotes } = parts.act;
  if (draftId !== undefined || quotes.length === 0) return;
  const itemIds = quotes.map(({ headerBytes }) => itemIdOf(headerBytes));
  const known = await quotesOf(context, officer, { itemIds, partner: recipient.party });
  if (isDeepStrictEqual(known.map(bare), quotes.map(bare))) return;
  throw new ComityError(
    'usage',
    'The act quotes an item otherwise than it stands here — let the node prepare it.',
  );
}

/** Bytes compare as bytes, whatever array they stand in. */
function bare(quote: Quote): unknown {
  return JSON.parse(
    JSON.stringify(quote, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    ),
  );
}
