import { expect } from 'chai';
import { openLevelEngine } from '../../../../node/storage/level-engine.ts';
import { useStorageHomes } from '../../../support/storage-home.ts';

describe('a record on a spoilt disk', () => {
  const newHome = useStorageHomes();

  for (const [keyspace, faults] of [
    ['recordEvents', 1],
    // The leaves of a batch lie together.
    ['recordLeaves', 3],
  ] as const) {
    it(`reports the entries whose row in ${keyspace} does not authenticate`, async () => {
      const { storage, record } = await (
        await newHome()
      ).create({
        openEngine: async (folder, options) => {
          const engine = await openLevelEngine(folder, options);
          let spoilt = false;
          return {
            ...engine,
            write: (rows) =>
              engine.write(
                rows.map((row) => {
                  if (spoilt || !row.key.startsWith(`${keyspace}!`) || row.value === undefined) return row;
                  spoilt = true;
                  return { key: row.key, value: row.value.map((byte, at) => (at === 30 ? byte ^ 1 : byte)) };
                }),
              ),
          };
        },
      });
      const events = [1, 2, 3].map((at) => ({ type: 'read', at }));
      await storage.commit({ operations: [], events });
      await storage.commit({ operations: [], events });
      const report = await record.verify();
      expect(report).to.include({ intact: false, size: 6 });
      const damaged = report.shown.filter(({ fault }) => fault === 'damaged').map(({ number }) => number);
      expect(damaged.slice(0, faults)).to.deep.equal([0, 1, 2].slice(0, faults));
    });
  }
});
