import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';

const ONLY_ME = 0o600;
const OTHERS = 0o077;

/**
 * Writes a file that only this account can read, whole or not at all, in a folder that only this account can
 * enter. With `exclusive` it never takes the place of another; one that is not `durable` may be lost with the
 * power. @throws ComityError `conflict`
 */
export function writePrivateFile(
  path: string,
  text: string,
  { exclusive = false, durable = true }: { exclusive?: boolean; durable?: boolean } = {},
): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Two commands at once write two files: the later one takes the place.
  const target = exclusive ? path : `${path}.${String(process.pid)}.new`;
  const file = openFor(target, exclusive);
  try {
    writeSync(file, text);
    if (durable) fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (target !== path) putInPlace(target, path);
}

function putInPlace(from: string, path: string): void {
  try {
    renameSync(from, path);
  } catch (cause) {
    throw unusable(path, cause);
  }
}

function openFor(path: string, exclusive: boolean): number {
  try {
    const file = openSync(path, exclusive ? 'wx' : 'w', ONLY_ME);
    chmodSync(path, ONLY_ME);
    return file;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable(path, cause);
    throw new ComityError('conflict', `${path} is there already — it is left as it is`, { cause });
  }
}

/** The text of a file that only this account may read; undefined if there is none. @throws ComityError */
export function readPrivateFile(path: string): string | undefined {
  try {
    const { mode } = statSync(path);
    if ((mode & OTHERS) !== 0) {
      throw new ComityError('failed', `${path} can be read by other accounts — chmod 600 ${path}`);
    }
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof ComityError) throw cause;
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unusable(path, cause);
  }
}

function unusable(path: string, cause: unknown): ComityError {
  const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
  return new ComityError('failed', `${path} can't be used (${code}) — look at its owner and permissions`, {
    cause,
  });
}
