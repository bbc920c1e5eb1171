import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import { liveTables } from './live-tables.ts';
import { readLogFile } from './log-file.ts';
import { isSoundTable } from './table-file.ts';

/** A file of the database that was read whole, and whether it is as it was written. */
export interface CheckedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sound: boolean;
}

/** What to look at before a database is opened. */
export interface OpeningCheck {
  /**
   * Bytes of table files that are read; the newest files come first, because a disk spoils most where it
   * wrote last. Logs are always read.
   */
  readonly bytesMax: number;
  /** Hears of each damaged file, and throws unless an operator has said to go on. */
  readonly lose: (loss: ComityError) => void;
}

/** LevelDB's list of the tables that count, a line each: ` 12:2048['a' @ 1 : 1 .. 'b' @ 9 : 1]`. */
const TABLE_LINE = /^\s*(\d+):\d+\[/gm;
const LOG = /^\d+\.log$/;

function damagedFile(file: string): ComityError<'damaged'> {
  return new ComityError(
    'damaged',
    `The file ${file} of the database is damaged: keep a copy of the folder as it is, check the disk, and restore ` +
      'the latest backup.',
    { details: { file } },
  );
}

/**
 * Reads the logs, the list of files and the tables in it while LevelDB has not seen them: it skips damage in
 * a log and then deletes the log, and a flipped bit in a table can end the process. Gives whether all tables
 * were read.
 */
export async function checkBeforeOpening(
  folder: string,
  manifest: string,
  { bytesMax, lose }: OpeningCheck,
): Promise<boolean> {
  const list = readLogFile(await readFile(join(folder, manifest)));
  const tables = liveTables(list.records);
  if (list.state === 'damaged' || tables === undefined) lose(damagedFile(manifest));
  for (const name of (await readdir(folder)).filter((file) => LOG.test(file))) {
    if (readLogFile(await readFile(join(folder, name))).state === 'damaged') lose(damagedFile(name));
  }
  let left = bytesMax;
  for await (const { name, bytes, sound } of checkTables(folder, tables ?? [])) {
    if (!sound) lose(damagedFile(name));
    left -= bytes;
    if (left <= 0) return false;
  }
  return true;
}

/** The tables of an open database that it lists itself, in the format of its property `leveldb.sstables`. */
export function listedTables(listed: string): number[] {
  return Array.from(listed.matchAll(TABLE_LINE), ([, number]) => Number(number));
}

/**
 * Reads table files, the newest first. Files that LevelDB does not list are half written, or about to go, and
 * a compaction may take away meanwhile what was listed.
 */
export async function* checkTables(folder: string, numbers: readonly number[]): AsyncGenerator<CheckedFile> {
  const read = createReader();
  for (const number of numbers.toSorted((a, b) => b - a)) {
    const name = `${String(number).padStart(6, '0')}.ldb`;
    const checked = await checkTable(join(folder, name), read);
    if (checked !== undefined) yield { name, ...checked };
  }
}

type ReadWhole = (path: string) => Promise<Buffer>;

/**
 * Reads one file after the other into the same memory: a buffer for each would keep the garbage collector
 * busier than the checksums do the processor. What it gives holds until the next one is read.
 */
function createReader(): ReadWhole {
  let memory = Buffer.allocUnsafeSlow(0);
  return async (path) => {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (memory.length < size) memory = Buffer.allocUnsafeSlow(size);
      let end = 0;
      for (let read = 1; read > 0 && end < size; end += read) {
        read = (await file.read(memory, end, size - end)).bytesRead;
      }
      return memory.subarray(0, end);
    } finally {
      await file.close();
    }
  };
}

async function checkTable(path: string, read: ReadWhole): Promise<Omit<CheckedFile, 'name'> | undefined> {
  try {
    const file = await read(path);
    return { bytes: file.length, sound: isSoundTable(file) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    // A disk that does not give a file back has not kept it.
    const { size } = await stat(path).catch(() => ({ size: 0 }));
    return { bytes: size, sound: false };
  }
}
