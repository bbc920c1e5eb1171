import { createHmac, randomBytes } from 'node:crypto';
import { createCaseCipher } from '../../node/storage/case-cipher.ts';
import type { Change, Operation, RecordEvent } from '../../node/storage/change.ts';
import type { Entry, Keyspace, Range } from '../../node/storage/keyspace.ts';
import type { KeyspaceName } from '../../node/storage/keyspaces.ts';
import type { Store } from '../../node/storage/store.ts';

/** A store that forgets, for services whose tests are not about the disk. */
export interface MemoryStore extends Store {
  /** All that was recorded, in order. */
  readonly events: RecordEvent[];
  /** The next commit fails, and nothing of it is kept. */
  failNext(error: Error): void;
  /** Another store with what this one holds now. */
  copy(): MemoryStore;
}

export function createMemoryStore(held: ReadonlyMap<string, Uint8Array> = new Map()): MemoryStore {
  const rows = new Map(held);
  const events: RecordEvent[] = [];
  let failure: Error | undefined;

  const commit = (change: Change): Promise<void> => {
    const error = failure;
    failure = undefined;
    if (error !== undefined) return Promise.reject(error);
    for (const operation of change.operations) apply(rows, operation);
    events.push(...(change.events ?? []));
    return Promise.resolve();
  };

  const keyspace = (name: KeyspaceName): Keyspace => memoryKeyspace(name, rows);
  return {
    events,
    failNext: (error) => {
      failure = error;
    },
    copy: () => createMemoryStore(rows),
    keyspace,
    caseKeys: createCaseCipher({ store: { keyspace, erase: commit }, randomBytes }),
    commit,
    erase: commit,
    assertRoom: () => Promise.resolve(),
    hashKey: (...parts) =>
      createHmac('sha256', 'test').update(JSON.stringify(parts)).digest('hex').slice(0, 32),
    onReopened: () => undefined,
  };
}

function apply(rows: Map<string, Uint8Array>, { keyspace, key, value }: Operation): void {
  if (value === undefined) rows.delete(`${keyspace}!${key}`);
  else rows.set(`${keyspace}!${key}`, new Uint8Array(value));
}

/** Whether a key lies between the bounds of a scan. */
export function isWithin(key: string, { gt, gte, lt, lte }: Range): boolean {
  return (
    (gt === undefined || key > gt) &&
    (gte === undefined || key >= gte) &&
    (lt === undefined || key < lt) &&
    (lte === undefined || key <= lte)
  );
}

function memoryKeyspace(name: KeyspaceName, rows: Map<string, Uint8Array>): Keyspace {
  const entries = (range: Range = {}): Entry[] => {
    const prefix = `${name}!`;
    const found = [...rows]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => ({ key: key.slice(prefix.length), value }))
      .filter(({ key }) => isWithin(key, range))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    if (range.reverse === true) found.reverse();
    return found.slice(0, range.limit);
  };
  const get = (key: string) => Promise.resolve(rows.get(`${name}!${key}`));
  return {
    name,
    get,
    getMany: (keys) => Promise.all(keys.map(get)),
    has: (key) => Promise.resolve(rows.has(`${name}!${key}`)),
    async *scan(range) {
      yield* await Promise.resolve(entries(range));
    },
    async *keys(range) {
      yield* await Promise.resolve(entries(range).map(({ key }) => key));
    },
    put: (key, value) => ({ keyspace: name, key, value }),
    remove: (key) => ({ keyspace: name, key }),
  };
}
