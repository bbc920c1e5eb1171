import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { OpenEngine } from '../../../../node/storage/engine.ts';
import { openLevelEngine } from '../../../../node/storage/level-engine.ts';
import { databaseFolder, sentinelPath } from '../../../../node/storage/places.ts';
import type { Schema } from '../../../../node/storage/migrations.ts';
import type { Storage } from '../../../../node/storage/storage.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { type OpenedHome, type StorageHome, useStorageHomes } from '../../../support/storage-home.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

function commitOne(storage: Storage, name: string): Promise<void> {
  return storage.commit({
    operations: [storage.keyspace('receipts').put(name, bytes(name))],
    events: [{ type: 'test', at: 1, detail: { name } }],
  });
}

describe('opening a store', () => {
  const newHome = useStorageHomes();

  it('is refused before init, and init is refused after init', async () => {
    const home = await newHome();
    await rejectsWith(home.open(), 'not-initialised');
    await home.create();
    await rejectsWith(home.create(), 'already-initialised');
  });

  it('is refused while another process has it open', async () => {
    const home = await newHome();
    await home.create();
    const error = await rejectsWith(home.open(), 'already-running');
    expect(error.message).to.match(/--home/);
  });

  it('is refused without CURRENT, or with one that names no list of files, instead of starting empty', async () => {
    const home = await newHome();
    const { storage } = await home.create();
    await storage.close();
    const current = join(databaseFolder(home.home), 'CURRENT');
    const content = await readFile(current);
    await writeFile(current, 'MANIFEST-999999\n');
    await rejectsWith(home.open(), 'damaged');
    await rm(current);
    await rejectsWith(home.open(), 'damaged');
    await writeFile(current, content);
    await home.open();
  });

  it('is refused when its list of files is damaged, or does not say which database it is', async () => {
    const home = await newHome();
    const { storage } = await home.create();
    await storage.close();
    const openEngine: OpenEngine = async (folder, options) => ({
      ...(await openLevelEngine(folder, options)),
      get: () => Promise.resolve(undefined),
    });
    await rejectsWith(home.open({ openEngine }), 'damaged');
    const folder = databaseFolder(home.home);
    const manifest = (await readFile(join(folder, 'CURRENT'), 'latin1')).trim();
    await writeFile(join(folder, manifest), 'x'.repeat(100));
    await rejectsWith(home.open(), 'damaged');
  });

  it('is refused with the keystore of another home', async () => {
    const home = await newHome();
    const { storage } = await home.create();
    await storage.close();
    await rejectsWith(home.open({ storeKey: new Uint8Array(32).fill(9) }), 'wrong-store-key');
  });

  it('is refused to an older program, and migrates what an older program left', async () => {
    const home = await newHome();
    const { storage } = await home.create();
    await storage.commit({ operations: [storage.keyspace('links').put('a', bytes('old'))] });
    await storage.close();
    let attempts = 0;
    const schema: Schema = {
      version: 3,
      migrations: [
        {
          from: 1,
          async *changes(source) {
            for await (const { key, value } of source.keyspace('links').scan()) {
              const upper = bytes(Buffer.from(value).toString().toUpperCase());
              yield { operations: [source.keyspace('links').put(key, upper)] };
            }
          },
        },
        {
          from: 2,
          async *changes(source) {
            yield { operations: [source.keyspace('links').put('b', bytes('new'))] };
            attempts += 1;
            if (attempts === 1) throw new Error('the process died');
            await Promise.resolve();
          },
        },
      ],
    };
    const died = await home.open({ schema }).catch((error: unknown) => error);
    expect(died).to.be.instanceOf(Error);
    const migrated = await home.open({ schema });
    const links = migrated.storage.keyspace('links');
    expect(await links.getMany(['a', 'b'])).to.deep.equal([bytes('OLD'), bytes('new')]);
    await migrated.storage.close();
    const error = await rejectsWith(home.open(), 'newer-schema');
    expect(error.details).to.deep.equal({ stored: 3, known: 1 });
  });

  it('throws if the table of migrations has a hole', async () => {
    const home = await newHome();
    const { storage } = await home.create();
    await storage.close();
    const failure = await home
      .open({ schema: { version: 2, migrations: [] } })
      .catch((error: unknown) => error);
    expect(failure)
      .to.be.instanceOf(Error)
      .with.property('message')
      .that.matches(/no migration/);
  });
});

