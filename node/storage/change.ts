import type { Hex, Time } from '../../protocol/value.ts';
import type { KeyspaceName } from './keyspaces.ts';

/** One row to write, or, without a value, to delete. */
export interface Operation {
  readonly keyspace: KeyspaceName;
  readonly key: string;
  readonly value?: Uint8Array;
}

/** A fact of an event: text, a safe integer, a flag, or a composition of them. */
export type EventDetail =
  string | number | boolean | readonly EventDetail[] | { readonly [name: string]: EventDetail };

/** Something that somebody did, as the record keeps it. It names persons by id only. */
export interface RecordEvent {
  readonly type: string;
  readonly at: Time;
  /** What it was done to: an item id, a case id, a profile digest. */
  readonly subject?: Hex;
  /** Who did it: an officer id, `operator`, `node` or a party code. */
  readonly actor?: string;
  readonly detail?: Readonly<Record<string, EventDetail>>;
}

/** What becomes durable together or not at all, with what the record says about it. */
export interface Change {
  readonly operations: readonly Operation[];
  readonly events?: readonly RecordEvent[];
}
