import { expect } from 'chai';
import { nextTurn } from '../../../../node/supervise.ts';
import { ROW_BYTES_MAX, rowsMax } from '../../../../node/storage/keyspaces.ts';
import type { Entry } from '../../../../node/storage/keyspace.ts';
import { collect } from '../../../support/collect.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { createFaultyEngine, useStorageHomes } from '../../../support/storage-home.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const event = (type: string) => ({ type, at: 1 });

describe('commit', () => {
  const newHome = useStorageHomes();

  it('makes a change visible once it resolves, and keeps it over a restart', async () => {
    const home = await newHome();
    const { storage } = await home.create();
    const items = storage.keyspace('receipts');
    const commit = storage.commit({ operations: [items.put('a', bytes('one'))] });
    expect(await items.get('a')).to.equal(undefined);
    await commit;
    expect(await items.get('a')).to.deep.equal(bytes('one'));
    expect(await items.has('a')).to.equal(true);
    await storage.close();
    const again = (await home.open()).storage.keyspace('receipts');
    expect(await again.get('a')).to.deep.equal(bytes('one'));
    expect(await again.get('b')).to.equal(undefined);
  });

  it('applies operations in their order, in one change and across changes that share a batch', async () => {
    const { storage } = await (await newHome()).create();
    const rows = storage.keyspace('links');
    await Promise.all([
      storage.commit({
        operations: [rows.put('a', bytes('1')), rows.remove('a'), rows.put('b', bytes('1'))],
      }),
      storage.commit({ operations: [rows.put('b', bytes('2')), rows.put('c', bytes('2'))] }),
      storage.commit({ operations: [rows.remove('c')] }),
    ]);
    expect(await rows.getMany(['a', 'b', 'c'])).to.deep.equal([undefined, bytes('2'), undefined]);
  });

  it('makes one batch of all changes that wait, and gives leaves in the order of the calls', async () => {
    const engine = createFaultyEngine();
    const { storage, record } = await (await newHome()).create({ openEngine: engine.openEngine });
    const rows = storage.keyspace('links');
    const before = engine.writes.length;
    const release = engine.hold();
    const first = storage.commit({ operations: [rows.put('0', bytes('x'))], events: [event('e0')] });
    // Nothing more came in the first of them, so what waits is on its way to the engine.
    for (let turns = 0; turns < 3; turns += 1) await nextTurn();
    const others = Array.from({ length: 50 }, (_, index) =>
      storage.commit({
        operations: [rows.put(String(index + 1), bytes('x'))],
        events: [event(`e${index + 1}`)],
      }),
    );
    release();
    await Promise.all([first, ...others]);
    expect(engine.writes.length - before).to.equal(2);
    const types = (await collect(record.list())).map((entry) => entry.event?.type);
    expect(types).to.deep.equal(Array.from({ length: 51 }, (_, index) => `e${index}`));
    expect((await record.verify()).intact).to.equal(true);
  });

  it('makes one batch of what comes in one turn of the event loop after the other, up to sixteen changes', async () => {
    const engine = createFaultyEngine();
    const { storage } = await (await newHome()).create({ openEngine: engine.openEngine });
    const rows = storage.keyspace('links');
    const before = engine.writes.length;
    const commits: Promise<void>[] = [];
    for (let count = 0; count < 32; count += 1) {
      commits.push(storage.commit({ operations: [rows.put(String(count), bytes('x'))] }));
      await nextTurn();
    }
    await Promise.all(commits);
    expect(engine.writes.length - before).to.be.within(2, 4);
  });

  it('makes batches of at most 4 MiB, but for a change that is larger by itself', async () => {
    const engine = createFaultyEngine();
    const { storage } = await (await newHome()).create({ openEngine: engine.openEngine });
    const cases = storage.keyspace('cases');
    const before = engine.writes.length;
    const large = new Uint8Array(1.5 * 1024 * 1024);
    const single = { operations: ['x', 'y', 'z'].map((key) => cases.put(key, large)) };
    const pairs = ['a', 'b', 'c'].map((key) => ({ operations: [cases.put(key, large)] }));
    await Promise.all([single, ...pairs].map((change) => storage.commit(change)));
    expect(engine.writes.length - before).to.equal(3);
    expect(await collect(cases.keys())).to.deep.equal(['a', 'b', 'c', 'x', 'y', 'z']);
  });

  it('records events that come without rows, and writes nothing for a change without either', async () => {
    const engine = createFaultyEngine();
    const { storage, record } = await (await newHome()).create({ openEngine: engine.openEngine });
    await storage.commit({ operations: [], events: [event('read')] });
    const writes = engine.writes.length;
    await storage.commit({ operations: [] });
    expect(engine.writes).to.have.length(writes);
    expect(record.size()).to.equal(1);
  });

  it('refuses a change with an impossible row or event alone, before anything of it is written', async () => {
    const { storage, record } = await (await newHome()).create();
    const rows = storage.keyspace('links');
    const good = storage.commit({ operations: [rows.put('good', bytes('x'))] });
    const badKey = storage.commit({
      operations: [rows.put('also', bytes('x')), rows.put('no key', bytes('x'))],
    });
    const badEvent = storage.commit({
      operations: [rows.put('event', bytes('x'))],
      events: [{ type: 't', at: 1, detail: { share: 0.5 } }],
    });
    const outcomes = await Promise.allSettled([good, badKey, badEvent]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'rejected']);
    expect(await collect(rows.keys())).to.deep.equal(['good']);
    expect(record.size()).to.equal(0);
  });

  it('scans a keyspace in both directions, within bounds and limits, and sees no other', async () => {
    const { storage } = await (await newHome()).create();
    const rows = storage.keyspace('links');
    const keys = Array.from({ length: 40 }, (_, index) => String(index + 10));
    await storage.commit({
      operations: [
        ...keys.map((key) => rows.put(key, bytes(key))),
        storage.keyspace('items').put('20', bytes('other')),
        storage.keyspace('meta').put('20', bytes('other')),
      ],
    });
    expect(await collect(rows.keys())).to.deep.equal(keys);
    expect(await collect(rows.keys({ reverse: true, limit: 2 }))).to.deep.equal(['49', '48']);
    expect(await collect(rows.keys({ gt: '12', lte: '15' }))).to.deep.equal(['13', '14', '15']);
    expect(await collect(rows.keys({ gte: '12', lt: '15', reverse: true }))).to.deep.equal([
      '14',
      '13',
      '12',
    ]);
    const found: Entry[] = [];
    for await (const entry of rows.scan({ gte: '30' })) {
      found.push(entry);
      if (found.length === 2) break;
    }
    expect(found).to.deep.equal([
      { key: '30', value: bytes('30') },
      { key: '31', value: bytes('31') },
    ]);
  });

  it('refuses whatever comes after close, and finishes what came before', async () => {
    const home = await newHome();
    const { storage } = await home.create();
    const rows = storage.keyspace('links');
    const before = storage.commit({ operations: [rows.put('before', bytes('x'))] });
    const closing = storage.close();
    await rejectsWith(storage.commit({ operations: [rows.put('after', bytes('x'))] }), 'stopping');
    await Promise.all([before, closing]);
    await rejectsWith(rows.get('before'), 'unavailable');
    await rejectsWith(collect(rows.scan()), 'unavailable');
    expect(await collect((await home.open()).storage.keyspace('links').keys())).to.deep.equal(['before']);
  });

  it('hashes names with a key of the home, and tells lists of names apart', async () => {
    const { storage } = await (await newHome()).create();
    const other = await (await newHome()).create({ databaseSecret: new Uint8Array(32).fill(9) });
    expect(storage.hashKey('GD'))
      .to.match(/^[0-9a-f]{32}$/)
      .and.to.equal(storage.hashKey('GD'));
    expect(storage.hashKey('G', 'D')).not.to.equal(storage.hashKey('GD'));
    expect(other.storage.hashKey('GD')).not.to.equal(storage.hashKey('GD'));
  });
});

