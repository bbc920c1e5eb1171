import { join } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import type { SessionView } from '../../protocol/control/types.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';

/**
 * The last login with this folder's key: at which node, as what, until when. The token reads; it never signs.
 */
export interface StoredSession {
  readonly socketPath: string;
  readonly token: string;
  readonly session: SessionView;
}

const fileOf = (folder: string): string => join(folder, 'session.json');

/**
 * The session that was opened last, unless it was ended.
 * @throws ComityError if the file is there and can't be read.
 */
export function readSession(folder: string): StoredSession | undefined {
  const stored = read(folder);
  return stored !== undefined && 'token' in stored ? stored : undefined;
}

/** Where the node of the last login listens; as `readSession` otherwise. */
export function lastSocket(folder: string): string | undefined {
  return read(folder)?.socketPath;
}

function read(folder: string): StoredSession | Pick<StoredSession, 'socketPath'> | undefined {
  const path = fileOf(folder);
  const text = readPrivateFile(path);
  if (text === undefined) return undefined;
  const stored = parse(text);
  if (isStored(stored)) return stored;
  throw new ComityError('failed', `${path} is damaged — remove it, and log in again: comity login`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isStored(value: unknown): value is StoredSession | Pick<StoredSession, 'socketPath'> {
  if (typeof value !== 'object' || value === null || !('socketPath' in value)) return false;
  if (typeof value.socketPath !== 'string') return false;
  if (!('token' in value)) return true;
  return typeof value.token === 'string' && 'session' in value && typeof value.session === 'object';
}

export function writeSession(folder: string, session: StoredSession): void {
  writePrivateFile(fileOf(folder), `${JSON.stringify(session, undefined, 2)}\n`);
}

/** Forgets the token and keeps where the node is. */
export function forgetSession(folder: string): void {
  const socketPath = lastSocket(folder);
  if (socketPath !== undefined) writePrivateFile(fileOf(folder), `${JSON.stringify({ socketPath })}\n`);
}
