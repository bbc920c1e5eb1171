import { expect } from 'chai';
import type { Store } from '../../node/storage/store.ts';
import {
  type DeliveringNode,
  type DeliveringOptions,
  itemNumber,
  startDeliveringNode,
} from '../support/delivering-node.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { useStorageHomes } from '../support/storage-home.ts';
import { testParty, type TestParty } from '../support/test-node.ts';

const [grenada, jamaica] = [testParty('GD'), testParty('JM')];
const range = (count: number, from = 1): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

/** One suite, over a store that forgets and over the real one. */
const stores: readonly (readonly [string, () => () => Promise<Store>])[] = [
  ['a store in memory', () => () => Promise.resolve(createMemoryStore())],
  [
    'LevelDB',
    () => {
      const makeHome = useStorageHomes();
      return async () => (await (await makeHome()).create()).storage;
    },
  ],
];

for (const [name, useStore] of stores) {
  describe(`delivery over loopback, with ${name}`, () => {
    const makeStore = useStore();
    const running: DeliveringNode[] = [];
    const addresses = new Map<string, readonly string[]>();

    const start = async (self: TestParty, options: DeliveringOptions): Promise<DeliveringNode> => {
      const started = await startDeliveringNode(self, options);
      running.push(started);
      addresses.set(self.party, started.node.host.addresses());
      return started;
    };
    const pair = async (): Promise<[DeliveringNode, DeliveringNode]> => [
      await start(grenada, { partners: [jamaica], addresses, store: await makeStore() }),
      await start(jamaica, { partners: [grenada], addresses, store: await makeStore() }),
    ];

    afterEach(async () => {
      await Promise.all(running.splice(0).map((node) => node.stop()));
      addresses.clear();
    });

    it('brings every item once, and keeps its receipt', async () => {
      const [gd, jm] = await pair();
      const items = range(40).map((index) => itemNumber(index));
      await gd.send(items);
      await gd.until(() => gd.cases.relayed.length === 40);
      expect(jm.cases.received.map(({ id }) => id).sort()).to.deep.equal(items.map(({ id }) => id).sort());
      expect(gd.outbox.depth('JM')).to.deep.equal({ emergency: 0, urgent: 0, routine: 0 });
    });
  });
}
