import { rename, rm, writeFile } from 'node:fs/promises';
import type { Directory } from './directory/directory.ts';
import { homePlaces } from './home/places.ts';

export interface PublishedPlaces {
  readonly socketPath: string;
  readonly directory: Directory;
  readonly onBug: (error: unknown) => void;
}

/**
 * Writes into the home where the control socket is, for the commands of this account, and keeps the profile
 * there up to date. Gives what takes the first away again.
 */
export async function publishPlaces(
  home: string,
  { socketPath, directory, onBug }: PublishedPlaces,
): Promise<() => Promise<void>> {
  const places = homePlaces(home);
  const writeProfile = (): Promise<void> => replace(places.profile, directory.own().bytes);
  await replace(places.socket, `${socketPath}\n`);
  await writeProfile();
  directory.onChanged((party) => {
    if (party === directory.own().profile.party) void writeProfile().catch(onBug);
  });
  return () => rm(places.socket, { force: true });
}

/** Whoever reads meanwhile gets the old file or the new one. */
async function replace(path: string, data: string | Uint8Array): Promise<void> {
  const next = `${path}.next`;
  await writeFile(next, data, { mode: 0o600, flush: true });
  await rename(next, path);
}
