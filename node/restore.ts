import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ComityError } from '../protocol/errors.ts';
import { toHex } from '../protocol/hash.ts';
import type { Hex, Time } from '../protocol/value.ts';
import { AuditRecord } from './audit/record.ts';
import type { RecordReport } from './audit/verify-record.ts';
import type { BackupHeader } from './backup/header.ts';
import { openBackup, type OpenedBackup } from './backup/read-backup.ts';
import { systemClock, type Clock } from './clock.ts';
import { makeFolder } from './home/make-folder.ts';
import { homePlaces } from './home/places.ts';
import { openKeystoreCopy, type StoreKeys } from './keystore/keystore-copy.ts';
import { makeSecretFolder, writeSecretFile } from './keystore/secret-file.ts';
import { putRestoration } from './restoration.ts';
import type { Operation } from './storage/change.ts';
import { parseErasures, readErasures, rowHash } from './storage/erasure-list.ts';
import { KEYSPACES, type KeyspaceName } from './storage/keyspaces.ts';
import { SCHEMA } from './storage/migrations.ts';
import { createStorage, openStorage } from './storage/open-storage.ts';
import { erasureListPath } from './storage/places.ts';
import type { Storage, StorageOptions } from './storage/storage.ts';

/** What a backup holds, once all of it has been read and authenticated. */
export interface BackupFacts {
  readonly party: string;
  readonly network: string;
  readonly createdAt: Time;
  readonly release: string;
  readonly files: number;
  readonly rows: number;
}

export interface RestoreOptions {
  readonly file: string;
  /** Where the home is made; nothing may be there. */
  readonly home: string;
  /** That of the backup; the restored home has the same. */
  readonly passphrase: string;
  /** Further lists of what was erased since the backup. */
  readonly erasures?: readonly string[];
  readonly clock?: Clock;
}

export interface Restored extends BackupFacts {
  /** Rows of the backup that had been erased since, and are not in the home. */
  readonly erased: number;
  readonly record: Pick<RecordReport, 'intact' | 'size'>;
}

/** Bytes of rows that are committed together. */
const STEP_BYTES = 2 * 1024 * 1024;

/**
 * Reads a backup from end to end, and writes nothing.
 * @throws ComityError `no-backup`, `backup-damaged`, `backup-incomplete`, `wrong-passphrase`, `newer-backup`.
 */
export async function verifyBackup(file: string, passphrase: string): Promise<BackupFacts> {
  const backup = await openBackup(file);
  try {
    return await readThrough(backup, await keysOf(backup, passphrase));
  } finally {
    await backup.close();
  }
}

function keysOf({ header }: OpenedBackup, passphrase: string): Promise<StoreKeys> {
  if (header.schema > SCHEMA.version) {
    throw new ComityError(
      'newer-backup',
      `The backup was made by a newer comity (${header.release}): install that release or a later one.`,
    );
  }
  return openKeystoreCopy(header.keystore, passphrase);
}

async function readThrough(backup: OpenedBackup, { storeKey }: StoreKeys): Promise<BackupFacts> {
  let [files, rows] = [0, 0];
  for await (const { kind } of backup.entries(storeKey)) {
    if (kind === 'file') files += 1;
    else rows += 1;
  }
  return { ...factsOf(backup.header), files, rows };
}

function factsOf({ party, network, createdAt, release }: BackupHeader) {
  return { party, network, createdAt, release };
}

/**
 * Makes a home of a backup: reads all of it first, leaves out what was erased since, checks the record, and
 * marks the store as restored. All of it or nothing, and never over anything that is there.
 *
 * @throws ComityError as `verifyBackup`; `already-initialised`; `damaged` for a list of erasures.
 */
export async function restoreHome(options: RestoreOptions): Promise<Restored> {
  const { file, home, passphrase, clock = systemClock } = options;
  const backup = await openBackup(file);
  try {
    const keys = await keysOf(backup, passphrase);
    const lists = await Promise.all((options.erasures ?? []).map(namedErasures));
    const facts = await readThrough(backup, keys);
    let done: Pick<Restored, 'erased' | 'record'> | undefined;
    await makeFolder(home, async (stage) => {
      const erased = new Set(lists.flatMap((list) => [...list]));
      done = await fill(stage, { backup, keys, erased, clock });
    });
    if (done === undefined) throw new Error('the folder was not filled');
    return { ...facts, ...done };
  } finally {
    await backup.close();
  }
}

