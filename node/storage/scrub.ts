import { isComityError } from '../../protocol/errors.ts';
import type { Database } from './database.ts';
import { KEYSPACES } from './keyspaces.ts';
import type { KeyspaceName } from './keyspaces.ts';
import type { Keyspace } from './keyspace.ts';
import type { ScrubStep } from './storage.ts';

/** Rows read in one step. No cursor stays open between two: it would keep erased rows in being. */
const STEP_ROWS = 256;

/** Reads the table files one by one, and compares their checksums. */
export async function* scrubFiles(database: Database, signal?: AbortSignal): AsyncGenerator<ScrubStep> {
  for await (const { name, bytes, sound } of (await database.engine()).checkFiles()) {
    signal?.throwIfAborted();
    yield { bytes, rows: 0, damage: sound ? [] : [{ file: name }] };
  }
}

/**
 * Reads every value. The checksums of the files find a row that vanished because its key was hit;
 * authentication finds what went wrong before the disk.
 */
export async function* scrubRows(database: Database, signal?: AbortSignal): AsyncGenerator<ScrubStep> {
  for (const name of Object.keys(KEYSPACES) as KeyspaceName[]) {
    const keyspace = database.keyspace(name);
    for (let after: string | undefined; ;) {
      signal?.throwIfAborted();
      const { step, last } = await readRows(keyspace, after);
      if (last === undefined) break;
      yield step;
      after = last;
    }
  }
}

interface ReadRows {
  readonly step: ScrubStep;
  /** Key of the last row that was read; nothing at the end. */
  readonly last: string | undefined;
}

async function readRows(keyspace: Keyspace, after: string | undefined): Promise<ReadRows> {
  const range = { ...(after !== undefined && { gt: after }), limit: STEP_ROWS };
  const values = await ifSound(collect(keyspace.scan(range)));
  if (values !== undefined) {
    const bytes = values.reduce((sum, { value }) => sum + value.length, 0);
    return { step: { bytes, rows: values.length, damage: [] }, last: values.at(-1)?.key };
  }
  const keys = await collect(keyspace.keys(range));
  const damage: { keyspace: KeyspaceName; key: string }[] = [];
  let bytes = 0;
  for (const key of keys) {
    const value = await ifSound(keyspace.get(key).then((found) => found ?? new Uint8Array()));
    if (value === undefined) damage.push({ keyspace: keyspace.name, key });
    bytes += value?.length ?? 0;
  }
  return { step: { bytes, rows: keys.length, damage }, last: keys.at(-1) };
}

async function ifSound<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (isComityError(error, 'damaged')) return undefined;
    throw error;
  }
}

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}
