import { mkdir, rmdir } from 'node:fs/promises';
import { expect } from 'chai';
import { openLevelEngine } from '../../../../node/storage/level-engine.ts';
import { sentinelPath } from '../../../../node/storage/places.ts';
import { FREE_BYTES_MIN } from '../../../../node/storage/room.ts';
import type { Storage } from '../../../../node/storage/storage.ts';
import { collect } from '../../../support/collect.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { createFaultyEngine, type FaultyEngine, useStorageHomes } from '../../../support/storage-home.ts';

const full = new Error('IO error: No space left on device');

function commit(storage: Storage, name: string): Promise<void> {
  return storage.commit({
    operations: [storage.keyspace('receipts').put(name, Buffer.from(name))],
    events: [{ type: name, at: 1 }],
  });
}

const keysIn = (storage: Storage): Promise<string[]> => collect(storage.keyspace('receipts').keys());

describe('a disk that rejects a write', () => {
  const newHome = useStorageHomes();

  async function failing(): Promise<{
    engine: FaultyEngine;
    storage: Storage;
    types: () => Promise<(string | undefined)[]>;
    reopened: Promise<void>;
    fatal: Promise<unknown>;
    ballast: string[];
  }> {
    const engine = createFaultyEngine();
    const { promise: fatal, resolve } = Promise.withResolvers<unknown>();
    const ballast: string[] = [];
    const { storage, record } = await (
      await newHome()
    ).create({
      openEngine: engine.openEngine,
      onFatal: resolve,
      ballast: {
        release: () => {
          ballast.push('released');
          return Promise.resolve();
        },
      },
    });
    const reopened = new Promise<void>((done) => {
      storage.onReopened(done);
    });
    const types = async () => (await collect(record.list())).map(({ event }) => event?.type);
    return { engine, storage, types, reopened, fatal, ballast };
  }

  for (const written of [false, true]) {
    const how = written ? 'after it was made' : 'before it was made';
    it(`${how}: nothing that waited is acknowledged, and the store comes back with what was`, async () => {
      const { engine, storage, types, reopened, ballast } = await failing();
      await commit(storage, 'before');
      engine.fail(full, { written });
      const failed = commit(storage, 'failed');
      const behind = commit(storage, 'failed-too');
      const error = await rejectsWith(failed, 'storage-failed');
      expect(error.cause).to.equal(full);
      await rejectsWith(behind, 'storage-failed');
      await rejectsWith(commit(storage, 'meanwhile'), 'storage-failed');
      await reopened;
      expect(ballast).to.deep.equal(['released']);
      await commit(storage, 'later');
      const expected = written ? ['before', 'failed', 'failed-too', 'later'] : ['before', 'later'];
      expect(await keysIn(storage)).to.deep.equal(expected.toSorted());
      expect(await types()).to.deep.equal(expected);
    });
  }

  it('lets reads wait until the store is back', async () => {
    const { engine, storage } = await failing();
    await commit(storage, 'before');
    engine.fail(full, { written: false });
    await rejectsWith(commit(storage, 'failed'), 'storage-failed');
    expect(await storage.keyspace('receipts').has('before')).to.equal(true);
  });

  it('a second time ends the store for good', async () => {
    const { engine, storage, reopened, fatal } = await failing();
    engine.fail(full, { written: false });
    await rejectsWith(commit(storage, 'first'), 'storage-failed');
    await reopened;
    engine.fail(full, { written: false });
    await rejectsWith(commit(storage, 'second'), 'storage-failed');
    const end = (await fatal) as Error;
    expect(end.message).to.match(/The disk has refused changes.*Make room on the disk or mend it/);
    expect(end.cause).to.equal(full);
    await rejectsWith(commit(storage, 'third'), 'storage-failed');
    await storage.close();
  });

  it('ends the store when what was acknowledged is gone after it', async () => {
    const home = await newHome();
    const other = await newHome();
    const { promise: fatal, resolve } = Promise.withResolvers<unknown>();
    const old = await other.create();
    await old.storage.close();
    const engine = createFaultyEngine();
    let opened = 0;
    const { storage } = await home.create({
      onFatal: resolve,
      // Once for init, once to open it; the third is another folder, as if the disk had been taken away.
      openEngine: async (folder, options) => {
        opened += 1;
        return opened <= 2
          ? engine.openEngine(folder, options)
          : openLevelEngine(`${other.home}/database`, options);
      },
    });
    await commit(storage, 'acknowledged');
    engine.fail(full, { written: false });
    await rejectsWith(commit(storage, 'failed'), 'storage-failed');
    const end = (await fatal) as Error;
    expect(end.cause)
      .to.be.instanceOf(Error)
      .with.property('message')
      .that.matches(/another database/);
    await storage.close();
  });

  it('ends the store when it does not open again', async () => {
    const engine = createFaultyEngine();
    const gone = new Error('IO error: read-only file system');
    const { promise: fatal, resolve } = Promise.withResolvers<unknown>();
    let opened = 0;
    const { storage } = await (
      await newHome()
    ).create({
      onFatal: resolve,
      openEngine: (folder, options) => {
        opened += 1;
        return opened <= 2 ? engine.openEngine(folder, options) : Promise.reject(gone);
      },
    });
    engine.fail(full, { written: false });
    await rejectsWith(commit(storage, 'failed'), 'storage-failed');
    expect(((await fatal) as Error).cause).to.equal(gone);
    const failure: unknown = await storage
      .keyspace('receipts')
      .get('failed')
      .catch((error: unknown) => error);
    expect(failure).to.equal(gone);
    await storage.close();
  });

  it('is noticed by the sentinel too: then nothing more is acknowledged on it', async () => {
    const clock = createFakeClock();
    const home = await newHome();
    const { storage } = await home.create({ clock });
    const reopened = new Promise<void>((done) => {
      storage.onReopened(done);
    });
    // A folder in its place is what keeps the file from being written.
    const obstacle = `${sentinelPath(home.home)}.next`;
    await mkdir(obstacle);
    await commit(storage, 'a');
    await clock.advance(1_000);
    const commits = async (): Promise<void> => {
      for (;;) await commit(storage, 'b');
    };
    const error = await rejectsWith(commits(), 'storage-failed');
    expect(error.cause)
      .to.be.instanceOf(Error)
      .with.property('message')
      .that.matches(/sentinel/);
    await rmdir(obstacle);
    await reopened;
    await commit(storage, 'c');
    expect(await keysIn(storage)).to.include.members(['a', 'c']);
  });
});

