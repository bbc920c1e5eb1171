import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { crc32c } from '../../../../node/storage/crc32c.ts';
import { openLevelEngine } from '../../../../node/storage/level-engine.ts';
import { databaseFolder } from '../../../../node/storage/places.ts';
import type { Damage, Storage } from '../../../../node/storage/storage.ts';
import { isSoundTable } from '../../../../node/storage/table-file.ts';
import { collect } from '../../../support/collect.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { type StorageHome, useStorageHomes } from '../../../support/storage-home.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

function commitOne(storage: Storage, name: string): Promise<void> {
  return storage.commit({
    operations: [storage.keyspace('receipts').put(name, bytes(name))],
    events: [{ type: 'test', at: 1, detail: { name } }],
  });
}

async function damageIn(storage: Storage): Promise<Damage[]> {
  return (await collect(storage.scrub())).flatMap(({ damage }) => damage);
}

async function filesOf(home: StorageHome, pattern: RegExp): Promise<string[]> {
  const folder = databaseFolder(home.home);
  return (await readdir(folder)).filter((name) => pattern.test(name)).map((name) => join(folder, name));
}

async function flipBit(path: string, share: number): Promise<void> {
  const content = await readFile(path);
  const at = Math.floor((content.length - 1) * share);
  content[at] = (content[at] ?? 0) ^ 16;
  await writeFile(path, content);
}

describe('a damaged disk', () => {
  const newHome = useStorageHomes();

  async function written(commits = 60): Promise<StorageHome> {
    const home = await newHome();
    const { storage } = await home.create();
    for (let index = 0; index < commits; index++) await commitOne(storage, `n${index}`);
    await storage.close();
    return home;
  }

  it('is noticed wherever in the log a bit is another, though LevelDB opens without a word', async () => {
    const home = await written();
    const [log = ''] = await filesOf(home, /\.log$/);
    const sound = await readFile(log);
    const codes: string[] = [];
    for (let share = 0; share < 1; share += 0.1) {
      const copy = await newHome();
      await cp(home.home, copy.home, { recursive: true });
      const [copied = ''] = await filesOf(copy, /\.log$/);
      await flipBit(copied, share);
      const error = await copy.open().catch((caught: unknown) => caught as { code: string });
      codes.push('code' in error ? error.code : 'opened');
    }
    expect(sound.length).to.be.above(10_000);
    expect(codes.filter((code) => code !== 'damaged' && code !== 'rolled-back')).to.deep.equal([]);
  });

  it('is noticed wherever in a table a bit is another', async () => {
    const home = await written();
    await (await home.open()).storage.close();
    const tables = await filesOf(home, /\.ldb$/);
    const sizes = await Promise.all(tables.map(async (path) => (await readFile(path)).length));
    const table = tables[sizes.indexOf(Math.max(...sizes))] ?? '';
    const sound = await readFile(table);
    for (let share = 0; share < 1; share += 0.1) {
      await flipBit(table, share);
      await rejectsWith(home.open(), 'damaged');
      await writeFile(table, sound);
    }
    const { storage } = await home.open();
    expect(await storage.keyspace('receipts').get('n7')).to.deep.equal(bytes('n7'));
  });

  it('can be taken up on purpose, and then says what the record lacks', async () => {
    // More than two of the log's blocks of 32 KiB: LevelDB goes on with the next block.
    const home = await written(200);
    const [log = ''] = await filesOf(home, /\.log$/);
    await flipBit(log, 0.2);
    const losses: string[] = [];
    const { storage, record } = await home.open({ acceptLoss: ({ code }) => losses.push(code) });
    expect(losses).to.include('damaged');
    const report = await record.verify();
    expect(report.intact).to.equal(false);
    expect(report.shown[0]?.fault).to.equal('missing');
    await commitOne(storage, 'after');
    await storage.close();
    await home.open();
  });
});

