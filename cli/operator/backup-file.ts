import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { link, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';

const ONLY_ME = 0o600;
const DIGEST_BYTES = 32;

/** A file that was read back from the disk. */
export interface StoredFile {
  readonly bytes: number;
  /** SHA-256 of all but the end, which is that digest. Hexadecimal. */
  readonly digest: string;
}

/** Hears how many bytes are written; and, once all are, how many of them were read back. */
export type BackupProgress = (done: number, of?: number) => Promise<void>;

/**
 * Writes a backup as it comes: readable by this account alone, under the name FILE.partial until all of it is
 * on the disk and has been read back. It never takes the place of a file. @throws ComityError `conflict`,
 * `failed`.
 */
export async function storeBackup(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  progress: BackupProgress,
): Promise<StoredFile> {
  if (existsSync(path)) throw isThere(path);
  const partial = `${path}.partial`;
  const file = await open(partial, 'wx', ONLY_ME).catch((cause: unknown) => {
    throw cantWrite(partial, cause);
  });
  try {
    try {
      await write(file, bytes, progress);
    } finally {
      await file.close();
    }
    const stored = await readBack(partial, progress);
    await publish(partial, path);
    return stored;
  } finally {
    await rm(partial, { force: true });
  }
}

type File = Awaited<ReturnType<typeof open>>;

async function write(file: File, bytes: AsyncIterable<Uint8Array>, progress: BackupProgress): Promise<void> {
  let written = 0;
  for await (const chunk of bytes) {
    await file.writeFile(chunk).catch((cause: unknown) => {
      throw cantWrite('the backup', cause);
    });
    written += chunk.length;
    await progress(written);
  }
  await file.sync();
}

async function readBack(path: string, progress: BackupProgress): Promise<StoredFile> {
  const hash = createHash('sha256');
  const { size } = await stat(path);
  let bytes = 0;
  let held = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    const all = Buffer.concat([held, chunk as Buffer]);
    const end = Math.max(0, all.length - DIGEST_BYTES);
    hash.update(all.subarray(0, end));
    held = all.subarray(end);
    bytes += (chunk as Buffer).length;
    await progress(bytes, size);
  }
  const digest = hash.digest();
  if (digest.equals(held)) return { bytes, digest: digest.toString('hex') };
  throw new ComityError(
    'failed',
    'the disk did not keep what was written, or the daemon broke off — try again',
  );
}

async function publish(partial: string, path: string): Promise<void> {
  await link(partial, path).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw isThere(path);
    throw cantWrite(path, cause);
  });
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}

function isThere(path: string): ComityError {
  return new ComityError('conflict', `${path} is there already — it is left as it is, name another file`);
}

function cantWrite(path: string, cause: unknown): ComityError {
  const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
  const left =
    code === 'EEXIST' ? ', left by a backup that was interrupted: remove it' : ': name another file';
  return new ComityError('failed', `${path} can't be written (${code})${left}`, { cause });
}
