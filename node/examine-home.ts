import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Warning, WarningCode } from '../protocol/control/warnings.ts';
import { isComityError } from '../protocol/errors.ts';
import { openProfile } from '../protocol/identity/profile.ts';
import type { Time } from '../protocol/value.ts';
import type { Config } from './config/schema.ts';
import { dumpingVariables } from './debug-variables.ts';
import { homePlaces } from './home/places.ts';
import { assertSoundKeystore } from './keystore/keystore-copy.ts';
import { readHome } from './open-home.ts';
import { createBallast } from './storage/ballast.ts';
import { readErasures } from './storage/erasure-list.ts';
import { examineDatabase } from './storage/level-engine.ts';
import { ballastPath, databaseFolder, erasureListPath, sentinelPath } from './storage/places.ts';
import { freeBytesAt } from './storage/room.ts';
import { spaceWarnings } from './storage-care.ts';

export interface Examination {
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Time;
}

const OTHERS = 0o077;
const MEBI = 1024 * 1024;
/** A clock that is so far behind its own files was set back. */
const BEHIND_MS = 10 * 60 * 1000;

/** What can be said of a home without its keys, whether its node runs or not. It changes nothing. */
export async function examineHome({ home, env, now }: Examination): Promise<Warning[]> {
  return [
    ...dumpingVariables(env),
    ...(await openPlaces(home)),
    ...(await keyFiles(home)),
    ...(await otherFiles(home)),
    ...(await configured(home, env)),
    ...(await clock(home, now)),
    ...(await database(home)),
  ];
}

/** While a daemon runs it looks at these files itself, and they change. */
async function database(home: string): Promise<Warning[]> {
  if (await isThere(homePlaces(home).socket)) return [];
  const losses = await examineDatabase(databaseFolder(home)).catch((error: unknown) => {
    if (isComityError(error)) return [error];
    throw error;
  });
  return losses.map(({ message }) => said('file-damaged', databaseFolder(home), message));
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function openPlaces(home: string): Promise<Warning[]> {
  const { keys } = homePlaces(home);
  const isOpen = async (path: string): Promise<boolean> =>
    stat(path).then(
      ({ mode }) => (mode & OTHERS) !== 0,
      () => false,
    );
  const found: Warning[] = [];
  if (await isOpen(home)) found.push(said('home-open', home, `Others may look into ${home}.`));
  for (const name of await readdir(keys).catch(() => [])) {
    const path = join(keys, name);
    if (await isOpen(path)) found.push(said('keys-open', path, `Others may read ${path}.`));
  }
  return found;
}

async function keyFiles(home: string): Promise<Warning[]> {
  const { keys, stateKey } = homePlaces(home);
  const keystore = join(keys, 'keystore.json');
  const broken = await ifBroken('keys-damaged', keystore, () => readKeys(keystore));
  if (!(await isThere(stateKey))) return broken;
  return [
    ...broken,
    said('state-key-here', stateKey, `The State key lies in ${stateKey}.`),
    ...(await ifBroken('keys-damaged', stateKey, () => readKeys(stateKey))),
  ];
}

async function readKeys(path: string): Promise<void> {
  assertSoundKeystore(await readFile(path, 'utf8'));
}

async function otherFiles(home: string): Promise<Warning[]> {
  const { profile } = homePlaces(home);
  const list = erasureListPath(home);
  return [
    ...(await ifBroken('home-damaged', profile, async () =>
      openProfile(new Uint8Array(await readFile(profile))),
    )),
    ...(await ifBroken('home-damaged', list, () => readErasures(list))),
    ...(await ifBroken('home-damaged', sentinelPath(home), async () =>
      JSON.parse(await readFile(sentinelPath(home), 'utf8')),
    )),
  ];
}

/** What follows from the configuration, or that it can't be read. */
async function configured(home: string, env: Examination['env']): Promise<Warning[]> {
  try {
    const { config } = await readHome(home, env);
    return [...(await space(home, config)), ...(await ballast(home, config))];
  } catch (error) {
    if (!isComityError(error)) throw error;
    const code = error.code === 'config-invalid' ? 'config-invalid' : 'home-damaged';
    return [said(code, home, error.message)];
  }
}

async function space(home: string, { storage }: Config): Promise<Warning[]> {
  return spaceWarnings(await freeBytesAt(home), storage.freeMebibytesMin * MEBI);
}

async function ballast(home: string, { storage }: Config): Promise<Warning[]> {
  const state = await createBallast(home, storage.ballastMebibytes * MEBI).state();
  if (state !== 'damaged') return [];
  return [
    said('ballast-damaged', ballastPath(home), 'The ballast file in the home is not as it was written.'),
  ];
}

/** The sentinel is written every second while the node works. */
async function clock(home: string, now: Time): Promise<Warning[]> {
  const { mtimeMs } = await stat(sentinelPath(home)).catch(() => ({ mtimeMs: 0 }));
  if (mtimeMs - now < BEHIND_MS) return [];
  const since = new Date(mtimeMs).toISOString();
  return [said('clock-unset', home, `The clock is before ${since}, when the node last wrote to its home.`)];
}

async function ifBroken(code: WarningCode, path: string, look: () => unknown): Promise<Warning[]> {
  try {
    await look();
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : '';
    return [said(code, path, `${path} is missing or damaged: ${why ?? ''}`)];
  }
}

function said(code: WarningCode, subject: string, message: string): Warning {
  return { code, subject, message };
}
