import type { Operation } from './change.ts';
import type { KeyspaceName } from './keyspaces.ts';

/** Bounds of a scan, in the byte order of the keys. */
export interface Range {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly reverse?: boolean;
  /** Entries at most; without it all. */
  readonly limit?: number;
}

export interface Entry {
  readonly key: string;
  readonly value: Uint8Array;
}

/**
 * One concern's rows. Reads see what is committed, never what waits. Each value is authenticated: one that
 * was damaged or moved is never returned, the read fails with ComityError('damaged').
 */
export interface Keyspace {
  readonly name: KeyspaceName;
  get(key: string): Promise<Uint8Array | undefined>;
  /** Values in the order of the keys asked for. */
  getMany(keys: readonly string[]): Promise<(Uint8Array | undefined)[]>;
  has(key: string): Promise<boolean>;
  /** Entries in order, as they were when the scan began; stop early with `break`. */
  scan(range?: Range): AsyncIterable<Entry>;
  /** Keys in order, without reading the values. */
  keys(range?: Range): AsyncIterable<string>;
  /** The operation that writes this value, for a change. */
  put(key: string, value: Uint8Array): Operation;
  /** The operation that deletes this key, for a change. */
  remove(key: string): Operation;
}
