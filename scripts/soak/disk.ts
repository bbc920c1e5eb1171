import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../node/clock.ts';
import { openDirectory } from '../../node/directory/directory.ts';
import { examineHome } from '../../node/examine-home.ts';
import { assertMarks } from '../../node/home/marker.ts';
import { initHome } from '../../node/init.ts';
import { silentLog } from '../../node/log.ts';
import { openHome, type OpenHome, readHome } from '../../node/open-home.ts';
import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import { isComityError } from '../../protocol/errors.ts';
import { collect } from '../../test/support/collect.ts';
import { signerFrom } from '../../test/support/profiles.ts';
import { randomFrom } from '../../test/support/seeded-random.ts';
import { SPOILINGS } from './spoilings.ts';

const PASSPHRASE = 'correct horse';
const ROWS = 300;

/**
 * What became of a spoilt home. `refused`: it did not start, with a sentence. `noticed`: it served what is
 * right, and the damage is said by doctor or log. `harmless`: it served what is right, nobody noticed.
 * `wrong`: something else was served. `unsaid`: it failed without a sentence.
 */
export type Verdict = 'refused' | 'noticed' | 'harmless' | 'wrong' | 'unsaid';

export interface DiskOptions {
  readonly seed: number;
  /** Times that each thing is done. */
  readonly rounds: number;
}

/** Does everything that a disk may do to a home, each time to a fresh copy, and counts what became of it. */
export async function soakDisk(report: (row: object) => void, { seed, rounds }: DiskOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'comity-disk-'));
  const random = randomFrom(seed);
  try {
    const homes = await makeHomes(folder);
    for (const [what, spoil] of Object.entries(SPOILINGS)) {
      const counts: Partial<Record<Verdict, number>> = {};
      for (let round = 0; round < rounds; round++) {
        const home = join(folder, 'spoilt');
        await cp(homes.sound, home, { recursive: true, preserveTimestamps: true });
        await spoil(home, random, homes);
        const verdict = await judge(home, homes);
        counts[verdict] = (counts[verdict] ?? 0) + 1;
        await rm(home, { recursive: true });
      }
      report({ what, rounds, ...counts });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Homes {
  readonly sound: string;
  readonly earlier: string;
  readonly foreign: string;
  /** What the sound one holds. */
  readonly rows: ReadonlyMap<string, string>;
  readonly configDigest: string;
}

async function makeHomes(folder: string): Promise<Homes> {
  const [sound, earlier, foreign] = [join(folder, 'GD'), join(folder, 'earlier'), join(folder, 'JM')];
  await makeHome(sound, 'GD');
  await makeHome(foreign, 'JM');
  await fill(sound, 0);
  await cp(sound, earlier, { recursive: true });
  const rows = await fill(sound, ROWS);
  return { sound, earlier, foreign, rows, configDigest: (await readHome(sound, {})).configDigest };
}

async function makeHome(home: string, state: string): Promise<void> {
  await initHome({
    ...{ home, state, name: state, passphrase: PASSPHRASE, stateKey: signerFrom(`${state} state`) },
    listen: ['/ip4/127.0.0.1/tcp/4801'],
    operator: { name: 'Ann', fingerprint: fingerprintOf(signerFrom('Ann').publicKey) },
    config: { storage: { freeMebibytesMin: 16, ballastMebibytes: 1 } },
  });
}

/** Leaves rows in tables and in a log, and gives all there are. */
async function fill(home: string, from: number): Promise<ReadonlyMap<string, string>> {
  const { opened } = await start(home);
  const { storage, ballast } = opened;
  await ballast.keep();
  const items = storage.keyspace('items');
  await storage.commit({ operations: [items.put('erased', new Uint8Array(9))] });
  await storage.erase({ operations: [items.remove('erased')] });
  for (let number = from; number < from + ROWS; number++) {
    const value = new Uint8Array(((number * 37) % 400) * 20).fill(number & 255);
    const event = { type: 'test', at: number };
    await storage.commit({ operations: [items.put(`n${String(number)}`, value)], events: [event] });
  }
  const rows = await rowsOf(opened);
  await storage.close();
  return rows;
}

/** As a node starts, up to where it would listen. */
async function start(
  home: string,
): Promise<{ facts: Awaited<ReturnType<typeof readHome>>; opened: OpenHome }> {
  const facts = await readHome(home, {});
  const onFatal = (error: unknown): never => {
    throw error;
  };
  const options = { home, passphrase: PASSPHRASE, config: facts.config, clock: systemClock, onFatal };
  const opened = await openHome(options);
  try {
    const directory = await openDirectory({ store: opened.storage, clock: systemClock, log: silentLog });
    assertMarks(home, facts.marker, directory.own().profile);
    return { facts, opened };
  } catch (error) {
    await opened.storage.close();
    throw error;
  }
}

async function rowsOf({ storage }: OpenHome): Promise<ReadonlyMap<string, string>> {
  const rows = await collect(storage.keyspace('items').scan());
  return new Map(rows.map(({ key, value }) => [key, Buffer.from(value).toString('base64')]));
}

async function judge(home: string, homes: Homes): Promise<Verdict> {
  const noticed = async (): Promise<boolean> =>
    (await examineHome({ home, env: {}, now: systemClock.now() })).length > 0;
  // Before it starts, which mends what it can.
  const seen = await noticed();
  try {
    const { facts, opened } = await start(home);
    const rows = await rowsOf(opened).finally(() => opened.storage.close());
    const right =
      rows.size === homes.rows.size && [...rows].every(([key, value]) => homes.rows.get(key) === value);
    if (!right) return 'wrong';
    return seen || facts.configDigest !== homes.configDigest ? 'noticed' : 'harmless';
  } catch (error) {
    return isComityError(error) ? 'refused' : 'unsaid';
  }
}
