import type { Act } from './act.ts';
import { actCodec } from './act.ts';
import { type Header, headerCodec } from './header.ts';
import type { Quote } from './quote.ts';

export interface ReadQuote {
  readonly header: Header;
  readonly act: Act;
}

const read = new WeakMap<Quote, ReadQuote | undefined>();

/**
 * The header and the act of a quoted item; undefined if they cannot be read. Whether they are authentic is
 * `verifyQuote`'s to say, before the item that quotes them is delivered. Read once.
 */
export function readQuote(quote: Quote): ReadQuote | undefined {
  if (!read.has(quote)) read.set(quote, decoded(quote));
  return read.get(quote);
}

function decoded({ headerBytes, actBytes }: Quote): ReadQuote | undefined {
  try {
    return { header: headerCodec.decode(headerBytes), act: actCodec.decode(actBytes) };
  } catch {
    return undefined;
  }
}
