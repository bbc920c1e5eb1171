import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import type { Input } from '../command.ts';

/** The folder of the network that a `net` command is about. */
export function netDir(input: Input): string {
  return resolve(input.option('dir') ?? defaultDir());
}

export function isDefaultDir(dir: string): boolean {
  return dir === defaultDir();
}

function defaultDir(): string {
  return resolve(join(tmpdir(), `comity-net-${ownUid()}`));
}

function ownUid(): number {
  return process.getuid?.() ?? 0;
}

/**
 * Makes the folder, or takes one that is there and this account's own: its name can be guessed, so that
 * another account may have put something in its place. Whether it was made now. @throws ComityError `failed`
 */
export function claimDir(dir: string): boolean {
  try {
    mkdirSync(dir, { mode: 0o700 });
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new ComityError('usage', `the folder round ${dir} is not there — make it`);
    if (code !== 'EEXIST') throw new ComityError('failed', `${dir} can't be made (${code}) — name another`);
  }
  const found = lstatSync(dir);
  if (found.isDirectory() && found.uid === ownUid()) return false;
  throw new ComityError('failed', `${dir} is not a folder of this account — name another with --dir`);
}
