import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { ComityError, isComityError } from '../../protocol/errors.ts';
import { lengthPrefixed } from '../../protocol/hash.ts';
import type { Hex } from '../../protocol/value.ts';
import { type CaseCipher, createCaseCipher } from './case-cipher.ts';
import type { Change } from './change.ts';
import type { Database } from './database.ts';
import { noteErased, rowHash } from './erasure-list.ts';
import { eraseRows, type EraserDependencies, finishErasures } from './eraser.ts';
import { GroupCommit } from './group-commit.ts';
import { identityRow } from './identity.ts';
import type { Keyspace } from './keyspace.ts';
import type { KeyspaceName } from './keyspaces.ts';
import type { Migration } from './migrations.ts';
import { sentinelPath } from './places.ts';
import { createRoomCheck, FREE_BYTES_MIN, freeBytesAt } from './room.ts';
import { scrubFiles, scrubRows } from './scrub.ts';
import { lostSentinel, readSentinel } from './sentinel.ts';
import type { Sentinel } from './sentinel.ts';
import { SentinelKeeper } from './sentinel-keeper.ts';
import type { ScrubStep, Snapshot, Storage, StorageOptions } from './storage.ts';
import { forgetUnchecked, noteUnchecked } from './unchecked.ts';

/**
 * A rejected write is survived once: the store reopens. A second one says that the disk is not to be trusted.
 */
const FAILURES_MAX = 1;

function diskFailed(cause: unknown): ComityError<'storage-failed'> {
  return new ComityError(
    'storage-failed',
    'The disk has refused changes, and closing and opening the store did not help: nothing more is acknowledged. ' +
      'Make room on the disk or mend it, and start the node again.',
    { cause },
  );
}

/** Bytes of a keyed hash: enough that no two names ever share one. */
const HASH_KEY_BYTES = 16;

/** Bytes of a random key of our own. */
const RANDOM_KEY_BYTES = 16;

/**
 * `Storage` on a database: what is committed, recorded, watched by the sentinel, and survives one failure.
 */
export class DatabaseStorage implements Storage {
  readonly databaseId: Hex;
  readonly caseKeys: CaseCipher;
  readonly assertRoom: () => Promise<void>;
  readonly #database: Database;
  readonly #options: StorageOptions;
  readonly #hashingKey: KeyObject;
  readonly #groupCommit: GroupCommit;
  readonly #sentinel: SentinelKeeper;
  readonly #eraser: EraserDependencies;
  readonly #reopenedListeners: (() => void)[] = [];
  #failures = 0;
  #reopening: Promise<void> | undefined;
  #sentinelFailure: Error | undefined;
  #wholeChecked = false;
  #filesDamaged = false;
  #dead = false;

