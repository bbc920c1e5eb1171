import { defineCodec } from '../codec.ts';
import { type Signed, signedIn, signedOut } from '../identity/signed.ts';
import { COUNTS, FRAME_BYTES_MAX, SIZES, TIMES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import {
  demand,
  digestsOut,
  hexesIn,
  hexIn,
  ifGiven,
  integerOut,
  numberIn,
  numberOut,
  opaqueIn,
  missing,
  present,
  randomIdOut,
  sizeWithin,
} from '../shape.ts';
import { type LinkState, linkIn, linkOut } from '../session/link-state.ts';
import type { Hex } from '../value.ts';

/** What a number of a link stands for. */
export type Parcel =
  | {
      readonly kind: 'item';
      /** An envelope, not yet opened. */
      readonly item: Uint8Array;
      /**
       * The receipt or rejection that it was answered with, by either side: only where an item comes back
       * after a restore.
       */
      readonly receipt?: Signed;
      /** Its body was erased. */
      readonly withheld: boolean;
    }
  | { readonly kind: 'rejection' | 'evidence'; readonly statement: Signed };

/** A number of a link. */
interface Place {
  readonly epoch: Hex;
  /** From 1. */
  readonly number: number;
}

export interface Deliver extends Place {
  readonly kind: 'deliver';
  readonly parcel: Parcel;
}

export interface Accepted extends Place {
  readonly kind: 'receipt';
  readonly receipt: Signed;
}

export interface Rejected extends Place {
  readonly kind: 'rejection';
  readonly rejection: Signed;
  /** With `sequence-taken`: the envelope that stands at this place of the chain, and its receipt. */
  readonly standing?: { readonly item: Uint8Array; readonly receipt: Signed };
}

/** Not now: come again, or give these profiles first. */
export interface Busy extends Place {
  readonly kind: 'busy';
  readonly retryAfterMs: number;
  readonly needProfiles: readonly Hex[];
}

export interface Ack {
  readonly kind: 'ack';
  readonly link: LinkState;
}

/** Everything up to this number has been sent: what is missing now is a fault. */
export interface CaughtUp {
  readonly kind: 'caughtUp';
  readonly epoch: Hex;
  /** Zero if nothing was ever sent. */
  readonly number: number;
}

/** One frame of /comity/delivery/1. */
export type DeliveryFrame = Deliver | Accepted | Rejected | Busy | Ack | CaughtUp;

type Wire = comity.DeliveryFrame.$Properties;

/** @throws ComityError `malformed`, `too-large` or `unknown-suite`. */
export const deliveryFrameCodec = defineCodec<DeliveryFrame, Wire, comity.DeliveryFrame>({
  name: 'DeliveryFrame',
  message: comity.DeliveryFrame,
  bytesMax: FRAME_BYTES_MAX.delivery,
  fieldsMax: 16_384,
  toWire: frameOut,
  fromWire: frameIn,
});

function frameOut(frame: DeliveryFrame): Wire {
  switch (frame.kind) {
    case 'deliver':
      return { deliver: { ...placeOut(frame), parcel: parcelOut(frame.parcel) } };
    case 'receipt':
      return { answer: { ...placeOut(frame), receipt: signedOut(frame.receipt, 'answer.receipt') } };
    case 'rejection':
      return { answer: rejectedOut(frame) };
    case 'busy':
      return { busy: busyOut(frame) };
    case 'ack':
      return { ack: { link: linkOut(frame.link, 'ack') } };
    case 'caughtUp':
      return {
        caughtUp: { epoch: randomIdOut(frame.epoch, 'epoch'), number: numberOut(frame.number, 'number') },
      };
  }
}

function placeOut({ epoch, number }: Place): { epoch: Uint8Array; number: number } {
  return {
    epoch: randomIdOut(epoch, 'epoch'),
    number: integerOut(number, 1, Number.MAX_SAFE_INTEGER, 'number'),
  };
}

function parcelOut(parcel: Parcel): comity.Parcel.$Properties {
  if (parcel.kind !== 'item') return { [parcel.kind]: signedOut(parcel.statement, `parcel.${parcel.kind}`) };
  envelopeOut(parcel.item, 'parcel.item');
  return {
    item: parcel.item,
    ...(parcel.receipt && { receipt: signedOut(parcel.receipt, 'parcel.receipt') }),
    withheld: parcel.withheld,
  };
}

function rejectedOut(frame: Rejected): comity.Answer.$Properties {
  const { standing } = frame;
  if (standing) envelopeOut(standing.item, 'answer.standingItem');
  return {
    ...placeOut(frame),
    rejection: signedOut(frame.rejection, 'answer.rejection'),
    ...(standing && {
      standingItem: standing.item,
      standingReceipt: signedOut(standing.receipt, 'answer.standingReceipt'),
    }),
  };
}

function busyOut(frame: Busy): comity.Busy.$Properties {
  return {
    ...placeOut(frame),
    retryAfterMs: integerOut(frame.retryAfterMs, 0, TIMES.busyMsMax, 'busy.retryAfterMs'),
    needProfiles: digestsOut(frame.needProfiles, COUNTS.wantedProfiles, 'busy.needProfiles'),
  };
}

function envelopeOut(bytes: Uint8Array, where: string): void {
  demand(bytes.length > 0, where, 'is missing');
  sizeWithin(bytes, SIZES.envelopeBytesMax, where);
}

function frameIn(wire: Wire): DeliveryFrame {
  switch (wire.kind ?? 'none') {
    case 'deliver': {
      const deliver = present(wire.deliver, 'deliver');
      return { kind: 'deliver', ...placeIn(deliver), parcel: parcelIn(present(deliver.parcel, 'parcel')) };
    }
    case 'answer':
      return answerIn(present(wire.answer, 'answer'));
    case 'busy': {
      const busy = present(wire.busy, 'busy');
      const needProfiles = hexesIn(busy.needProfiles);
      return { kind: 'busy', ...placeIn(busy), retryAfterMs: numberIn(busy.retryAfterMs), needProfiles };
    }
    case 'ack':
      return { kind: 'ack', link: linkIn(present(wire.ack?.link, 'ack.link')) };
    case 'caughtUp':
      return { kind: 'caughtUp', ...placeIn(present(wire.caughtUp, 'caughtUp')) };
    case 'none':
      return missing('frame');
  }
}

function placeIn(wire: { epoch?: Uint8Array; number?: unknown }): Place {
  return { epoch: hexIn(wire.epoch), number: numberIn(wire.number) };
}

function parcelIn(wire: comity.Parcel.$Properties): Parcel {
  switch (wire.kind ?? 'none') {
    case 'item':
      return {
        kind: 'item',
        item: opaqueIn(wire.item),
        ...ifGiven('receipt', wire.receipt, signedIn),
        withheld: wire.withheld === true,
      };
    case 'rejection':
      return { kind: 'rejection', statement: signedIn(present(wire.rejection, 'parcel')) };
    case 'evidence':
      return { kind: 'evidence', statement: signedIn(present(wire.evidence, 'parcel')) };
    case 'none':
      return missing('parcel');
  }
}

function answerIn(wire: comity.Answer.$Properties): Accepted | Rejected {
  switch (wire.kind ?? 'none') {
    case 'receipt':
      return { kind: 'receipt', ...placeIn(wire), receipt: signedIn(present(wire.receipt, 'answer')) };
    case 'rejection':
      return {
        kind: 'rejection',
        ...placeIn(wire),
        rejection: signedIn(present(wire.rejection, 'answer')),
        ...ifGiven('standing', wire.standingReceipt, (receipt) => ({
          item: opaqueIn(wire.standingItem),
          receipt: signedIn(receipt),
        })),
      };
    case 'none':
      return missing('answer');
  }
}