describe('a store that was rolled back', () => {
  const newHome = useStorageHomes();

  async function withBackup(): Promise<{ home: StorageHome; backup: string; opened: OpenedHome }> {
    const home = await newHome();
    const first = await home.create();
    await commitOne(first.storage, 'a');
    await first.storage.close();
    const backup = join(home.home, 'backup');
    await cp(databaseFolder(home.home), backup, { recursive: true });
    const opened = await home.open();
    return { home, backup, opened };
  }

  async function putBack(home: StorageHome, backup: string): Promise<void> {
    await rm(databaseFolder(home.home), { recursive: true });
    await cp(backup, databaseFolder(home.home), { recursive: true });
  }

  it('is refused, and taken up on purpose only', async () => {
    const { home, backup, opened } = await withBackup();
    await commitOne(opened.storage, 'b');
    await opened.storage.close();
    await putBack(home, backup);
    await rejectsWith(home.open(), 'rolled-back');
    const losses: string[] = [];
    const again = await home.open({ acceptLoss: ({ code }) => losses.push(code) });
    expect(losses).to.deep.equal(['rolled-back']);
    await again.storage.close();
    await home.open();
  });

  it('is refused when as much was written since, but another history', async () => {
    const { home, backup, opened } = await withBackup();
    await commitOne(opened.storage, 'b');
    await opened.storage.close();
    const sentinel = await readFile(sentinelPath(home.home));
    await putBack(home, backup);
    const other = await home.open({ acceptLoss: () => undefined });
    await commitOne(other.storage, 'c');
    await commitOne(other.storage, 'd');
    await other.storage.close();
    await writeFile(sentinelPath(home.home), sentinel);
    await rejectsWith(home.open(), 'rolled-back');
  });

  it('is refused when it is another database of the same keystore', async () => {
    const { home, opened } = await withBackup();
    await opened.storage.close();
    const other = await newHome();
    const { storage } = await other.create();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await commitOne(storage, name);
    await storage.close();
    await putBack(home, databaseFolder(other.home));
    await rejectsWith(home.open(), 'rolled-back');
  });

  it('is told from one that is ahead of its sentinel, as after a crash', async () => {
    const { home, opened } = await withBackup();
    const sentinel = await readFile(sentinelPath(home.home));
    for (const name of ['b', 'c', 'd']) await commitOne(opened.storage, name);
    await opened.storage.close();
    await writeFile(sentinelPath(home.home), sentinel);
    await home.open();
  });

  it('is refused without its sentinel, once it has been used', async () => {
    const { home, opened } = await withBackup();
    await opened.storage.close();
    await rm(sentinelPath(home.home));
    await rejectsWith(home.open(), 'damaged');
    const losses: string[] = [];
    await home.open({ acceptLoss: ({ code }) => losses.push(code) });
    expect(losses).to.deep.equal(['damaged']);
  });

  it('is refused with a sentinel that was written by hand', async () => {
    const { home, opened } = await withBackup();
    await opened.storage.close();
    const text = await readFile(sentinelPath(home.home), 'utf8');
    for (const forged of [text.replace('"size":1', '"size":0'), '{}', 'null', text.slice(0, 20), '']) {
      await writeFile(sentinelPath(home.home), forged);
      await rejectsWith(home.open(), 'damaged');
    }
  });

  it('writes its sentinel a second after a commit, once for all commits of that second', async () => {
    const clock = createFakeClock();
    const home = await newHome();
    const { storage } = await home.create({ clock });
    const batchIn = async (): Promise<unknown> =>
      (JSON.parse(await readFile(sentinelPath(home.home), 'utf8')) as { batch: unknown }).batch;
    const before = await batchIn();
    await commitOne(storage, 'a');
    await commitOne(storage, 'b');
    expect(clock.sleeping()).to.equal(1);
    await clock.advance(999);
    expect(await batchIn()).to.equal(before);
    await clock.advance(1);
    await storage.close();
    expect(await batchIn()).to.equal(storage.position().batch);
    expect(clock.sleeping()).to.equal(0);
  });
});
