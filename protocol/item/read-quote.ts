import { receiptStatement } from '../delivery/statements.ts';
import type { Time } from '../value.ts';
import { type Act, actCodec } from './act.ts';
import { type Header, headerCodec } from './header.ts';
import type { Quote } from './quote.ts';

export interface ReadQuote {
  readonly header: Header;
  readonly act: Act;
  /** When its receiver had it, as the receipt with it says. */
  readonly receivedAt?: Time;
}

const read = new WeakMap<Quote, ReadQuote | undefined>();

/**
 * The header and the act of a quoted item; undefined if they cannot be read. Whether they are authentic is
 * for the node to verify before it delivers the item that quotes them. Read once.
 */
export function readQuote(quote: Quote): ReadQuote | undefined {
  if (!read.has(quote)) read.set(quote, decoded(quote));
  return read.get(quote);
}

function decoded({ headerBytes, actBytes, receipt }: Quote): ReadQuote | undefined {
  try {
    return {
      header: headerCodec.decode(headerBytes),
      act: actCodec.decode(actBytes),
      ...(receipt && { receivedAt: receiptStatement.read(receipt).receivedAt }),
    };
  } catch {
    return undefined;
  }
}
