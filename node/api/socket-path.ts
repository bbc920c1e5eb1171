import { createHash } from 'node:crypto';

/** Longest path of a Unix socket in bytes: Linux takes 108 with the zero at its end. */
export const SOCKET_PATH_BYTES_MAX = 107;

export interface RuntimeFolders {
  /** `$XDG_RUNTIME_DIR`, where a login session has one. */
  readonly runtimeFolder?: string | undefined;
  /** `os.tmpdir()`. */
  readonly temporaryFolder: string;
  /** Number of the account that the daemon runs under. */
  readonly accountId: number;
}

const SYSTEM_FOLDER = '/run/comity';

/**
 * Where the control socket of a home may lie, the best place first. The paths are short whatever the home's
 * is. The daemon takes the first place that it may use and writes it into the home; a client that can't read
 * the home tries all.
 */
export function socketPaths(home: string, folders: RuntimeFolders): string[] {
  const name = createHash('sha256').update(home).digest('hex').slice(0, 16);
  const { runtimeFolder, temporaryFolder, accountId } = folders;
  const places = [
    ...(runtimeFolder ? [`${runtimeFolder}/comity`] : []),
    SYSTEM_FOLDER,
    `${temporaryFolder}/comity-${accountId}`,
  ];
  return places.map((place) => `${place}/${name}/control.sock`);
}
