import { access, constants } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { socketPaths } from './api/socket-path.ts';

/** The first place of those where the socket of this home may lie that this account can write to. */
export async function chooseSocket(
  home: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const paths = socketPaths(home, {
    runtimeFolder: env['XDG_RUNTIME_DIR'],
    temporaryFolder: tmpdir(),
    accountId: process.getuid?.() ?? 0,
  });
  const last = paths.at(-1) ?? '';
  for (const path of paths.slice(0, -1)) {
    if (await isWritable(dirname(dirname(dirname(path))), dirname(dirname(path)))) return path;
  }
  return last;
}

/** Whether this account can make its own folder: in one that is there, or in one that it can make. */
async function isWritable(above: string, folder: string): Promise<boolean> {
  const may = async (path: string): Promise<boolean> =>
    access(path, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
  return (await may(folder)) || (!(await exists(folder)) && (await may(above)));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
