import type { Urgency } from '../../protocol/convention/instrument.ts';
import { type Signed, signedCodec } from '../../protocol/identity/signed.ts';
import type { Header } from '../../protocol/item/header.ts';
import type { Hex, Time } from '../../protocol/value.ts';

/** What can be queued. */
export type QueuedParcel =
  QueuedItem | { readonly kind: 'evidence' | 'rejection'; readonly statement: Signed };

export interface QueuedItem {
  readonly kind: 'item';
  readonly itemId: Hex;
  /** The envelope. */
  readonly item: Uint8Array;
  /** Of the same item: whoever has just made it need not have it decoded again. */
  readonly header: Pick<Header, 'caseId' | 'expiresAt' | 'act' | 'body'>;
}

/** What a number of a link stands for, as it is kept: an item by its id, a statement whole. */
export type ParcelRow = ItemRow | StatementRow;

interface AnyRow {
  readonly lane: Urgency;
  readonly queuedAt: Time;
}

export interface ItemRow extends AnyRow {
  readonly kind: 'item';
  readonly itemId: Hex;
  readonly caseId: Hex;
  readonly expiresAt: Time;
  /** Of the envelope. */
  readonly bytes: number;
  /** Commitments that the receipt must name. */
  readonly act: Hex;
  readonly body: Hex;
  /** The gravest thing that has been said of its lateness. */
  readonly late?: 'delay' | 'non_delivery';
}

export interface StatementRow extends AnyRow {
  readonly kind: 'evidence' | 'rejection';
  /** `signedCodec`, base64. */
  readonly statement: string;
}

export function rowOf(parcel: QueuedParcel, lane: Urgency, queuedAt: Time): ParcelRow {
  if (parcel.kind !== 'item') {
    const statement = Buffer.from(signedCodec.encode(parcel.statement)).toString('base64');
    return { kind: parcel.kind, lane, queuedAt, statement };
  }
  const { caseId, expiresAt, act, body } = parcel.header;
  const { itemId, item } = parcel;
  return { kind: 'item', lane, queuedAt, itemId, caseId, expiresAt, bytes: item.length, act, body };
}

export function statementOf(row: StatementRow): Signed {
  return signedCodec.decode(Buffer.from(row.statement, 'base64'));
}

export function encodeParcelRow(row: ParcelRow): Uint8Array {
  return Buffer.from(JSON.stringify(row));
}

export function decodeParcelRow(bytes: Uint8Array): ParcelRow {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')) as ParcelRow;
}
