import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { silentLog } from '../../../node/log.ts';
import { type CareDependencies, startStorageCare, type StorageCare } from '../../../node/storage-care.ts';
import { type Ballast, createBallast } from '../../../node/storage/ballast.ts';
import { databaseFolder } from '../../../node/storage/places.ts';
import type { Storage } from '../../../node/storage/storage.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { type StorageHome, useStorageHomes } from '../../support/storage-home.ts';

const MINUTE_MS = 60_000;
const BALLAST_BYTES = 64 * 1024;

describe('the care of a store', () => {
  const newHome = useStorageHomes();
  const started: StorageCare[] = [];
  afterEach(async () => {
    for (const care of started.splice(0)) await care.stop();
  });

  interface Cared {
    readonly home: StorageHome;
    readonly storage: Storage;
    readonly care: StorageCare;
    readonly clock: FakeClock;
    readonly fatal: unknown[];
  }

  async function cared(options: Partial<CareDependencies> & { free?: () => number } = {}): Promise<Cared> {
    const home = await newHome();
    const clock = createFakeClock();
    const fatal: unknown[] = [];
    const freeBytes = (): Promise<number> => Promise.resolve(options.free?.() ?? 1000);
    await (await home.create()).storage.close();
    const { storage } = await home.open({ freeBytes });
    await storage.commit({ operations: [storage.keyspace('receipts').put('a', new Uint8Array(9))] });
    const care = await startStorageCare({
      storage,
      clock,
      log: silentLog,
      ballast: createBallast(home.home, BALLAST_BYTES),
      freeBytesMin: 100,
      scrubEveryMs: 60 * MINUTE_MS,
      onFatal: (error) => fatal.push(error),
      ...options,
    });
    started.push(care);
    return { home, storage, care, clock, fatal };
  }

  const codes = async (care: StorageCare): Promise<string[]> =>
    (await care.warnings()).map(({ code }) => code);

  it('reads all of it for whoever asks, notes that in the record, and warns of what is damaged', async () => {
    const { storage, care } = await cared();
    const report = await care.scrub('an officer');
    expect(report.rows).to.be.above(0);
    expect(report.damage).to.deep.equal([]);
    expect(await codes(care)).to.deep.equal([]);
    expect(storage.position().size).to.equal(1);
  });

  it('ends the node when a table is damaged, and names it', async () => {
    const { home, care, fatal } = await cared();
    const folder = databaseFolder(home.home);
    const table = (await readdir(folder)).find((name) => name.endsWith('.ldb')) ?? '';
    const bytes = await readFile(join(folder, table));
    bytes[5] = (bytes[5] ?? 0) ^ 2;
    await writeFile(join(folder, table), bytes);
    await care.scrub('an officer');
    expect(fatal).to.have.length(1);
    expect((fatal[0] as Error).message).to.equal(`The file ${table} of the database is damaged.`);
    const [warning] = await care.warnings();
    expect(warning).to.deep.include({ code: 'file-damaged', subject: table });
  });

  it('warns below twice the floor of free space, and otherwise below it', async () => {
    let free = 200;
    const { care } = await cared({ free: () => free });
    expect(await codes(care)).to.deep.equal([]);
    free = 199;
    expect(await codes(care)).to.deep.equal(['disk-low']);
    free = 99;
    expect(await codes(care)).to.deep.equal(['disk-full']);
  });

  it('makes the ballast once there is room, and warns while there is none', async () => {
    let [free, kept] = [99, false];
    const ballast: Ballast = {
      keep: () => Promise.resolve(void (kept = true)),
      release: () => Promise.resolve(),
      state: () => Promise.resolve(kept ? 'kept' : 'missing'),
    };
    const { care, clock } = await cared({ free: () => free, ballast });
    // Then nothing but the ballast is due.
    await care.scrub('an officer');
    await clock.advance(MINUTE_MS);
    expect(await codes(care)).to.include('ballast-missing');
    free = 1000;
    await clock.advance(10 * MINUTE_MS);
    expect(await codes(care)).to.deep.equal([]);
  });

  it('warns when the disk has changed a bit of the ballast', async () => {
    const ballast: Ballast = {
      keep: () => Promise.resolve(),
      release: () => Promise.resolve(),
      state: () => Promise.resolve('damaged'),
    };
    const { care, clock } = await cared({ ballast });
    await clock.advance(MINUTE_MS);
    expect(await codes(care)).to.deep.equal(['ballast-damaged']);
  });
});