/** One that was named has to be there. */
async function namedErasures(path: string): Promise<ReadonlySet<Hex>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const sentence = `The list of erasures ${path} can't be read — name another file; where nothing was ever erased there is none, and no --erasures is needed.`;
    throw new ComityError('usage', sentence, { cause });
  });
  return parseErasures(text, path);
}

interface Filling {
  readonly backup: OpenedBackup;
  readonly keys: StoreKeys;
  readonly erased: Set<Hex>;
  readonly clock: Clock;
}

async function fill(stage: string, filling: Filling): Promise<Pick<Restored, 'erased' | 'record'>> {
  const { backup, keys, clock } = filling;
  const { keys: folder } = homePlaces(stage);
  await makeSecretFolder(folder);
  await writeSecretFile(join(folder, 'keystore.json'), backup.header.keystore, { replace: false });
  const options = storeOptions(stage, keys, clock);
  // With the schema of the backup: opening it then brings it to the present one.
  const schema = { version: backup.header.schema, migrations: [] };
  const storage = await createStorage({ ...options(new AuditRecord(clock)), schema });
  const erased = await closing(storage, () => fillStore(stage, storage, filling));
  const record = new AuditRecord(clock);
  const opened = await openStorage(options(record));
  return closing(opened, async () => {
    const report = await record.verify();
    await mark(opened, backup.header.createdAt, clock);
    return { erased, record: { intact: report.intact, size: report.size } };
  });
}

function storeOptions(home: string, keys: StoreKeys, clock: Clock) {
  return (recorder: AuditRecord): StorageOptions => ({
    home,
    ...keys,
    recorder,
    clock,
    onFatal: (error) => {
      throw error;
    },
  });
}

async function closing<T>(storage: Storage, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await storage.close();
  }
}

/** Files come before rows, and so does the list of what was erased. Gives how many rows it left out. */
async function fillStore(
  stage: string,
  storage: Storage,
  { backup, keys, erased }: Filling,
): Promise<number> {
  let leftOut = 0;
  let [operations, bytes]: [Operation[], number] = [[], 0];
  for await (const entry of backup.entries(keys.storeKey)) {
    if (entry.kind === 'file') {
      for (const hash of await writeHomeFile(stage, entry)) erased.add(hash);
      continue;
    }
    const row = { keyspace: keyspaceOf(entry.keyspace), key: entry.key, value: new Uint8Array(entry.value) };
    const isErased = erased.has(rowHash(storage, row));
    if (isErased) leftOut += 1;
    else operations.push(row);
    bytes += row.value.length;
    if (bytes < STEP_BYTES) continue;
    await storage.commit({ operations });
    [operations, bytes] = [[], 0];
  }
  await storage.commit({ operations });
  return leftOut;
}

/** Gives what the file says was erased, if it is that list. */
async function writeHomeFile(
  stage: string,
  { name, value }: { readonly name: string; readonly value: Uint8Array },
): Promise<ReadonlySet<Hex>> {
  const path = join(stage, placeOf(name));
  await writeFile(path, value, { mode: 0o600, flag: 'wx', flush: true });
  return path === erasureListPath(stage) ? readErasures(path) : new Set();
}

/** Nothing is written but the files that a home has. */
function placeOf(name: string): string {
  const { marker, config, profile } = homePlaces('');
  if ([marker, config, profile, erasureListPath('')].includes(name)) return name;
  throw new ComityError('backup-damaged', 'The backup holds a file that no home has. Use another one.');
}

function keyspaceOf(name: string): KeyspaceName {
  if (name in KEYSPACES) return name as KeyspaceName;
  throw new ComityError(
    'newer-backup',
    'The backup holds rows that this release does not know: install a later one.',
  );
}

async function mark(storage: Storage, asOf: Time, clock: Clock): Promise<void> {
  const restoration = { id: toHex(clock.randomBytes(16)), at: clock.now(), asOf };
  await storage.commit({
    operations: [putRestoration(storage, restoration)],
    events: [{ type: 'node.restored', at: restoration.at, actor: 'operator', detail: { asOf } }],
  });
}
