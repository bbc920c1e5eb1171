import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isSoundTable } from './table-file.ts';

/** How much of the files to check, and until when. */
export interface FileCheck {
  /**
   * Stops after so many bytes; the newest files come first, because a disk spoils most where it wrote last.
   */
  readonly bytesMax: number;
  readonly signal?: AbortSignal | undefined;
}

/** LevelDB's list of the tables that count, a line each: ` 12:2048['a' @ 1 : 1 .. 'b' @ 9 : 1]`. */
const TABLE_LINE = /^\s*(\d+):\d+\[/gm;

/**
 * Reads the table files that LevelDB lists and gives the names of those that are damaged. Files that it does
 * not list are half written, or about to go.
 */
export async function* findDamagedTables(
  folder: string,
  listed: string,
  { bytesMax, signal }: FileCheck,
): AsyncGenerator<string> {
  const numbers = Array.from(listed.matchAll(TABLE_LINE), ([, number]) => Number(number));
  let bytes = 0;
  for (const number of numbers.sort((a, b) => b - a)) {
    signal?.throwIfAborted();
    const name = `${String(number).padStart(6, '0')}.ldb`;
    const path = join(folder, name);
    // A compaction that ends meanwhile takes away what was listed.
    bytes += (await ifThere(stat(path)))?.size ?? 0;
    if (bytes > bytesMax) return;
    const file = await ifThere(readFile(path));
    if (file !== undefined && !isSoundTable(file)) yield name;
  }
}

async function ifThere<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
