import { cp, open, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SeededRandom } from '../../test/support/seeded-random.ts';

/** Homes that something is taken from: the same one earlier, and one of another State. */
export interface OtherHomes {
  readonly earlier: string;
  readonly foreign: string;
}

/** Spoils a home whose node has stopped. */
export type Spoiling = (home: string, random: SeededRandom, others: OtherHomes) => Promise<void>;

async function pickFile(folder: string, pattern: RegExp, random: SeededRandom): Promise<string> {
  const names = (await readdir(folder)).filter((name) => pattern.test(name)).toSorted();
  return join(folder, random.pick(names));
}

async function flip(path: string, random: SeededRandom): Promise<void> {
  const { size } = await stat(path);
  const file = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  const at = random.below(size);
  await file.read(byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ (1 << random.below(8));
  await file.write(byte, 0, 1, at);
  await file.close();
}

const flipIn =
  (folder: string, pattern: RegExp): Spoiling =>
  async (home, random) =>
    flip(await pickFile(join(home, folder), pattern, random), random);

const removed =
  (folder: string, pattern: RegExp): Spoiling =>
  async (home, random) =>
    rm(await pickFile(join(home, folder), pattern, random));

const cut =
  (folder: string, pattern: RegExp): Spoiling =>
  async (home, random) => {
    const path = await pickFile(join(home, folder), pattern, random);
    await truncate(path, random.below((await stat(path)).size));
  };

const taken =
  (from: keyof OtherHomes, place: string): Spoiling =>
  async (home, _, others) => {
    await rm(join(home, place), { recursive: true });
    await cp(join(others[from], place), join(home, place), { recursive: true });
  };

const LOG = /^\d+\.log$/;
const TABLE = /^\d+\.ldb$/;
const LIST = /^MANIFEST-/;

/** Whatever can happen to a home while its node is off. */
export const SPOILINGS: Readonly<Record<string, Spoiling>> = {
  'a bit of a log': flipIn('database', LOG),
  'a bit of a table': flipIn('database', TABLE),
  'a bit of the list of files': flipIn('database', LIST),
  'a bit of CURRENT': flipIn('database', /^CURRENT$/),
  'a bit of the keystore': flipIn('keys', /^keystore.json$/),
  'a bit of the sentinel': flipIn('', /^sentinel.json$/),
  'a bit of the marker': flipIn('', /^home.json$/),
  'a bit of the configuration': flipIn('', /^config.yaml$/),
  'a bit of the profile': flipIn('', /^profile.comity$/),
  'a bit of the ballast': flipIn('', /^ballast$/),
  'a bit of the list of erasures': flipIn('', /^erasures.list$/),
  'CURRENT is gone': removed('database', /^CURRENT$/),
  'a table is gone': removed('database', TABLE),
  'a log is gone': removed('database', LOG),
  'the list of files is gone': removed('database', LIST),
  'the sentinel is gone': removed('', /^sentinel.json$/),
  'a log is cut': cut('database', LOG),
  'a table is cut': cut('database', TABLE),
  'the list of files is cut': cut('database', LIST),
  'an earlier database': taken('earlier', 'database'),
  'a foreign database': taken('foreign', 'database'),
  'a foreign keystore': taken('foreign', 'keys'),
  'a foreign sentinel': taken('foreign', 'sentinel.json'),
  'a foreign marker': taken('foreign', 'home.json'),
  'a newer home': async (home) => {
    const path = join(home, 'home.json');
    const marker = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(`${path}.next`, JSON.stringify({ ...marker, format: 99 }));
    await rename(`${path}.next`, path);
  },
};
