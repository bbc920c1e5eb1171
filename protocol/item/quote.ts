import { type Signature } from '../identity/keys.ts';
import { type Signed, signatureIn, signatureOut, signedIn, signedOut } from '../identity/signed.ts';
import { COUNTS, SIZES } from '../limits.ts';
import type { comity } from '../protobuf.ts';
import { demand, ifGiven, listOut, opaqueIn } from '../shape.ts';
import { type OfficerSignature, officerIn, officerOut } from './officer-signature.ts';

/** What another case contributes: an item of it without its body, with the receipt where its time counts. */
export interface Quote {
  readonly headerBytes: Uint8Array;
  readonly actBytes: Uint8Array;
  readonly actSalt: Uint8Array;
  readonly authority: Signature;
  readonly officers: readonly OfficerSignature[];
  readonly receipt?: Signed;
}

export function quoteOut(quote: Quote, where: string): comity.Quote.$Properties {
  const { headerBytes, actBytes, actSalt } = quote;
  demand(headerBytes.length > 0 && headerBytes.length <= SIZES.headerBytesMax, where, 'has no header');
  demand(actBytes.length > 0 && actBytes.length <= SIZES.actBytesMax, where, 'has no act');
  demand(actSalt.length === 32, where, 'must have a salt of 32 bytes');
  return {
    header: headerBytes,
    act: actBytes,
    actSalt,
    authority: signatureOut(quote.authority, where),
    officers: listOut(quote.officers, COUNTS.officers, where, officerOut),
    ...(quote.receipt && { receipt: signedOut(quote.receipt, where) }),
  };
}

export function quoteIn(wire: comity.Quote.$Properties): Quote {
  return {
    headerBytes: opaqueIn(wire.header),
    actBytes: opaqueIn(wire.act),
    actSalt: opaqueIn(wire.actSalt),
    authority: signatureIn(wire.authority ?? {}),
    officers: (wire.officers ?? []).map(officerIn),
    ...ifGiven('receipt', wire.receipt, signedIn),
  };
}
