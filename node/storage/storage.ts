import type { ComityError } from '../../protocol/errors.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Clock } from '../clock.ts';
import type { OpenEngine } from './engine.ts';
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
  /** Gives back space that was kept for this, after a rejected write and before the store reopens. */
  readonly releaseBallast?: () => Promise<void>;
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

/** The database of a node, with what only `node.ts` and the operator's commands need. */
export interface Storage extends Store {
  readonly databaseId: Hex;
  /** How far it is: what the sentinel says, and a backup. */
  position(): Sentinel;
  freeBytes(): Promise<number>;
  /**
   * Reads all files and every value and yields what is damaged. It leaves room for others between any two.
   */
  scrub(signal?: AbortSignal): AsyncIterable<Damage>;
  /**
   * Waits for what was handed in, writes the sentinel and lets go of the files. Commits are refused from the
   * call on.
   */
  close(): Promise<void>;
}