describe('a disk that is full when the node stops', () => {
  const newHome = useStorageHomes();

  it('still takes the last sentinel, in the place of the ballast', async () => {
    const home = await newHome();
    const obstacle = `${sentinelPath(home.home)}.next`;
    const { storage } = await home.create({ ballast: { release: () => rmdir(obstacle) } });
    await commit(storage, 'a');
    await mkdir(obstacle);
    await storage.close();
    expect((await home.open()).storage.position().batch).to.be.above(1);
  });
});

describe('room on the disk', () => {
  const newHome = useStorageHomes();

  it('is enough at the floor, and one byte below it nothing new is accepted', async () => {
    const clock = createFakeClock();
    let free = FREE_BYTES_MIN;
    let asked = 0;
    const freeBytes = (): Promise<number> => {
      asked += 1;
      return Promise.resolve(free);
    };
    const { storage } = await (await newHome()).create({ clock, freeBytes });
    await storage.assertRoom();
    free -= 1;
    await storage.assertRoom();
    expect(asked).to.equal(1);
    await clock.advance(1_000);
    const error = await rejectsWith(storage.assertRoom(), 'low-space');
    expect(error.message).to.match(/255 MiB left and 256 MiB/);
  });

  it('is measured on the file system of the home', async () => {
    const { storage } = await (await newHome()).create();
    expect(await storage.freeBytes()).to.be.above(0);
    await storage.assertRoom();
  });
});
