import { defineCodec } from '../codec.ts';
import { type Signature } from '../identity/keys.ts';
import { signatureIn, signatureOut } from '../identity/signed.ts';
import { COUNTS, SIZES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import { demand, ifGiven, listOut, opaqueIn, present, sizeWithin } from '../shape.ts';
import { type OfficerSignature, officerIn, officerOut } from './officer-signature.ts';
import { saltBytes } from './parts.ts';

/**
 * An item as it travels, nothing of it decoded. Without body and its salt, the body was withheld or erased.
 */
export interface Envelope {
  readonly headerBytes: Uint8Array;
  readonly actBytes: Uint8Array;
  readonly actSalt: Uint8Array;
  readonly bodyBytes?: Uint8Array;
  readonly bodySalt?: Uint8Array;
  /** By the authority's key, over the header bytes. */
  readonly authority: Signature;
  /** The deciding officer first, then approvers. */
  readonly officers: readonly OfficerSignature[];
}

/** @throws ComityError `malformed`, `too-large` or `unknown-suite`. */
export const envelopeCodec = defineCodec<Envelope, comity.Envelope.$Properties, comity.Envelope>({
  name: 'Envelope',
  message: comity.Envelope,
  bytesMax: SIZES.envelopeBytesMax,
  fieldsMax: 128,
  toWire: (envelope) => {
    const { headerBytes, actBytes, actSalt, bodyBytes, bodySalt } = envelope;
    partOut(headerBytes, SIZES.headerBytesMax, 'header');
    partOut(actBytes, SIZES.actBytesMax, 'act');
    saltOut(actSalt, 'actSalt');
    demand((bodyBytes === undefined) === (bodySalt === undefined), 'bodySalt', 'goes with the body');
    if (bodyBytes && bodySalt) {
      partOut(bodyBytes, SIZES.bodyBytesMax, 'body');
      saltOut(bodySalt, 'bodySalt');
    }
    return {
      header: headerBytes,
      act: actBytes,
      actSalt,
      ...(bodyBytes && { body: bodyBytes }),
      ...(bodySalt && { bodySalt }),
      authority: signatureOut(envelope.authority, 'authority'),
      officers: listOut(envelope.officers, COUNTS.officers, 'officers', officerOut),
    };
  },
  fromWire: (wire) => ({
    headerBytes: opaqueIn(wire.header),
    actBytes: opaqueIn(wire.act),
    actSalt: opaqueIn(wire.actSalt),
    ...ifGiven('bodyBytes', wire.body, opaqueIn),
    ...ifGiven('bodySalt', wire.bodySalt, opaqueIn),
    authority: signatureIn(present(wire.authority, 'authority')),
    officers: wire.officers.map(officerIn),
  }),
});

function partOut(bytes: Uint8Array, bytesMax: number, where: string): void {
  demand(bytes.length > 0, where, 'is missing');
  sizeWithin(bytes, bytesMax, where);
}

function saltOut(salt: Uint8Array, where: string): void {
  demand(salt.length === saltBytes, where, `must have ${saltBytes} bytes`);
}
