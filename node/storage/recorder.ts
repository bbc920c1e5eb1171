import type { Hex } from '../../protocol/value.ts';
import type { Operation, RecordEvent } from './change.ts';
import type { Keyspace } from './keyspace.ts';
import type { KeyspaceName } from './keyspaces.ts';

/** Where a recorder reads what it wrote before. */
export interface RecorderSource {
  keyspace(name: KeyspaceName): Keyspace;
}

/**
 * The record as the store needs it. Events of all changes that one batch makes durable are sealed inside that
 * batch, in the order of the changes; the next batch is sealed only after `committed` or `rolledBack`.
 */
export interface Recorder {
  /**
   * Takes up where the stored record ends. Called when the store has opened, and again when it has reopened.
   */
  load(source: RecorderSource): Promise<void>;
  /**
   * The canonical bytes of an event. Throws for an event that has none, before anything of its change is
   * written.
   */
  encode(event: RecordEvent): Uint8Array;
  seal(events: readonly Uint8Array[]): Operation[];
  committed(): void;
  rolledBack(): void;
  size(): number;
  root(): Hex;
  /** The root as it was at an earlier size. */
  rootAt(size: number): Promise<Hex>;
}
