import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { liveTables } from '../../../../node/storage/live-tables.ts';
import { readLogFile } from '../../../../node/storage/log-file.ts';
import { databaseFolder } from '../../../../node/storage/places.ts';
import { useStorageHomes } from '../../../support/storage-home.ts';

describe('a log as LevelDB writes it', () => {
  const newHome = useStorageHomes();

  /** A log of some hundred records, over several blocks, and the list of files beside it. */
  async function written(): Promise<{ log: Buffer; list: Buffer; tables: string[] }> {
    const home = await newHome();
    const { storage } = await home.create();
    const value = new Uint8Array(400).fill(7);
    for (let index = 0; index < 200; index++) {
      await storage.commit({ operations: [storage.keyspace('receipts').put(`n${index}`, value)] });
    }
    await storage.close();
    const folder = databaseFolder(home.home);
    const files = await readdir(folder);
    const read = (pattern: RegExp): Promise<Buffer> =>
      readFile(join(folder, files.find((name) => pattern.test(name)) ?? ''));
    const tables = files.filter((name) => name.endsWith('.ldb'));
    return { log: await read(/\.log$/), list: await read(/^MANIFEST/), tables };
  }

  it('is sound, with all its records, and its list names the tables that are there', async () => {
    const { log, list, tables } = await written();
    expect(readLogFile(log)).to.have.property('state', 'sound');
    expect(readLogFile(log).records).to.have.length(200);
    expect(log.length).to.be.above(3 * 32 * 1024);
    const live = liveTables(readLogFile(list).records) ?? [];
    expect(live.map((number) => `${String(number).padStart(6, '0')}.ldb`)).to.have.members(tables);
  });

  it('is torn, not damaged, wherever it ends too early', async () => {
    const { log } = await written();
    const ends = Array.from({ length: 300 }, (_, index) => log.length - 1 - index * 317).filter(
      (end) => end > 0,
    );
    const states = ends.map((end) => readLogFile(log.subarray(0, end)).state);
    expect(states.filter((state) => state === 'damaged')).to.deep.equal([]);
    expect(readLogFile(Buffer.concat([log, Buffer.alloc(5000)])).state).to.equal('torn');
  });

  it('is damaged wherever a bit is another before its last record', async () => {
    const { log } = await written();
    const found = new Set<string>();
    for (let at = 0; at < log.length - 2000; at += 53) {
      const flipped = Buffer.from(log);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const isPadding = Buffer.from(log.subarray(Math.max(0, at - 6), at + 1)).every((byte) => byte === 0);
      if (!isPadding) found.add(readLogFile(flipped).state);
    }
    expect([...found]).to.deep.equal(['damaged']);
  });

  it('gives no tables where an edit makes no sense', () => {
    const edits = [[99], [7, 0], [7, 0, 1, 5, 9], [2, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80]];
    expect(edits.map((edit) => liveTables([Buffer.from(edit)]))).to.deep.equal(edits.map(() => undefined));
  });
});
