import { createHmac } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { ComityError } from '../../protocol/errors.ts';
import type { Hex } from '../../protocol/value.ts';

/**
 * How far the database was, kept outside it: a database behind its sentinel was rolled back, one ahead of it
 * was not, because the sentinel follows the commits. The code under the store key keeps it from being written
 * by hand.
 */
export interface Sentinel {
  readonly databaseId: Hex;
  /** Number of the last batch. */
  readonly batch: number;
  /** Entries of the record, and its root at that size. */
  readonly size: number;
  readonly root: Hex;
}

const TAG = 'comity/store/sentinel/1';

function codeOf({ databaseId, batch, size, root }: Sentinel, storeKey: Uint8Array): Hex {
  const text = [TAG, databaseId, String(batch), String(size), root].join('\n');
  return createHmac('sha256', storeKey).update(text).digest('hex');
}

/** What a database without its sentinel is answered with, once it has ever been used. */
export function lostSentinel(path: string): ComityError<'damaged'> {
  return new ComityError(
    'damaged',
    'The sentinel file beside the database is gone, so nobody can tell whether this is the latest state: put it back, ' +
      'or keep a copy of the folder as it is, and restore the latest backup.',
    { details: { path } },
  );
}

/** Replaces the file in one step: whatever happens, the old one or the new one is there. */
export async function writeSentinel(path: string, sentinel: Sentinel, storeKey: Uint8Array): Promise<void> {
  const document = { ...sentinel, code: codeOf(sentinel, storeKey) };
  const next = `${path}.next`;
  const file = await open(next, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(document)}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(next, path);
}

/** Nothing without a file. @throws ComityError('damaged') if it is not what this store wrote. */
export async function readSentinel(path: string, storeKey: Uint8Array): Promise<Sentinel | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const document = parse(text);
  if (document === undefined || document.code !== codeOf(document, storeKey)) {
    throw new ComityError(
      'damaged',
      'The sentinel file beside the database is damaged: check the disk, keep a copy of the folder as it is, ' +
        'and restore the latest backup.',
      { details: { path } },
    );
  }
  const { databaseId, batch, size, root } = document;
  return { databaseId, batch, size, root };
}

function parse(text: string): (Sentinel & { code: unknown }) | undefined {
  try {
    const document: unknown = JSON.parse(text);
    return typeof document === 'object' && document !== null
      ? (document as Sentinel & { code: unknown })
      : undefined;
  } catch {
    return undefined;
  }
}

/** Where a database stands, as read from itself. */
export interface Position {
  readonly databaseId: Hex;
  readonly batch: number;
  readonly size: number;
  readonly rootAt: (size: number) => Promise<Hex>;
}

/**
 * @throws ComityError('rolled-back') if the database is another one, or behind what the sentinel has seen.
 */
export async function assertNotRolledBack(position: Position, sentinel: Sentinel): Promise<void> {
  const behind =
    position.databaseId !== sentinel.databaseId ||
    position.batch < sentinel.batch ||
    position.size < sentinel.size ||
    (await position.rootAt(sentinel.size)) !== sentinel.root;
  if (!behind) return;
  throw new ComityError(
    'rolled-back',
    'The database is older than it was when this node last ran: it does not start, because it would repeat itself to ' +
      'its partners. Put back the current folder; without it, keep a copy of this one, ' +
      'and restore the latest backup.',
    {
      details: {
        batch: position.batch,
        size: position.size,
        seenBatch: sentinel.batch,
        seenSize: sentinel.size,
      },
    },
  );
}
