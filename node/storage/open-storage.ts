import { mkdir } from 'node:fs/promises';
import type { ComityError } from '../../protocol/errors.ts';
import { Database } from './database.ts';
import { DatabaseStorage } from './database-storage.ts';
import type { Engine } from './engine.ts';
import { identityRow, newDatabaseId, readIdentity } from './identity.ts';
import { journalRow } from './journal.ts';
import { openLevelEngine } from './level-engine.ts';
import { pendingMigrations, SCHEMA } from './migrations.ts';
import { databaseFolder } from './places.ts';
import type { Storage, StorageOptions } from './storage.ts';
import { isUnchecked } from './unchecked.ts';

/**
 * Makes the database of a new home and opens it.
 * @throws ComityError('already-initialised') where there is one.
 */
export async function createStorage(options: StorageOptions): Promise<Storage> {
  const { openEngine = openLevelEngine, schema = SCHEMA, storeKey, clock } = options;
  const folder = databaseFolder(options.home);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const engine = await openEngine(folder, { create: true });
  try {
    const databaseId = newDatabaseId(clock.randomBytes);
    await engine.write([identityRow({ databaseId, schemaVersion: schema.version }, storeKey), journalRow(1)]);
  } finally {
    await engine.close();
  }
  return openStorage(options);
}

/**
 * Bytes of table files whose checksums are compared before the store serves anybody: a quarter of a second.
 * The newest files are within; the others are read while it serves.
 */
const BYTES_CHECKED_AT_START = 256 * 1024 * 1024;

/**
 * Opens the database of a home and checks that it is this keystore's, complete, and not older than it was.
 * Rejects with ComityError: `not-initialised`, `already-running`, `wrong-store-key`, `newer-schema`,
 * `rolled-back`,
 * `damaged`. A database of an older schema is migrated before anybody sees it.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { home, openEngine = openLevelEngine } = options;
  const bytesMax = (await isUnchecked(home)) ? Infinity : BYTES_CHECKED_AT_START;
  const { acceptLoss: lose = refuse } = options;
  const open = (): Promise<Engine> =>
    openEngine(databaseFolder(home), { create: false, check: { bytesMax, lose } });
  const engine = await open();
  try {
    return await openOn(engine, { ...options, acceptLoss: lose }, open);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function refuse(loss: ComityError): never {
  throw loss;
}

async function openOn(
  engine: Engine,
  options: StorageOptions & { readonly acceptLoss: (loss: ComityError) => void },
  open: () => Promise<Engine>,
): Promise<Storage> {
  const { schema = SCHEMA, storeKey, recorder } = options;
  const { databaseId, schemaVersion } = await readIdentity(engine, storeKey);
  const migrations = pendingMigrations(schemaVersion, schema);
  const { randomBytes } = options.clock;
  const database = new Database(engine, {
    databaseId,
    storeKey,
    schemaVersion: schema.version,
    recorder,
    randomBytes,
    open,
  });
  const storage = new DatabaseStorage(database, databaseId, options);
  await storage.start(migrations, options.acceptLoss);
  return storage;
}
