import type { KeyspaceName } from '../../node/storage/keyspaces.ts';
import type { SessionProtocolName } from '../../node/host/session.ts';
import { deliveryFrameCodec } from '../../protocol/delivery/messages.ts';
import type { Rows } from './disk.ts';

/** One stream of a session, as it was before it was sealed. */
export interface RecordedStream {
  readonly protocol: SessionProtocolName;
  readonly opener: string;
  /** Who wrote it, and base64, in the order in which whoever served the stream saw them. */
  readonly frames: (readonly [by: string, bytes: string])[];
}

/** What one side brought into a session, and said first. */
export interface RecordedSide {
  /** How far its wall clock was from the true time, in ms. */
  readonly skewMs: number;
  /** Its store when the session began: base64, by keyspace and key. */
  readonly store: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Base64. */
  readonly hello: string;
  /** Base64. */
  readonly state: string;
}

/** One session between two States, and what it came to. */
export interface SessionRecord {
  /** When it began, in ms of the simulation. */
  readonly at: number;
  readonly sides: Readonly<Record<string, RecordedSide>>;
  readonly streams: readonly RecordedStream[];
  /** What both sides folded each case to when it was over, by reference. */
  readonly foldDigests: Readonly<Record<string, string>>;
}

export function packed(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

export function unpacked(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

export function packRows(rows: Rows): RecordedSide['store'] {
  return Object.fromEntries(
    [...rows].map(([name, entries]) => [
      name,
      Object.fromEntries([...entries].map(([key, value]) => [key, packed(value)])),
    ]),
  );
}

export function unpackRows(store: RecordedSide['store']): Rows {
  return new Map(
    Object.entries(store).map(([name, entries]) => [
      name as KeyspaceName,
      new Map(Object.entries(entries).map(([key, value]) => [key, unpacked(value)])),
    ]),
  );
}

/** Acknowledgements come when the receiver has time: how many there are, and when, is no promise. */
export function isPromised(protocol: SessionProtocolName, bytes: Uint8Array): boolean {
  return protocol !== 'delivery' || deliveryFrameCodec.decode(bytes).kind !== 'ack';
}
