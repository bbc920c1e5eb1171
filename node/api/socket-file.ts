import { chmod, chown, lstat, mkdir, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import { SOCKET_PATH_BYTES_MAX } from './socket-path.ts';

const FOLDER_MODE = 0o750;
const SOCKET_MODE = 0o660;
const OTHERS_MAY_WRITE = 0o022;

/**
 * Makes the folder of a socket, and takes away a socket that a dead daemon left. The folder is closed to others until
 * `openToGroup`.
 *
 * @throws ComityError `socket-path-too-long`, `socket-unsafe` (the folder is another account's), `socket-in-use`.
 */
export async function prepareSocket(path: string): Promise<void> {
  const bytes = Buffer.byteLength(path);
  if (bytes > SOCKET_PATH_BYTES_MAX) {
    const sentence =
      `The path of the control socket has ${bytes} bytes and ${SOCKET_PATH_BYTES_MAX} are possible — ` +
      `set socket.path to a shorter one: ${path}`;
    throw new ComityError('socket-path-too-long', sentence);
  }
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  await assertOwnFolder(folder);
  if (await answers(path)) {
    throw new ComityError(
      'socket-in-use',
      `Another daemon listens at ${path} — stop it, or set socket.path.`,
    );
  }
  await rm(path, { force: true });
}

/** In a shared folder another account could have made it first, or could exchange what lies in it. */
async function assertOwnFolder(folder: string): Promise<void> {
  const { uid, mode } = await lstat(folder).then((found) => {
    if (found.isDirectory()) return found;
    throw unsafe(folder);
  });
  if (uid !== process.getuid?.() || (mode & OTHERS_MAY_WRITE) !== 0) throw unsafe(folder);
}

function unsafe(folder: string): ComityError {
  const sentence = `The folder ${folder} of the control socket can be changed by others — set socket.path.`;
  return new ComityError('socket-unsafe', sentence);
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

/** Lets the account and the members of the group connect, if there is such a group; whether there is. */
export async function openToGroup(path: string, group: string): Promise<boolean> {
  const groupId = await numberOfGroup(group);
  const account = process.getuid?.() ?? 0;
  const folder = dirname(path);
  const shared = groupId !== undefined && (await tryChown([folder, path], account, groupId));
  await chmod(path, SOCKET_MODE);
  await chmod(folder, FOLDER_MODE);
  return shared;
}

/** An account can give its files only to groups that it belongs to. */
async function tryChown(paths: readonly string[], account: number, groupId: number): Promise<boolean> {
  try {
    for (const path of paths) await chown(path, account, groupId);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EPERM') return false;
    throw error;
  }
}

async function numberOfGroup(group: string): Promise<number | undefined> {
  const text = await readFile('/etc/group', 'utf8').catch(() => '');
  const line = text.split('\n').find((entry) => entry.startsWith(`${group}:`));
  const number = Number(line?.split(':')[2]);
  return Number.isInteger(number) ? number : undefined;
}
