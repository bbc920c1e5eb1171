import type { Hex } from '../../protocol/value.ts';
import type { CaseCipher } from './case-cipher.ts';
import type { Change } from './change.ts';
import type { Keyspace } from './keyspace.ts';
import type { KeyspaceName } from './keyspaces.ts';

/** What a service may do with the database. `openStorage` makes one; a repository takes it. */
export interface Store {
  keyspace(name: KeyspaceName): Keyspace;

  /**
   * Resolves once the change and its record entries are on the disk, all or nothing. Changes become durable,
   * visible and recorded in the order of the calls. Rejects with ComityError('storage-failed') when that is
   * not certain: the change may or may not be there after the store has reopened, so its author reads again
   * before trying again.
   */
  commit(change: Change): Promise<void>;

  /**
   * Commits a change that deletes rows, then makes sure that the deleted rows are in no file any more.
   * Rejects with ComityError('erasure-incomplete') when a reader still held an older state: the rows are
   * deleted, call it again.
   */
  erase(change: Change): Promise<void>;

  /** The data keys of the cases, under which their bodies are sealed. */
  readonly caseKeys: CaseCipher;

  /** Rejects with ComityError('low-space') below the floor of free space; ask before accepting new work. */
  assertRoom(): Promise<void>;

  /** A keyed hash of names and references, for use in keys: 32 hexadecimal digits that tell nothing. */
  hashKey(...parts: readonly string[]): Hex;

  /**
   * Called after the store failed and came back: what was cached of a change that was not confirmed is void.
   */
  onReopened(listener: () => void): void;
}
