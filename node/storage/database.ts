import { isComityError, type ComityError } from '../../protocol/errors.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Engine, OpenEngine } from './engine.ts';
import { readIdentity } from './identity.ts';
import { journalRing, journalRow, lostBatches, readJournal } from './journal.ts';
import type { Keyspace } from './keyspace.ts';
import { KEYSPACES } from './keyspaces.ts';
import type { KeyspaceName } from './keyspaces.ts';
import type { Recorder } from './recorder.ts';
import { createReplacedRows } from './replaced-rows.ts';
import { createRowCodec } from './rows.ts';
import type { EncodedRow, RowCodec } from './rows.ts';
import { assertNotRolledBack } from './sentinel.ts';
import type { Sentinel } from './sentinel.ts';
import type { Snapshot } from './storage.ts';
import { createKeyspace } from './stored-keyspace.ts';
import { createValueCipher } from './value-cipher.ts';

export interface DatabaseOptions {
  readonly databaseId: Hex;
  readonly storeKey: Uint8Array;
  readonly schemaVersion: number;
  readonly recorder: Recorder;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Opens the same database again. */
  readonly open: () => ReturnType<OpenEngine>;
}

/**
 * The rows of one database on an engine that may be closed and opened again under it: reads wait for that.
 */
export class Database {
  readonly codec: RowCodec;
  readonly #options: DatabaseOptions;
  readonly #keyspaces: ReadonlyMap<KeyspaceName, Keyspace>;
  readonly #replaced = createReplacedRows();
  #engine: Promise<Engine>;
  #batch = 0;

  constructor(engine: Engine, options: DatabaseOptions) {
    this.#engine = Promise.resolve(engine);
    this.#options = options;
    this.codec = createRowCodec(createValueCipher(options));
    const names = Object.keys(KEYSPACES) as KeyspaceName[];
    this.#keyspaces = new Map(
      names.map((name) => [name, createKeyspace(name, () => this.#engine, this.codec)]),
    );
  }

  engine(): Promise<Engine> {
    return this.#engine;
  }

  keyspace(name: KeyspaceName): Keyspace {
    const keyspace = this.#keyspaces.get(name);
    if (keyspace === undefined) throw new Error(`no keyspace ${name}`);
    return keyspace;
  }

  /** The rows as they are now, whatever is written meanwhile. */
  async snapshot(): Promise<Snapshot> {
    const reader = (await this.#engine).snapshot();
    return {
      keyspace: (name) => createKeyspace(name, () => Promise.resolve(reader), this.codec),
      close: () => reader.close(),
    };
  }

  position(): Sentinel {
    const { databaseId, recorder } = this.#options;
    return { databaseId, batch: this.#batch, size: recorder.size(), root: recorder.root() };
  }

  /** Makes rows durable as the next batch. */
  async write(rows: readonly EncodedRow[]): Promise<void> {
    const engine = await this.#engine;
    try {
      const cleared = await this.#replaced.clear(rows, (places) => engine.getMany(places));
      const batch = this.#batch + 1;
      await engine.write([...cleared, journalRow(batch)]);
      this.#batch = batch;
    } catch (error) {
      this.#replaced.forget();
      throw error;
    }
  }

  /**
   * Finds out how far the database is, and compares that with how far it has been seen. Hands each loss to
   * `lose`, and, if that does not throw, takes the database as it is.
   */
  async check(seen: Sentinel | undefined, lose: (loss: ComityError) => void): Promise<void> {
    const { recorder } = this.#options;
    const engine = await this.#engine;
    const journal = await readJournal(engine);
    this.#batch = journal.last;
    if (journal.missing > 0) {
      lose(lostBatches(journal.missing));
      await engine.write(journalRing(journal.last));
    }
    await recorder.load(this);
    const rootAt = (size: number): Promise<Hex> => recorder.rootAt(size);
    try {
      if (seen !== undefined) await assertNotRolledBack({ ...this.position(), rootAt }, seen);
    } catch (error) {
      if (!isComityError(error)) throw error;
      lose(error);
    }
  }

  /** Closes the engine and opens it again. Rejects if it is not the same database then. */
  async reopen(): Promise<void> {
    const closing = this.#engine.then((engine) => engine.close());
    this.#engine = closing.then(this.#options.open);
    const { databaseId } = await readIdentity(await this.#engine, this.#options.storeKey);
    if (databaseId !== this.#options.databaseId) throw new Error('another database lies in the folder');
  }

  async close(): Promise<void> {
    // What did not open again has nothing to close.
    const engine = await this.#engine.catch(() => undefined);
    await engine?.close();
  }
}
