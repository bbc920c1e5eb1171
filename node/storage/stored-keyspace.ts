import type { Cursor, EngineReader, StoredRow } from './engine.ts';
import type { Entry, Keyspace, Range } from './keyspace.ts';
import type { KeyspaceName } from './keyspaces.ts';
import { logicalKey, physicalBounds, physicalKey } from './rows.ts';
import type { RowCodec } from './rows.ts';
import { stampOf } from './value-cipher.ts';

/** Rows fetched from the engine at a time: the first step is small because many scans want one row. */
const STEP_FIRST = 16;
const STEP_MAX = 512;

/** The range within a keyspace as a range of physical keys. */
function physicalRange(keyspace: KeyspaceName, range: Range): Range {
  const { from, to } = physicalBounds(keyspace);
  return {
    ...(range.gt === undefined
      ? { gte: range.gte === undefined ? from : physicalKey(keyspace, range.gte) }
      : { gt: physicalKey(keyspace, range.gt) }),
    ...(range.lte === undefined
      ? { lt: range.lt === undefined ? to : physicalKey(keyspace, range.lt) }
      : { lte: physicalKey(keyspace, range.lte) }),
    reverse: range.reverse ?? false,
    limit: range.limit ?? -1,
  };
}

/** The rows under a cursor, fetched in growing steps; the cursor is closed however the reading ends. */
export async function* rowsOf(open: () => Promise<Cursor>): AsyncGenerator<StoredRow> {
  const cursor = await open();
  try {
    for (let step = STEP_FIRST; ; step = Math.min(step * 2, STEP_MAX)) {
      const rows = await cursor.next(step);
      if (rows.length === 0) return;
      yield* rows;
    }
  } finally {
    await cursor.close();
  }
}

/**
 * The rows of one concern in an engine, which is asked for at each read because it may have been reopened.
 */
export function createKeyspace(
  name: KeyspaceName,
  engine: () => Promise<EngineReader>,
  codec: RowCodec,
): Keyspace {
  const readMany = async (keys: readonly string[]) => (await engine()).getMany(keys);

  const get = async (key: string): Promise<Uint8Array | undefined> => {
    for (let failed: string | undefined; ;) {
      const row = await (await engine()).get(physicalKey(name, key));
      if (row === undefined) return undefined;
      try {
        return await codec.decode(name, key, row, readMany);
      } catch (error) {
        // A commit between reading the first row and the others is no damage: then the first row is another
        // one.
        if (stampOf(row) === failed) throw error;
        failed = stampOf(row);
      }
    }
  };

  return {
    name,
    get,

    getMany: async (keys) => {
      const rows = await readMany(keys.map((key) => physicalKey(name, key)));
      return Promise.all(
        keys.map(async (key, index) => {
          const row = rows[index];
          return row === undefined ? undefined : (codec.decodeSmall(name, key, row) ?? (await get(key)));
        }),
      );
    },

    has: async (key) => (await (await engine()).get(physicalKey(name, key))) !== undefined,

    async *scan(range = {}): AsyncGenerator<Entry> {
      for await (const [place, row] of rowsOf(async () =>
        (await engine()).rows(physicalRange(name, range)),
      )) {
        const key = logicalKey(name, place);
        // A large value may have gone since the scan began: then it is left out.
        const value = codec.decodeSmall(name, key, row) ?? (await get(key));
        if (value !== undefined) yield { key, value };
      }
    },

    async *keys(range = {}): AsyncGenerator<string> {
      for await (const [place] of rowsOf(async () => (await engine()).keys(physicalRange(name, range)))) {
        yield logicalKey(name, place);
      }
    },

    put: (key, value) => ({ keyspace: name, key, value }),
    remove: (key) => ({ keyspace: name, key }),
  };
}
