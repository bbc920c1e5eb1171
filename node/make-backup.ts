import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { RELEASE } from '../protocol/release.ts';
import { toHex } from '../protocol/hash.ts';
import type { BackupEntry } from './backup/entry.ts';
import { backupBytes } from './backup/write-backup.ts';
import type { Clock } from './clock.ts';
import type { HomeMarker } from './home/marker.ts';
import { homePlaces } from './home/places.ts';
import { assertSoundKeystore, resealKeystore } from './keystore/keystore-copy.ts';
import type { Keystore } from './keystore/keystore.ts';
import { KEYSPACES, type KeyspaceName } from './storage/keyspaces.ts';
import { SCHEMA } from './storage/migrations.ts';
import { erasureListPath } from './storage/places.ts';
import type { Snapshot, Storage } from './storage/storage.ts';

export interface BackupDependencies {
  readonly home: string;
  readonly marker: HomeMarker;
  readonly keystore: Pick<Keystore, 'storeKey'>;
  readonly storage: Storage;
  readonly clock: Clock;
}

/** That of the home, and the one that the backup is to have instead. */
export interface OwnPassphrase {
  readonly from: string;
  readonly to: string;
}

const SALT_BYTES = 16;

/** What means nothing in another life of the store: sessions of officers, and work on files that are gone. */
const LEFT_OUT: readonly KeyspaceName[] = ['officerSessions', 'erasures'];

/**
 * The bytes of a backup of a node that runs: the store as it is now, and the files of the home but for the
 * State key. It opens under the passphrase of the home, or an own one. Memory does not grow with the store.
 *
 * @throws ComityError `keystore-damaged`, `wrong-passphrase`.
 */
export async function* makeBackup(
  dependencies: BackupDependencies,
  passphrase?: OwnPassphrase,
): AsyncGenerator<Uint8Array, Buffer> {
  const { home, marker, keystore, storage, clock } = dependencies;
  const header = {
    party: marker.party,
    network: marker.network,
    createdAt: clock.now(),
    release: RELEASE,
    schema: SCHEMA.version,
    salt: toHex(clock.randomBytes(SALT_BYTES)),
    keystore: await keystoreText(dependencies, passphrase),
  };
  const snapshot = await storage.snapshot();
  try {
    return yield* backupBytes({ header, storeKey: keystore.storeKey, entries: entriesOf(home, snapshot) });
  } finally {
    await snapshot.close();
  }
}

async function keystoreText(
  { home, clock }: BackupDependencies,
  passphrase: OwnPassphrase | undefined,
): Promise<string> {
  const text = await readFile(join(homePlaces(home).keys, 'keystore.json'), 'utf8');
  assertSoundKeystore(text);
  return passphrase === undefined ? text : resealKeystore(text, passphrase, clock.randomBytes);
}

async function* entriesOf(home: string, snapshot: Snapshot): AsyncGenerator<BackupEntry> {
  const { marker, config, profile } = homePlaces(home);
  for (const path of [marker, config, profile, erasureListPath(home)]) {
    const value = await readFile(path).catch(onlyMissing);
    if (value !== undefined) yield { kind: 'file', name: basename(path), value };
  }
  for (const name of Object.keys(KEYSPACES) as KeyspaceName[]) {
    if (LEFT_OUT.includes(name)) continue;
    for await (const { key, value } of snapshot.keyspace(name).scan()) {
      yield { kind: 'row', keyspace: name, key, value };
    }
  }
}

/** A home needs no configuration, and has no list of erasures before the first. */
function onlyMissing(error: unknown): undefined {
  if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
}
