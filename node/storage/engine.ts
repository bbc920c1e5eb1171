import type { CheckedFile, OpeningCheck } from './check-files.ts';
import type { Range } from './keyspace.ts';

/** A physical row to write, or, without a value, to delete. */
export interface Row {
  readonly key: string;
  readonly value?: Uint8Array;
}

export type StoredRow = readonly [key: string, value: Uint8Array];

/** Reads rows as they were when it was made. */
export interface Cursor {
  /** At most `count` further rows; none at the end. */
  next(count: number): Promise<StoredRow[]>;
  close(): Promise<void>;
}

export interface EngineReader {
  get(key: string): Promise<Uint8Array | undefined>;
  getMany(keys: readonly string[]): Promise<(Uint8Array | undefined)[]>;
  rows(range: Range): Cursor;
  keys(range: Range): Cursor;
}

/**
 * An ordered store of bytes with atomic, synced batches: LevelDB, or memory in a simulation. Keys are ASCII.
 */
export interface Engine extends EngineReader {
  /** Reads what there is now, whatever is written meanwhile; to be closed soon, for it keeps old rows in being. */
  snapshot(): EngineReader & { close(): Promise<void> };
  /** All rows or none, in order, on the disk when it resolves. After a rejection anything may be the case. */
  write(rows: readonly Row[]): Promise<void>;
  /** Drops what was deleted or overwritten between two keys from the files. */
  compact(from: string, to: string): Promise<void>;
  /** Whether any of these byte strings stands in the files, live or not. */
  holds(needles: readonly Buffer[]): Promise<boolean>;
  /** Reads its table files one by one and says of each whether it is as it was written. */
  checkFiles(): AsyncIterable<CheckedFile>;
  /** Whether all tables were looked at when it was opened. */
  readonly wholeChecked: boolean;
  close(): Promise<void>;
}

export type OpenOptions =
  { readonly create: true } | { readonly create: false; readonly check: OpeningCheck };

/** Opens what lies in a folder; makes it anew only when told so, and then only where nothing is. */
export type OpenEngine = (folder: string, options: OpenOptions) => Promise<Engine>;
