import { openDirectory, type Directory } from '../../node/directory/directory.ts';
import { createDirectoryRepository } from '../../node/directory/directory-repository.ts';
import type { Links } from '../../node/directory/directory-handlers.ts';
import { silentLog } from '../../node/log.ts';
import { ComityError } from '../../protocol/errors.ts';
import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import type { OpenedProfile, Profile } from '../../protocol/identity/profile.ts';
import { createFakeClock } from './fake-clock.ts';
import { createMemoryStore } from './memory-store.ts';
import { aProfile, signed } from './profiles.ts';

/** Where a profile comes from when an operator adds it. */
export const operator = { operator: 'an officer' };

/** The directory of a node of GD that knows nobody. */
export async function anEmptyDirectory() {
  const store = createMemoryStore();
  const clock = createFakeClock();
  const own = signed(aProfile('GD'));
  const rows = createDirectoryRepository(store);
  await store.commit({ operations: [rows.putProfile(own), rows.putOwn(own.digest)] });
  const directory = await openDirectory({ store, clock, log: silentLog });
  const reopen = (): Promise<Directory> => openDirectory({ store, clock, log: silentLog });
  return { store, clock, directory, reopen };
}

/** Links over which nothing ever went. */
export const quietLinks: Links = {
  connected: () => false,
  lastContactAt: () => undefined,
  silentSince: () => 0,
  queued: () => ({ emergency: 0, urgent: 0, routine: 0 }),
  exchanged: () => Promise.resolve(false),
  ping: () => Promise.reject(new ComityError('not-connected', 'There is no session.')),
};

/** The same with JM as a partner, and ways to make and offer later profiles of JM. */
export async function aDirectoryWithPartner() {
  const node = await anEmptyDirectory();
  const first = signed(aProfile('JM'));
  await node.directory.takeUp(first.bytes, operator);
  await node.directory.approve('JM', fingerprintOf(first.profile.stateKey.publicKey), 'op');
  const next = (before: OpenedProfile, parts: Partial<Profile> = {}): OpenedProfile =>
    signed({ ...before.profile, version: before.profile.version + 1, previous: before.digest, ...parts });
  const offer = async (opened: OpenedProfile): Promise<string> =>
    (await node.directory.takeUp(opened.bytes, { partner: 'TT' })).outcome;
  return { ...node, first, next, offer };
}

/** What a directory warns of, a line each. */
export function sentences(directory: Directory): string {
  return directory
    .warnings()
    .map(({ message }) => message)
    .join('\n');
}
