import { createHash } from 'node:crypto';
import { ComityError } from '../../protocol/errors.ts';
import { createCaseCipher } from '../../node/storage/case-cipher.ts';
import type { Change, Operation } from '../../node/storage/change.ts';
import type { Entry, Keyspace, Range } from '../../node/storage/keyspace.ts';
import type { KeyspaceName } from '../../node/storage/keyspaces.ts';
import type { Store } from '../../node/storage/store.ts';
import { isWithin } from '../support/memory-store.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { Life, World } from './world.ts';

/** What one commit takes at most, in ms: on a good disk, and on one that is busy with other things. */
const COMMIT_MS = [3, 12, 150];
/** Within which a store that has failed is open again. */
const REOPENING_MS = 500;
/** As a node's own store: the second failure in one life ends it. */
const FAILURES_MAX = 1;

/**
 * What becomes of a write. `refuse`: nothing of it is written, and the disk says so. `doubt`: all of it
 * is, and the disk says that it isn't. `end`: it is, and the process ends before it hears of it.
 */
export type DiskFault = 'refuse' | 'doubt' | 'end';

/** All rows at one moment. */
export type Rows = ReadonlyMap<KeyspaceName, ReadonlyMap<string, Uint8Array>>;

interface Waiting {
  readonly change: Change;
  readonly done: () => void;
  readonly refused: (error: Error) => void;
}

/** The store, as long as one life of the process has it open. */
interface Opened {
  readonly life: Life;
  readonly reopened: (() => void)[];
  failures: number;
  closed: boolean;
}

/** Sees each change in the moment in which it becomes durable, when it is not yet in the rows. */
export type Witness = (change: Change) => void;

/** What outlives the process of a node: rows, which change in whole commits, in the order of the calls. */
export class Disk {
  readonly #world: World;
  readonly #random: SeededRandom;
  readonly #witness: Witness;
  readonly #rows = new Map<KeyspaceName, Map<string, Uint8Array>>();
  #waiting: Waiting[] = [];
  #writing: Waiting[] = [];
  #fault: { readonly does: DiskFault; readonly end: () => void; spared: number } | undefined;

  constructor(world: World, name: string, witness: Witness) {
    this.#world = world;
    this.#random = world.random(`${name} disk`);
    this.#witness = witness;
  }

  rows(name: KeyspaceName): Map<string, Uint8Array> {
    const known = this.#rows.get(name) ?? new Map<string, Uint8Array>();
    this.#rows.set(name, known);
    return known;
  }

  /** The power fails: what was being written is there or not, all of it or nothing; nobody hears of it. */
  crash(): void {
    if (this.#random.below(2) === 0) this.#apply(this.#writing);
    this.#writing = [];
    this.#waiting = [];
  }

  /**
   * @param spared writes that still go well
   * @param end ends the process that has the store open
   */
  fail(does: DiskFault, spared: number, end: () => void): void {
    this.#fault = { does, end, spared };
  }

  mend(): void {
    this.#fault = undefined;
  }

  backup(): Rows {
    return new Map([...this.#rows].map(([name, rows]) => [name, new Map(rows)]));
  }

  /** What was there is gone. No process may have the store open. */
  restore(backup: Rows): void {
    for (const [name, rows] of this.#rows) {
      rows.clear();
      for (const [key, value] of backup.get(name) ?? []) rows.set(key, value);
    }
  }

  /** The store as one life of the process has it. */
  store(life: Life): Store {
    const opened: Opened = { life, reopened: [], failures: 0, closed: false };
    const commit = (change: Change): Promise<void> => this.#commit(opened, change);
    const keyspace = (name: KeyspaceName): Keyspace => this.#keyspace(name);
    const randomBytes = (length: number): Uint8Array =>
      Uint8Array.from({ length }, () => this.#random.below(256));
    return {
      keyspace,
      caseKeys: createCaseCipher({ store: { keyspace, erase: commit }, randomBytes }),
      commit,
      erase: commit,
      assertRoom: () => Promise.resolve(),
      hashKey: (...parts) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32),
      onReopened: (listener) => {
        opened.reopened.push(listener);
      },
    };
  }

  #commit(opened: Opened, change: Change): Promise<void> {
    const { life } = opened;
    return new Promise((resolve, reject) => {
      if (life.over) return;
      if (opened.closed) {
        reject(storageFailed());
        return;
      }
      const done = (): void => {
        if (!life.over) resolve();
      };
      this.#waiting.push({ change, done, refused: reject });
      if (this.#writing.length === 0) this.#write(opened);
    });
  }

  /** All that waits goes to the disk at once, and is there after a while. */
  #write(opened: Opened): void {
    const group = this.#waiting.splice(0);
    if (group.length === 0) return;
    this.#writing = group;
    this.#world.after(1 + this.#random.below(this.#random.pick(COMMIT_MS)), () => {
      if (opened.life.over) return;
      this.#writing = [];
      const fault = this.#takeFault();
      if (fault?.does !== 'refuse') this.#apply(group);
      if (fault === undefined) {
        for (const { done } of group) done();
        this.#write(opened);
      } else if (fault.does === 'end') fault.end();
      else this.#fail(opened, group, fault.end);
    });
  }

  /** Neither these nor those behind them are told that they are stored, until the store has been opened again. */
  #fail(opened: Opened, group: readonly Waiting[], end: () => void): void {
    opened.failures += 1;
    if (opened.failures > FAILURES_MAX) {
      end();
      return;
    }
    opened.closed = true;
    for (const { refused } of [...group, ...this.#waiting.splice(0)]) refused(storageFailed());
    this.#world.after(1 + this.#random.below(REOPENING_MS), () => {
      if (opened.life.over) return;
      opened.closed = false;
      for (const listener of opened.reopened) listener();
    });
  }

  #takeFault(): { readonly does: DiskFault; readonly end: () => void } | undefined {
    if (this.#fault === undefined || this.#fault.spared-- > 0) return undefined;
    const fault = this.#fault;
    this.#fault = undefined;
    return fault;
  }

  #apply(group: readonly Waiting[]): void {
    for (const { change } of group) {
      this.#witness(change);
      for (const operation of change.operations) this.#put(operation);
    }
  }

  #put({ keyspace, key, value }: Operation): void {
    if (value === undefined) this.rows(keyspace).delete(key);
    else this.rows(keyspace).set(key, value);
  }

  #keyspace(name: KeyspaceName): Keyspace {
    const rows = this.rows(name);
    const get = (key: string): Promise<Uint8Array | undefined> => Promise.resolve(rows.get(key));
    return {
      name,
      get,
      getMany: (keys) => Promise.all(keys.map(get)),
      has: (key) => Promise.resolve(rows.has(key)),
      async *scan(range) {
        yield* await Promise.resolve(entriesIn(rows, range));
      },
      async *keys(range) {
        yield* await Promise.resolve(entriesIn(rows, range).map(({ key }) => key));
      },
      put: (key, value) => ({ keyspace: name, key, value }),
      remove: (key) => ({ keyspace: name, key }),
    };
  }
}

function storageFailed(): ComityError {
  return new ComityError('storage-failed', 'The disk did not confirm a change.');
}

export function entriesIn(rows: ReadonlyMap<string, Uint8Array>, range: Range = {}): Entry[] {
  const found: Entry[] = [];
  for (const [key, value] of rows) if (isWithin(key, range)) found.push({ key, value });
  found.sort((a, b) => (a.key < b.key ? -1 : 1));
  if (range.reverse === true) found.reverse();
  return found.slice(0, range.limit);
}
