import { defineCodec } from '../codec.ts';
import type { Urgency } from '../convention/instrument.ts';
import { assertKnownExtensions, type Extension, extensionsIn, extensionsOut } from '../extension.ts';
import { digest } from '../hash.ts';
import { FORMAT_VERSION, TAGS } from '../ids.ts';
import { COUNTS, SIZES, TIMES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import { rejection } from '../rejection.ts';
import {
  demand,
  digestOut,
  digestSetOut,
  digestsOut,
  hexesIn,
  hexIn,
  idOut,
  ifGiven,
  integerOut,
  numberIn,
  optionalDigestOut,
  present,
  randomIdOut,
  textIn,
  timeOut,
} from '../shape.ts';
import type { Hex, Time } from '../value.ts';
import { type Address, addressIn, addressOut } from './address.ts';
import { urgencyIn, urgencyOut } from './urgency.ts';

export type { Address } from './address.ts';

/** What a node needs to route, order and account an item. Kept for ever: no free text, no personal data. */
export interface Header {
  readonly network: string;
  readonly sender: Address;
  readonly recipient: Address;
  readonly caseId: Hex;
  readonly urgency: Urgency;
  readonly createdAt: Time;
  readonly expiresAt: Time;
  readonly instrument: Hex;
  readonly catalogue: Hex;
  readonly senderProfile: Hex;
  readonly recipientProfile: Hex;
  /** From 1, without gaps, for each side of a case. */
  readonly sequence: number;
  /** Id of the side's last item; absent in its first. */
  readonly previous?: Hex;
  /** Id of the last item of the other side that its author had, without a gap. */
  readonly seen?: Hex;
  /** Ids of items known to be void and not yet named, ascending. */
  readonly voids: readonly Hex[];
  /** Digest of the case as its author folded it. */
  readonly fold: Hex;
  /** Commitments. */
  readonly act: Hex;
  readonly body: Hex;
  /** Roots of the attachments, in the body's order. */
  readonly attachments: readonly Hex[];
  readonly extensions: readonly Extension[];
}

/**
 * A critical extension that is not known is no reason not to read a header: an item that is rejected for it
 * has its place in the chain all the same. Whoever goes by the header calls `assertUnderstood`.
 *
 * @throws ComityError `malformed`, `too-large` or `unknown-version`.
 */
export const headerCodec = defineCodec<Header, comity.Header.$Properties, comity.Header>({
  name: 'Header',
  message: comity.Header,
  bytesMax: SIZES.headerBytesMax,
  fieldsMax: 256,
  admit: ({ format }) => {
    if (format !== FORMAT_VERSION) throw rejection('unknown-version', { where: 'header', format });
  },
  toWire: (header) => {
    demand(header.expiresAt > header.createdAt, 'header.expiresAt', 'must come after createdAt');
    demand(
      (header.sequence === 1) === (header.previous === undefined),
      'header.previous',
      'contradicts sequence',
    );
    return {
      format: FORMAT_VERSION,
      network: idOut(header.network, 'header.network'),
      sender: addressOut(header.sender, 'header.sender'),
      recipient: addressOut(header.recipient, 'header.recipient'),
      caseId: randomIdOut(header.caseId, 'header.caseId'),
      urgency: urgencyOut(header.urgency),
      createdAt: timeOut(header.createdAt, 'header.createdAt'),
      expiresAt: timeOut(header.expiresAt, 'header.expiresAt'),
      instrument: digestOut(header.instrument, 'header.instrument'),
      catalogue: digestOut(header.catalogue, 'header.catalogue'),
      senderProfile: digestOut(header.senderProfile, 'header.senderProfile'),
      recipientProfile: digestOut(header.recipientProfile, 'header.recipientProfile'),
      sequence: integerOut(header.sequence, 1, 0xffff_ffff, 'header.sequence'),
      previous: optionalDigestOut(header.previous, 'header.previous'),
      seen: optionalDigestOut(header.seen, 'header.seen'),
      voids: digestSetOut(header.voids, COUNTS.voids, 'header.voids'),
      fold: digestOut(header.fold, 'header.fold'),
      act: digestOut(header.act, 'header.act'),
      body: digestOut(header.body, 'header.body'),
      attachments: digestsOut(header.attachments, COUNTS.attachments, 'header.attachments'),
      extensions: extensionsOut(header.extensions, 'header.extensions'),
    };
  },
  fromWire: (wire) => ({
    network: textIn(wire.network),
    sender: addressIn(present(wire.sender, 'header.sender')),
    recipient: addressIn(present(wire.recipient, 'header.recipient')),
    caseId: hexIn(wire.caseId),
    urgency: urgencyIn(wire.urgency, 'header.urgency'),
    createdAt: numberIn(wire.createdAt),
    expiresAt: numberIn(wire.expiresAt),
    instrument: hexIn(wire.instrument),
    catalogue: hexIn(wire.catalogue),
    senderProfile: hexIn(wire.senderProfile),
    recipientProfile: hexIn(wire.recipientProfile),
    sequence: numberIn(wire.sequence),
    ...ifGiven('previous', wire.previous, hexIn),
    ...ifGiven('seen', wire.seen, hexIn),
    voids: hexesIn(wire.voids),
    fold: hexIn(wire.fold),
    act: hexIn(wire.act),
    body: hexIn(wire.body),
    attachments: hexesIn(wire.attachments),
    extensions: extensionsIn(wire.extensions),
  }),
});

/** SHA-256(tag, header bytes as sent): the name of the item for ever, whatever becomes of its other parts. */
export function itemIdOf(headerBytes: Uint8Array): Hex {
  return digest(TAGS.itemId, headerBytes);
}

/** @throws ComityError `critical-extension` */
export function assertUnderstood({ extensions }: Pick<Header, 'extensions'>): void {
  assertKnownExtensions(extensions, 'header.extensions');
}

/**
 * No item is refused by the clock, but for one from a future that no mistaken clock explains: its time would
 * govern every period that starts with it.
 *
 * @throws ComityError `absurd-time`
 */
export function assertNotFuture(header: Pick<Header, 'createdAt'>, now: Time): void {
  if (header.createdAt > now + TIMES.futureMsMax) {
    throw rejection('absurd-time', { where: 'header.createdAt', createdAt: header.createdAt, now });
  }
}
