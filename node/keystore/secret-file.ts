import { constants } from 'node:fs';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const OTHERS = 0o077;

/** What a secret file is, for sentences: "keystore", "passphrase file". */
export interface SecretFile {
  readonly path: string;
  readonly what: string;
  readonly bytesMax: number;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/**
 * The text of a file that nobody but its owner may read.
 * @throws ComityError `secret-missing`, `secret-exposed` (others may read it), `secret-too-large`.
 */
export async function readSecretFile({ path, what, bytesMax }: SecretFile): Promise<string> {
  const file = await open(path, constants.O_RDONLY).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    throw new ComityError('secret-missing', `There is no ${what} at ${path}: check the path.`, {
      cause: error,
    });
  });
  try {
    // The mode is that of the opened file, whatever the path names a moment later.
    const { mode, size } = await file.stat();
    if ((mode & OTHERS) !== 0) {
      throw new ComityError(
        'secret-exposed',
        `Others on this machine may read the ${what} at ${path}: run \`chmod 600 ${path}\`, and change what it protects ` +
          'if anybody may have read it.',
        { details: { mode: (mode & 0o777).toString(8) } },
      );
    }
    if (size > bytesMax) {
      throw new ComityError('secret-too-large', `${path} is too large to be a ${what}: check the path.`);
    }
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** Makes sure that a folder is there that nobody but its owner may look into. */
export async function makeSecretFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: FOLDER_MODE });
}

/**
 * Writes a file that nobody but its owner may read, in one step and durably: whatever happens, the whole of
 * it is there or nothing. Without `replace` it rejects with ComityError `secret-exists` where a file is.
 */
export async function writeSecretFile(
  path: string,
  text: string,
  options: { readonly replace: boolean },
): Promise<void> {
  const next = `${path}.next`;
  await rm(next, { force: true });
  const file = await open(next, 'wx', FILE_MODE);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  if (options.replace) await rename(next, path);
  else await publish(next, path);
  await syncFolder(dirname(path));
}

/** A link, unlike a rename, does not replace what is there. */
async function publish(next: string, path: string): Promise<void> {
  try {
    await link(next, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new ComityError('secret-exists', `There is a file at ${path} already: it was left as it is.`, {
      cause: error,
    });
  } finally {
    await rm(next, { force: true });
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
