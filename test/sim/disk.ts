import { createHash } from 'node:crypto';
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

interface Waiting {
  readonly change: Change;
  readonly done: () => void;
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

  /** The store as one life of the process has it. */
  store(life: Life): Store {
    const commit = (change: Change): Promise<void> =>
      new Promise((resolve) => {
        if (life.over) return;
        this.#waiting.push({
          change,
          done: () => {
            if (!life.over) resolve();
          },
        });
        if (this.#writing.length === 0) this.#write(life);
      });
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
      onReopened: () => undefined,
    };
  }

  /** All that waits goes to the disk at once, and is there after a while. */
  #write(life: Life): void {
    const group = this.#waiting.splice(0);
    if (group.length === 0) return;
    this.#writing = group;
    this.#world.after(1 + this.#random.below(this.#random.pick(COMMIT_MS)), () => {
      if (life.over) return;
      this.#writing = [];
      this.#apply(group);
      for (const { done } of group) done();
      this.#write(life);
    });
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

export function entriesIn(rows: ReadonlyMap<string, Uint8Array>, range: Range = {}): Entry[] {
  const found: Entry[] = [];
  for (const [key, value] of rows) if (isWithin(key, range)) found.push({ key, value });
  found.sort((a, b) => (a.key < b.key ? -1 : 1));
  if (range.reverse === true) found.reverse();
  return found.slice(0, range.limit);
}
