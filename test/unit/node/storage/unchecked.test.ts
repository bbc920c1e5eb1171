import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { openLevelEngine } from '../../../../node/storage/level-engine.ts';
import type { OpenEngine } from '../../../../node/storage/engine.ts';
import { databaseFolder, uncheckedPath } from '../../../../node/storage/places.ts';
import { collect } from '../../../support/collect.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { type StorageHome, useStorageHomes } from '../../../support/storage-home.ts';

/** As if the store were so large that only a part of it can be looked at before it opens. */
const partly: OpenEngine = (folder, options) =>
  openLevelEngine(
    folder,
    options.create
      ? options
      : { ...options, check: { ...options.check, bytesMax: Math.min(1, options.check.bytesMax) } },
  );
const wholly: OpenEngine = (folder, options) => {
  if (!options.create) expect(options.check.bytesMax).to.equal(Infinity);
  return openLevelEngine(folder, options);
};

const isNoted = (home: StorageHome): Promise<boolean> =>
  access(uncheckedPath(home.home)).then(
    () => true,
    () => false,
  );

describe('a store of which not all tables were looked at before it was opened', () => {
  const newHome = useStorageHomes();

  /** Opening makes a table of the log; these are too few for a compaction to take one away meanwhile. */
  async function withTables(): Promise<StorageHome> {
    const home = await newHome();
    await (await home.create()).storage.close();
    const { storage } = await home.open();
    await storage.commit({ operations: [storage.keyspace('receipts').put('a', Buffer.from('a'))] });
    await storage.close();
    return home;
  }

  async function flipOldest(home: StorageHome): Promise<string> {
    const folder = databaseFolder(home.home);
    const [oldest = ''] = (await readdir(folder)).filter((name) => name.endsWith('.ldb')).toSorted();
    const file = await readFile(join(folder, oldest));
    file[3] = (file[3] ?? 0) ^ 8;
    await writeFile(join(folder, oldest), file);
    return oldest;
  }

  it('is noted until a scrub has looked at them', async () => {
    const home = await withTables();
    const { storage } = await home.open({ openEngine: partly });
    expect(await isNoted(home)).to.equal(true);
    await collect(storage.scrub());
    expect(await isNoted(home)).to.equal(false);
  });

  it('is looked at as a whole, before anything is opened, once a process has died meanwhile', async () => {
    const home = await withTables();
    await home.open({ openEngine: partly });
    expect(await isNoted(home)).to.equal(true);
    await rejectsWith(home.open({ openEngine: wholly }), 'already-running');
  });

  it('forgets it when it is closed in order', async () => {
    const home = await withTables();
    const { storage } = await home.open({ openEngine: partly });
    await storage.close();
    expect(await isNoted(home)).to.equal(false);
  });

  it('does not open again after a scrub has found a damaged table, and names it', async () => {
    const home = await withTables();
    const { storage } = await home.open({ openEngine: partly });
    const oldest = await flipOldest(home);
    const steps = await collect(storage.scrub());
    expect(steps.flatMap(({ damage }) => damage)).to.deep.include({ file: oldest });
    await storage.close();
    expect(await isNoted(home)).to.equal(true);
    const error = await rejectsWith(home.open({ openEngine: wholly }), 'damaged');
    expect(error.message).to.include(oldest);
  });
});
