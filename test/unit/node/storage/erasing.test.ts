import { expect } from 'chai';
import { createCaseCipher } from '../../../../node/storage/case-cipher.ts';
import { folderHolds } from '../../../../node/storage/file-search.ts';
import { databaseFolder } from '../../../../node/storage/places.ts';
import { stampOf } from '../../../../node/storage/value-cipher.ts';
import type { OpenEngine } from '../../../../node/storage/engine.ts';
import { openLevelEngine } from '../../../../node/storage/level-engine.ts';
import { collect } from '../../../support/collect.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { type StorageHome, useStorageHomes } from '../../../support/storage-home.ts';

const randomBytes = createFakeClock().randomBytes;
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

/** LevelDB that remembers the stamp of each row it wrote, by its key. */
function remembering(): { openEngine: OpenEngine; stamps: Map<string, Buffer> } {
  const stamps = new Map<string, Buffer>();
  const openEngine: OpenEngine = async (folder, options) => {
    const engine = await openLevelEngine(folder, options);
    return {
      ...engine,
      write: async (rows) => {
        for (const { key, value } of rows) {
          if (value !== undefined && value.length > 40) stamps.set(key, Buffer.from(stampOf(value), 'hex'));
        }
        await engine.write(rows);
      },
    };
  };
  return { openEngine, stamps };
}

describe('erasing', () => {
  const newHome = useStorageHomes();
  const inFiles = (home: StorageHome, stamp: Buffer | undefined): Promise<boolean> =>
    folderHolds(databaseFolder(home.home), stamp === undefined ? [] : [stamp]);

  it('takes a row out of the files, where a plain deletion leaves it', async () => {
    const home = await newHome();
    const { openEngine, stamps } = remembering();
    const { storage } = await home.create({ openEngine });
    const rows = storage.keyspace('links');
    await storage.commit({ operations: [rows.put('a', bytes('a')), rows.put('b', bytes('b'))] });
    await storage.commit({ operations: [rows.remove('a')] });
    expect(await inFiles(home, stamps.get('links!a'))).to.equal(true);
    await storage.erase({ operations: [rows.remove('b')], events: [{ type: 'erased', at: 1 }] });
    expect(await inFiles(home, stamps.get('links!b'))).to.equal(false);
    expect(await collect(rows.keys())).to.deep.equal([]);
    expect(storage.position().size).to.equal(1);
  });

  it('takes the further rows of a large value along, and leaves what is beside it', async () => {
    const home = await newHome();
    const { openEngine, stamps } = remembering();
    const { storage } = await home.create({ openEngine });
    const items = storage.keyspace('items');
    const large = new Uint8Array(200_000).fill(5);
    await storage.commit({ operations: [items.put('a', large), items.put('b', large)] });
    await storage.close();
    const again = (await home.open({ openEngine })).storage;
    const keys = ['items!a', '+!items!a!1', '+!items!a!3'];
    expect(await Promise.all(keys.map((key) => inFiles(home, stamps.get(key))))).to.deep.equal([
      true,
      true,
      true,
    ]);
    await again.erase({ operations: [again.keyspace('items').remove('a')] });
    expect(await Promise.all(keys.map((key) => inFiles(home, stamps.get(key))))).to.deep.equal([
      false,
      false,
      false,
    ]);
    expect(await again.keyspace('items').get('b')).to.deep.equal(large);
  });

  /** An erasure in whose way a scan is, which goes on from before it. */
  async function hindered() {
    const home = await newHome();
    const { openEngine, stamps } = remembering();
    const { storage } = await home.create({ openEngine });
    const rows = storage.keyspace('links');
    await storage.commit({ operations: [rows.put('a', bytes('a')), rows.put('b', bytes('b'))] });
    const scan = rows.scan()[Symbol.asyncIterator]();
    await scan.next();
    await rejectsWith(storage.erase({ operations: [rows.remove('a')] }), 'erasure-incomplete');
    expect(await rows.get('a')).to.equal(undefined);
    return { home, storage, rows, scan, openEngine, stamp: stamps.get('links!a') };
  }

  it('says so when a reader still holds what was erased, and completes when it is asked again', async () => {
    const { home, storage, rows, scan, stamp } = await hindered();
    await scan.return?.();
    await storage.erase({ operations: [rows.remove('a')] });
    expect(await inFiles(home, stamp)).to.equal(false);
    expect(await collect(storage.keyspace('erasures').keys())).to.deep.equal([]);
  });

  it('is completed at the next start if the process died before it was', async () => {
    const { home, storage, openEngine, stamp } = await hindered();
    await storage.close();
    const again = (await home.open({ openEngine })).storage;
    expect(await inFiles(home, stamp)).to.equal(false);
    expect(await collect(again.keyspace('erasures').keys())).to.deep.equal([]);
  });
});