describe('large values', () => {
  const newHome = useStorageHomes();
  const sized = (length: number, seed: number): Uint8Array =>
    Uint8Array.from({ length }, (_, index) => (index * 31 + seed) & 0xff);

  it('come back whole at every boundary of a row, by every way of reading', async () => {
    const { storage } = await (await newHome()).create();
    const items = storage.keyspace('items');
    const most = rowsMax('items') * ROW_BYTES_MAX;
    const lengths = [0, 1, ROW_BYTES_MAX, ROW_BYTES_MAX + 1, 2 * ROW_BYTES_MAX, 2 * ROW_BYTES_MAX + 1, most];
    const values = lengths.map((length, index) => ({ key: `k${index}`, value: sized(length, index) }));
    await storage.commit({ operations: values.map(({ key, value }) => items.put(key, value)) });
    expect(await collect(items.scan())).to.deep.equal(values);
    const keys = values.map(({ key }) => key);
    expect(await items.getMany(keys)).to.deep.equal(values.map(({ value }) => value));
    expect(await Promise.all(keys.map((key) => items.get(key)))).to.deep.equal(
      values.map(({ value }) => value),
    );
  });

  it('are refused one byte above what their keyspace may hold', async () => {
    const { storage } = await (await newHome()).create();
    for (const name of ['items', 'receipts'] as const) {
      const most = rowsMax(name) * ROW_BYTES_MAX;
      const keyspace = storage.keyspace(name);
      await storage.commit({ operations: [keyspace.put('a', sized(most, 1))] });
      await rejectsWith(storage.commit({ operations: [keyspace.put('b', sized(most + 1, 1))] }), 'too-large');
    }
  });

  it('leave no rows over when they shrink or go, in one batch or in several', async () => {
    const engine = createFaultyEngine();
    let rows: Promise<number> = Promise.resolve(0);
    const { storage } = await (
      await newHome()
    ).create({
      openEngine: async (folder, options) => {
        const opened = await engine.openEngine(folder, options);
        const count = async (): Promise<number> =>
          (await opened.keys({ gte: '+!', lt: '+"' }).next(1000)).length;
        return {
          ...opened,
          write: async (batch) => {
            await opened.write(batch);
            rows = count();
          },
        };
      },
    });
    const drafts = storage.keyspace('drafts');
    const put = (length: number) => drafts.put('d', sized(length, length));
    await storage.commit({ operations: [put(5 * ROW_BYTES_MAX)] });
    expect(await rows).to.equal(4);
    await storage.commit({ operations: [put(2 * ROW_BYTES_MAX)] });
    expect(await rows).to.equal(1);
    await storage.commit({ operations: [put(3 * ROW_BYTES_MAX), put(6 * ROW_BYTES_MAX), put(10)] });
    expect(await rows).to.equal(0);
    expect(await drafts.get('d')).to.deep.equal(sized(10, 10));
    await storage.commit({ operations: [put(6 * ROW_BYTES_MAX)] });
    await storage.commit({ operations: [drafts.remove('d')] });
    expect(await rows).to.equal(0);
    const items = storage.keyspace('items');
    for (const _ of ['first', 'again']) {
      await storage.commit({ operations: [items.put('i', sized(3 * ROW_BYTES_MAX, 1))] });
      expect(await rows).to.equal(2);
      await storage.commit({ operations: [items.remove('i')] });
      expect(await rows).to.equal(0);
    }
  });

  it('are read whole while they are being replaced', async () => {
    const { storage } = await (await newHome()).create();
    const drafts = storage.keyspace('drafts');
    const versions = [1, 2, 3, 4].map((seed) => sized(3 * ROW_BYTES_MAX, seed));
    await storage.commit({ operations: [drafts.put('d', versions[0] ?? bytes(''))] });
    const writing = (async () => {
      for (let round = 0; round < 20; round++) {
        await storage.commit({ operations: [drafts.put('d', versions[round % 4] ?? bytes(''))] });
      }
    })();
    const seeds: (number | undefined)[] = [];
    for (let round = 0; round < 20; round++) {
      const value = await drafts.get('d');
      seeds.push(versions.findIndex((version) => Buffer.from(version).equals(value ?? bytes(''))));
      for await (const entry of drafts.scan()) {
        seeds.push(versions.findIndex((version) => Buffer.from(version).equals(entry.value)));
      }
    }
    await writing;
    expect(seeds).not.to.include(-1);
  });
});
