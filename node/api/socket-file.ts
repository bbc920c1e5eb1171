import { chmod, chown, lstat, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import { SOCKET_PATH_BYTES_MAX } from './socket-path.ts';

const FOLDER_MODE = 0o750;
/** Of the folder round it: whoever passes through it sees the names of folders, and gets into none. */
const PARENT_MODE = 0o755;
const SOCKET_MODE = 0o660;
const OTHERS_MAY_WRITE = 0o022;
const STICKY = 0o1000;

/**
 * Makes the folder of a socket, and takes away a socket that a dead daemon left. A new folder is closed to
 * others until `openToGroup`.
 *
 * @throws ComityError `socket-path-too-long`, `socket-unsafe` (others could exchange the socket),
 * `socket-in-use`.
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
  await makeFolder(dirname(folder), PARENT_MODE);
  await makeFolder(folder, 0o700);
  await assertSafe(dirname(folder), folder);
  if (await answers(path)) {
    throw new ComityError(
      'socket-in-use',
      `Another daemon listens at ${path} — stop it, or set socket.path.`,
    );
  }
  await rm(path, { force: true });
}

/**
 * With exactly this mode, whatever the process leaves out by default; a folder that is there stays as it is.
 */
async function makeFolder(folder: string, mode: number): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await chmod(folder, mode);
}

/** In a shared folder another account could have made it first, or could exchange what lies in it. */
async function assertSafe(parent: string, folder: string): Promise<void> {
  const account = process.getuid?.() ?? 0;
  const [above, own] = [await stat(parent), await lstat(folder)];
  const isKept = above.uid === account || above.uid === 0;
  const isShared = (above.mode & OTHERS_MAY_WRITE) !== 0 && (above.mode & STICKY) === 0;
  const isOwn = own.isDirectory() && own.uid === account && (own.mode & OTHERS_MAY_WRITE) === 0;
  if (!isKept || isShared || !isOwn) throw unsafe(folder);
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

/**
 * Lets the account and the members of the group connect, if there is such a group; whether there is.
 * `folder`: the socket's folder is the daemon's own, and is opened to the group too.
 */
export async function openToGroup(
  path: string,
  group: string,
  options: { readonly folder: boolean },
): Promise<boolean> {
  const groupId = await numberOfGroup(group);
  const account = process.getuid?.() ?? 0;
  const paths = options.folder ? [dirname(path), path] : [path];
  const shared = groupId !== undefined && (await tryChown(paths, account, groupId));
  await chmod(path, SOCKET_MODE);
  if (options.folder) await chmod(dirname(path), FOLDER_MODE);
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
