import type { ComityError } from '../../protocol/errors.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Clock } from '../clock.ts';
import type { Ballast } from './ballast.ts';
import type { OpenEngine } from './engine.ts';
import type { Keyspace } from './keyspace.ts';
import type { KeyspaceName } from './keyspaces.ts';
import type { Schema } from './migrations.ts';
import type { Recorder } from './recorder.ts';
import type { Sentinel } from './sentinel.ts';
import type { Store } from './store.ts';

export interface StorageOptions {
  /** Folder of the node. The database lies in `database` in it, the sentinel beside that. */
  readonly home: string;
  /** 32 bytes, from the keystore: what every value is sealed under. */
  readonly storeKey: Uint8Array;
  /** 32 bytes, from the keystore: what names in keys are hashed with. */
  readonly databaseSecret: Uint8Array;
  readonly recorder: Recorder;
  readonly clock: Clock;
  /**
   * The store has failed for good: the process ends with an error, and starts again where there is a disk.
   */
  readonly onFatal: (error: unknown) => void;

  /** Free bytes below which `assertRoom` refuses; `FREE_BYTES_MIN` without it. */
  readonly freeBytesMin?: number;
  /** Measures the free bytes; of the file system of `home` without it. */
  readonly freeBytes?: () => Promise<number>;
  /** Space that is given back after a rejected write, before the store closes and reopens. */
  readonly ballast?: Pick<Ballast, 'release'>;
  /**
   * Takes up a database that is damaged or was rolled back, which otherwise does not open. Called with each
   * loss; the caller then recovers from its partners. Only ever on an operator's word.
   */
  readonly acceptLoss?: (loss: ComityError) => void;
  /** LevelDB without it. */
  readonly openEngine?: OpenEngine;
  /** The schema of this version without it. */
  readonly schema?: Schema;
}

/** What a scrub found: a file that is not as it was written, or a value that does not authenticate. */
export type Damage = { readonly file: string } | { readonly keyspace: KeyspaceName; readonly key: string };

/** A piece of a scrub: what was read, and what of it is damaged. */
export interface ScrubStep {
  readonly bytes: number;
  readonly rows: number;
  readonly damage: readonly Damage[];
}

/** All rows as they were at one moment. While it is open, erased rows stay in the files. */
export interface Snapshot {
  keyspace(name: KeyspaceName): Keyspace;
  close(): Promise<void>;
}

/** The database of a node, with what only `node.ts` and the operator's commands need. */
export interface Storage extends Store {
  readonly databaseId: Hex;
  /** How far it is: what the sentinel says, and a backup. */
  position(): Sentinel;
  freeBytes(): Promise<number>;
  snapshot(): Promise<Snapshot>;
  /** Whether all table files were looked at before it was opened; if not, they are still to be read. */
  readonly wholeChecked: boolean;
  /** The first part of a scrub: reads all table files and compares their checksums. */
  checkFiles(signal?: AbortSignal): AsyncIterable<ScrubStep>;
  /**
   * Reads all files, then every value, in steps of a few milliseconds: who takes the steps says how fast it
   * goes. After a damaged file the next start reads all files before it opens any.
   */
  scrub(signal?: AbortSignal): AsyncIterable<ScrubStep>;
  /**
   * Waits for what was handed in, writes the sentinel and lets go of the files. Commits are refused from the
   * call on.
   */
  close(): Promise<void>;
}
