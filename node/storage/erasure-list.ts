import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { ComityError } from '../../protocol/errors.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { Operation } from './change.ts';
import { crc32c } from './crc32c.ts';
import { erasureListPath } from './places.ts';
import type { Store } from './store.ts';

/**
 * What was erased, outside the database, so that a backup which still holds it can be restored without it. A
 * line is `keyed hash of the row ‖ time ‖ checksum`: it tells nothing to whoever has no key of this node.
 */
const LINE = /^(([0-9a-f]{32}) \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]{8})$/;

const LINE_CHARACTERS = 32 + 1 + 24 + 1 + 8;

function checksumOf(text: string): string {
  const bytes = Buffer.from(text);
  return crc32c(bytes, 0, bytes.length).toString(16).padStart(8, '0');
}

/** What stands for a row in the list. */
export function rowHash(store: Pick<Store, 'hashKey'>, row: Required<Operation>): Hex {
  const value = createHash('sha256').update(row.value).digest('hex');
  return store.hashKey('erased', row.keyspace, row.key, value);
}

/** Adds rows, durably. Called before they are erased: what is in the list and still there goes at a restore. */
export async function noteErased(home: string, hashes: readonly Hex[], at: Time): Promise<void> {
  const lines = hashes.map((hash) => `${hash} ${new Date(at).toISOString()}`);
  const file = await open(erasureListPath(home), 'a', 0o600);
  try {
    // The line before may have been cut off by a power failure.
    await file.write(lines.map((line) => `\n${line} ${checksumOf(line)}\n`).join(''));
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** The rows in a list; none where no list is, which is so until something was erased. */
export async function readErasures(path: string): Promise<ReadonlySet<Hex>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  return parseErasures(text, path);
}

/** @throws ComityError `damaged`: something might come back that was erased. */
export function parseErasures(text: string, path: string): ReadonlySet<Hex> {
  // A shorter line was being written when the process died: nothing was erased yet.
  const lines = text.split('\n').filter((line) => line.length >= LINE_CHARACTERS);
  return new Set(
    lines.map((line, index) => {
      const [, checked = '', hash = '', checksum] = LINE.exec(line) ?? [];
      if (checksum === checksumOf(checked)) return hash;
      throw new ComityError(
        'damaged',
        `Entry ${index + 1} of the list of erasures ${path} is damaged: put back a copy of the list, or take the line ` +
          'out and erase again what it may have been.',
      );
    }),
  );
}