  constructor(database: Database, databaseId: Hex, options: StorageOptions) {
    const { clock, recorder, storeKey } = options;
    this.databaseId = databaseId;
    this.#database = database;
    this.#options = options;
    this.#hashingKey = createSecretKey(options.databaseSecret);
    this.#groupCommit = new GroupCommit({
      codec: database.codec,
      recorder,
      write: (rows) => this.#write(rows),
      failed: (error) => {
        this.#reopening = this.#survive(error);
      },
    });
    this.#sentinel = new SentinelKeeper({
      path: sentinelPath(options.home),
      storeKey,
      clock,
      current: () => this.position(),
      failed: (error) => {
        this.#sentinelFailure = new Error('the sentinel could not be written', { cause: error });
      },
    });
    this.#eraser = {
      engine: () => database.engine(),
      erasures: database.keyspace('erasures'),
      commit: (change) => this.commit(change),
      drop: (places) => this.#groupCommit.addRows(places.map((key) => ({ key }))),
      note: (change) => this.#noteErased(change),
      newKey: () => Buffer.from(clock.randomBytes(RANDOM_KEY_BYTES)).toString('hex'),
    };
    this.caseKeys = createCaseCipher({ store: this, randomBytes: clock.randomBytes });
    this.assertRoom = createRoomCheck({
      clock,
      freeBytesMin: options.freeBytesMin ?? FREE_BYTES_MIN,
      freeBytes: () => this.freeBytes(),
    });
  }

  /**
   * Checks the database against its sentinel, migrates it, and completes what an earlier process left undone.
   */
  async start(migrations: readonly Migration[], lose: (loss: ComityError) => void): Promise<void> {
    const { storeKey, home } = this.#options;
    this.#wholeChecked = (await this.#database.engine()).wholeChecked;
    if (!this.#wholeChecked) await noteUnchecked(home);
    const seen = await this.#readSentinel(lose);
    await this.#database.check(seen === 'lost' ? undefined : seen, lose);
    if (seen === undefined && this.position().batch > 1) lose(lostSentinel(sentinelPath(home)));
    for (const migration of migrations) {
      for await (const change of migration.changes(this)) await this.commit(change);
      const identity = { databaseId: this.databaseId, schemaVersion: migration.from + 1 };
      await this.#database.write([identityRow(identity, storeKey)]);
    }
    await finishErasures(this.#eraser);
    await this.#sentinel.write();
  }

  get wholeChecked(): boolean {
    return this.#wholeChecked;
  }

  keyspace(name: KeyspaceName): Keyspace {
    return this.#database.keyspace(name);
  }

  position(): Sentinel {
    return this.#database.position();
  }

  commit(change: Change): Promise<void> {
    return this.#groupCommit.add(change);
  }

  erase(change: Change): Promise<void> {
    return eraseRows(this.#eraser, change);
  }

  hashKey(...parts: readonly string[]): Hex {
    const hash = createHmac('sha256', this.#hashingKey)
      .update(lengthPrefixed(...parts))
      .digest();
    return hash.toString('hex', 0, HASH_KEY_BYTES);
  }

  onReopened(listener: () => void): void {
    this.#reopenedListeners.push(listener);
  }

  freeBytes(): Promise<number> {
    return this.#options.freeBytes?.() ?? freeBytesAt(this.#options.home);
  }

  snapshot(): Promise<Snapshot> {
    return this.#database.snapshot();
  }

  async *checkFiles(signal?: AbortSignal): AsyncGenerator<ScrubStep> {
    for await (const step of scrubFiles(this.#database, signal)) {
      if (step.damage.length > 0) {
        this.#filesDamaged = true;
        await noteUnchecked(this.#options.home);
      }
      yield step;
    }
    if (!this.#filesDamaged) await forgetUnchecked(this.#options.home);
  }

  async *scrub(signal?: AbortSignal): AsyncGenerator<ScrubStep> {
    yield* this.checkFiles(signal);
    yield* scrubRows(this.#database, signal);
  }

  async close(): Promise<void> {
    const stopping = 'The node is stopping: nothing new is stored. Try again when it runs.';
    await this.#groupCommit.stop(new ComityError('stopping', stopping));
    await this.#reopening;
    try {
      await this.#sentinel.stop();
      if (!this.#dead) await this.#writeLastSentinel();
    } finally {
      await this.#database.close();
    }
    if (!this.#dead && !this.#filesDamaged) await forgetUnchecked(this.#options.home);
  }

  /** On a full disk there is room for it where the ballast was. */
  async #writeLastSentinel(): Promise<void> {
    const { ballast } = this.#options;
    await this.#sentinel.write().catch(async () => {
      await ballast?.release();
      await this.#sentinel.write();
    });
  }

  async #noteErased({ operations }: Change): Promise<void> {
    const removed = operations.filter(({ value }) => value === undefined);
    const hashes: Hex[] = [];
    for (const { keyspace, key } of removed) {
      const value = await this.keyspace(keyspace).get(key);
      if (value !== undefined) hashes.push(rowHash(this, { keyspace, key, value }));
    }
    if (hashes.length > 0) await noteErased(this.#options.home, hashes, this.#options.clock.now());
  }

  async #write(rows: Parameters<Database['write']>[0]): Promise<void> {
    // A sentinel that can't be written is a disk that can't be written: nothing more is acknowledged on it.
    if (this.#sentinelFailure !== undefined) throw this.#sentinelFailure;
    await this.#database.write(rows);
    this.#sentinel.touch();
  }

  async #readSentinel(lose: (loss: ComityError) => void): Promise<Sentinel | 'lost' | undefined> {
    const { home, storeKey } = this.#options;
    try {
      return await readSentinel(sentinelPath(home), storeKey);
    } catch (error) {
      if (!isComityError(error)) throw error;
      lose(error);
      return 'lost';
    }
  }

  /**
   * After a rejected write LevelDB would go on acknowledging what the next crash loses; closed and reopened
   * after the first one it loses nothing. The check holds it against the last thing that was acknowledged.
   */
  async #survive(cause: unknown): Promise<void> {
    this.#failures += 1;
    try {
      if (this.#failures > FAILURES_MAX) throw cause;
      const acknowledged = this.position();
      this.#sentinelFailure = undefined;
      await this.#options.ballast?.release();
      await this.#database.reopen();
      await this.#database.check(acknowledged, (loss) => {
        throw loss;
      });
      this.#groupCommit.resume();
      for (const listener of this.#reopenedListeners) listener();
    } catch (error) {
      this.#dead = true;
      this.#options.onFatal(isComityError(error) ? error : diskFailed(error));
    }
  }
}
