import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Level } from 'level';
import { ComityError, isComityError } from '../../protocol/errors.ts';
import { checkBeforeOpening, checkTables, listedTables } from './check-files.ts';
import type { Cursor, Engine, EngineReader, OpenEngine, Row } from './engine.ts';
import { folderHolds } from './file-search.ts';
import type { Range } from './keyspace.ts';

/**
 * Bytes of log before LevelDB makes a table of it, and so what one damaged log can hold. Two may be held in
 * memory. Twice as much gained 6 % in bulk loads.
 */
export const WRITE_BUFFER_BYTES = 4 * 1024 * 1024;

/** Ciphertext does not compress. The cache bounds what reads keep in memory. */
const OPTIONS = {
  keyEncoding: 'utf8',
  valueEncoding: 'buffer',
  compression: false,
  writeBufferSize: WRITE_BUFFER_BYTES,
  cacheSize: 16 * 1024 * 1024,
} as const;

type Database = Level<string, Uint8Array>;

/** Bytes that a cursor reads ahead; more would be held for a reader that stops at the first row. */
const READ_AHEAD_BYTES = 64 * 1024;

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** What LevelDB says of an open database, as an error that a person can act on. */
function openError(error: unknown, folder: string): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  if (codeOf(cause) === 'LEVEL_LOCKED') {
    return new ComityError(
      'already-running',
      'Another daemon uses this home: stop it first, or pass another --home.',
      { details: { folder }, cause: error },
    );
  }
  if (codeOf(cause) === 'LEVEL_CORRUPTION') return damaged('The database does not open', error);
  return error;
}

function damaged(what: string, cause?: unknown): ComityError<'damaged'> {
  return new ComityError(
    'damaged',
    `${what}: keep a copy of the folder as it is, check the disk, and restore the latest backup.`,
    { cause },
  );
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function assertAbsent(folder: string): Promise<void> {
  if (!(await isThere(join(folder, 'CURRENT')))) return;
  throw new ComityError('already-initialised', 'This home has a database already: choose another --home.', {
    details: { folder },
  });
}

const MANIFEST = /^MANIFEST-\d+$/;

/**
 * A missing CURRENT would open as a new, empty database, so both are looked for first. Gives the name of the
 * list.
 */
async function findManifest(folder: string): Promise<string> {
  if (!(await isThere(folder))) {
    throw new ComityError('not-initialised', 'This home has no database yet: run `comity init` first.', {
      details: { folder },
    });
  }
  const current = join(folder, 'CURRENT');
  if (!(await isThere(current))) throw damaged('The database has lost its file CURRENT');
  const manifest = (await readFile(current, 'latin1')).trimEnd();
  if (!MANIFEST.test(manifest) || !(await isThere(join(folder, manifest)))) {
    throw damaged('The database has lost its list of files');
  }
  return manifest;
}

function cursorOf(
  iterator: {
    nextv(size: number): Promise<unknown[]>;
    close(): Promise<void>;
  },
  toRow: (entry: never) => readonly [string, Uint8Array],
): Cursor {
  return {
    next: async (count) => (await guarded(iterator.nextv(count))).map((entry) => toRow(entry as never)),
    close: () => iterator.close(),
  };
}

const NOTHING = new Uint8Array(0);

async function guarded<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    throw readError(error);
  }
}

/** Making an iterator fails at once, not when it is read. */
function guardedNow<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw readError(error);
  }
}

function readError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'LEVEL_CORRUPTION') return damaged('A file of the database does not read', error);
  if (code !== 'LEVEL_DATABASE_NOT_OPEN' && code !== 'LEVEL_ITERATOR_NOT_OPEN') return error;
  return new ComityError('unavailable', 'The store was closed while it was read: try again.', {
    cause: error,
  });
}

type Snapshot = ReturnType<Database['snapshot']>;

/** Reads the database as it is, or as it was at a snapshot. */
function readerOf(database: Database, snapshot?: Snapshot): EngineReader {
  const at = snapshot === undefined ? {} : { snapshot };
  const bounds = (range: Range) => ({ ...range, ...at, highWaterMarkBytes: READ_AHEAD_BYTES });
  return {
    get: (key) => guarded(database.get(key, at)),
    getMany: (keys) => guarded(database.getMany([...keys], at)),
    rows: (range) =>
      cursorOf(
        guardedNow(() => database.iterator(bounds(range))),
        (entry) => entry,
      ),
    keys: (range) =>
      cursorOf(
        guardedNow(() => database.keys(bounds(range))),
        (key) => [key, NOTHING],
      ),
  };
}

function engineOf(database: Database, wholeChecked: boolean): Engine {
  return {
    ...readerOf(database),
    snapshot: () => {
      const snapshot = guardedNow(() => database.snapshot());
      return { ...readerOf(database, snapshot), close: () => snapshot.close() };
    },
    write: (rows) => database.batch(rows.map(batchOperation), { sync: true }),
    compact: (from, to) => (database as ClassicDatabase).compactRange(from, to),
    holds: (needles) => folderHolds(database.location, needles),
    checkFiles: () =>
      checkTables(database.location, listedTables((database as ClassicDatabase).getProperty(LISTED_TABLES))),
    wholeChecked,
    close: () => database.close(),
  };
}

/** In Node `Level` is classic-level, which its types for browsers leave out. */
type ClassicDatabase = Database & {
  compactRange(start: string, end: string): Promise<void>;
  getProperty(property: string): string;
};

const LISTED_TABLES = 'leveldb.sstables';

function batchOperation(row: Row) {
  return row.value === undefined
    ? ({ type: 'del', key: row.key } as const)
    : ({ type: 'put', key: row.key, value: row.value } as const);
}

/**
 * LevelDB in a folder. Rejects with ComityError: `already-running`, `not-initialised`, `damaged` (what there
 * is does not open, or has lost CURRENT), `already-initialised` (told to create where a database is).
 */
export const openLevelEngine: OpenEngine = async (folder, options) => {
  const { create } = options;
  if (create) await assertAbsent(folder);
  const wholeChecked =
    create || (await checkBeforeOpening(folder, await findManifest(folder), options.check));
  const database: Database = new Level(folder, {
    ...OPTIONS,
    createIfMissing: create,
    errorIfExists: create,
  });
  try {
    await database.open();
  } catch (error) {
    throw openError(error, folder);
  }
  return engineOf(database, wholeChecked);
};

/**
 * What is wrong with the files of a database that nobody has open, all of it.
 * @throws ComityError `not-initialised`
 */
export async function examineDatabase(folder: string): Promise<ComityError[]> {
  const losses: ComityError[] = [];
  const lose = (loss: ComityError): void => void losses.push(loss);
  try {
    await checkBeforeOpening(folder, await findManifest(folder), { bytesMax: Infinity, lose });
  } catch (error) {
    if (!isComityError(error, 'damaged')) throw error;
    losses.push(error);
  }
  return losses;
}