describe('a scrub', () => {
  const newHome = useStorageHomes();

  it('finds nothing in a sound store, and the file in which a bit was flipped while it was open', async () => {
    const home = await newHome();
    const first = await home.create();
    for (let index = 0; index < 20; index++) await commitOne(first.storage, `n${index}`);
    await first.storage.close();
    const { storage } = await home.open();
    expect(await damageIn(storage)).to.deep.equal([]);
    const tables = await filesOf(home, /\.ldb$/);
    const largest = tables.toSorted().at(-1) ?? '';
    await flipBit(largest, 0.99);
    const [found] = await damageIn(storage);
    expect(found)
      .to.have.property('file')
      .that.matches(/^\d+\.ldb$/);
  });

  it('finds a value that was put in another one’s place, and no read serves it', async () => {
    const home = await newHome();
    let first = new Uint8Array();
    const { storage } = await home.create({
      openEngine: async (folder, options) => {
        const engine = await openLevelEngine(folder, options);
        return {
          ...engine,
          write: (rows) => {
            const exchanged = rows.map((row) => {
              if (row.key === 'receipts!a' && row.value !== undefined) first = new Uint8Array(row.value);
              return row.key === 'receipts!b' ? { key: row.key, value: first } : row;
            });
            return engine.write(exchanged);
          },
        };
      },
    });
    await commitOne(storage, 'a');
    await commitOne(storage, 'b');
    expect(await damageIn(storage)).to.deep.equal([{ keyspace: 'receipts', key: 'b' }]);
    const error = await rejectsWith(storage.keyspace('receipts').get('b'), 'damaged');
    expect(error.message).to.match(/receipts/);
    await rejectsWith(storage.keyspace('receipts').getMany(['a', 'b']), 'damaged');
    await rejectsWith(collect(storage.keyspace('receipts').scan()), 'damaged');
    expect(await storage.keyspace('receipts').get('a')).to.deep.equal(bytes('a'));
  });

  it('finds a value of which only a beginning is left, however short', async () => {
    for (const length of [0, 1, 20, 39]) {
      const { storage } = await (
        await newHome()
      ).create({
        openEngine: async (folder, options) => {
          const engine = await openLevelEngine(folder, options);
          const cut = (value: Uint8Array | undefined) => value && { value: value.subarray(0, length) };
          return {
            ...engine,
            write: (rows) =>
              engine.write(
                rows.map(({ key, value }) =>
                  key === 'receipts!a' ? { key, ...cut(value) } : { key, ...(value && { value }) },
                ),
              ),
          };
        },
      });
      await commitOne(storage, 'a');
      expect(await damageIn(storage)).to.deep.equal([{ keyspace: 'receipts', key: 'a' }]);
      await rejectsWith(storage.keyspace('receipts').get('a'), 'damaged');
    }
  });

  it('stops when it is told to', async () => {
    const { storage } = await (await newHome()).create();
    await commitOne(storage, 'a');
    const reason = new Error('enough');
    const stopped: unknown = await collect(storage.scrub(AbortSignal.abort(reason))).catch(
      (error: unknown) => error,
    );
    expect(stopped).to.equal(reason);
  });
});

describe('the checksums of table files', () => {
  const newHome = useStorageHomes();

  it('are those of the Castagnoli polynomial', () => {
    const digits = bytes('123456789');
    expect(crc32c(digits, 0, 9)).to.equal(0xe3069283);
    expect(crc32c(bytes('--123456789--'), 2, 11)).to.equal(0xe3069283);
    expect(crc32c(new Uint8Array(32).fill(0xff), 0, 32)).to.equal(0x62a8ab43);
    expect(crc32c(digits, 0, 0)).to.equal(0);
  });

  it('leave out no bit of a footer, even where it is filled up', async () => {
    const folder = (await newHome()).home;
    const engine = await openLevelEngine(folder, { create: true });
    await engine.write([{ key: 'a', value: bytes('a') }]);
    await engine.compact('a', 'b');
    await engine.close();
    const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.ldb'));
    const table = await readFile(join(folder, name));
    expect(isSoundTable(table)).to.equal(true);
    for (let at = table.length - 48; at < table.length; at++) {
      const spoilt = Buffer.from(table);
      spoilt.writeUInt8(spoilt.readUInt8(at) ^ 1, at);
      expect(isSoundTable(spoilt), `byte ${at}`).to.equal(false);
    }
  });

  it('make sense of no other file', () => {
    const files = ['', 'short', 'x'.repeat(48), 'x'.repeat(5000)].map((text) => Buffer.from(text));
    expect(files.map((file) => isSoundTable(file))).to.deep.equal([false, false, false, false]);
  });
});