describe('the keys of cases', () => {
  const newHome = useStorageHomes();

  it('are drawn once, survive a restart, and open what they sealed in its own context only', async () => {
    const home = await newHome();
    const { storage } = await home.create();
    const cipher = createCaseCipher({ store: storage, randomBytes });
    const { key, operations } = await cipher.ensure('aa');
    const sealed = key.seal('item 1', bytes('facts'));
    await storage.commit({ operations });
    expect((await cipher.ensure('aa')).operations).to.deep.equal([]);
    await storage.close();
    const again = createCaseCipher({ store: (await home.open()).storage, randomBytes });
    const found = await again.find('aa');
    expect(found?.open('item 1', sealed)).to.deep.equal(bytes('facts'));
    expect(() => found?.open('item 2', sealed)).to.throw(/damaged/);
    for (const cut of [0, 12, 27, sealed.length - 1]) {
      expect(() => found?.open('item 1', sealed.subarray(0, cut))).to.throw(/damaged/);
    }
    expect(await again.find('bb')).to.equal(undefined);
  });

  it('open nothing that was changed in one bit, and nothing of another case', async () => {
    const { storage } = await (await newHome()).create();
    const cipher = createCaseCipher({ store: storage, randomBytes });
    const { key } = await cipher.ensure('aa');
    const { key: other } = await cipher.ensure('bb');
    const sealed = key.seal('x', bytes('facts'));
    expect(() => other.open('x', sealed)).to.throw(/damaged/);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const spoilt = Uint8Array.from(sealed);
      spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => key.open('x', spoilt)).to.throw(/damaged/);
    }
  });

  it('stay the same while nobody knows whether they are stored', async () => {
    const { storage } = await (await newHome()).create();
    const cipher = createCaseCipher({ store: storage, randomBytes });
    const first = await cipher.ensure('aa');
    const sealed = first.key.seal('x', bytes('facts'));
    const second = await cipher.ensure('aa');
    expect(second.operations).to.have.length(1);
    await storage.commit({ operations: [...first.operations] });
    await storage.commit({ operations: [...second.operations] });
    expect((await cipher.find('aa'))?.open('x', sealed)).to.deep.equal(bytes('facts'));
  });

  it('are gone for ever once erased, for the case and from the files', async () => {
    const home = await newHome();
    const { openEngine, stamps } = remembering();
    const { storage, record } = await home.create({ openEngine });
    const cipher = createCaseCipher({ store: storage, randomBytes });
    for (const caseId of ['aa', 'bb', 'cc']) await storage.commit(await cipher.ensure(caseId));
    const kept = (await cipher.find('cc'))?.seal('x', bytes('facts'));
    await cipher.erase(['aa', 'bb'], [{ type: 'case-erased', at: 1, subject: 'aa' }]);
    expect(await cipher.find('aa')).to.equal(undefined);
    for (const caseId of ['aa', 'bb']) {
      expect(
        await folderHolds(databaseFolder(home.home), [stamps.get(`caseKeys!${caseId}`) ?? Buffer.alloc(1)]),
      ).to.equal(false);
    }
    expect((await cipher.find('cc'))?.open('x', kept ?? bytes(''))).to.deep.equal(bytes('facts'));
    expect(record.size()).to.equal(1);
    expect((await cipher.ensure('aa')).operations).to.have.length(1);
  });

  it('of more cases than are kept at hand are read again', async () => {
    const { storage } = await (await newHome()).create();
    const cipher = createCaseCipher({ store: storage, randomBytes });
    const ids = Array.from({ length: 4100 }, (_, index) => index.toString(16).padStart(4, '0'));
    const changes = await Promise.all(ids.map((caseId) => cipher.ensure(caseId)));
    await storage.commit({ operations: changes.flatMap(({ operations }) => operations) });
    const sealed = changes[0]?.key.seal('x', bytes('facts')) ?? bytes('');
    for (const caseId of ids) await cipher.find(caseId);
    expect((await cipher.find('0000'))?.open('x', sealed)).to.deep.equal(bytes('facts'));
  });
});
