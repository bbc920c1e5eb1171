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

    const everything = { emergency: 0, urgent: 0, routine: 0 };
    const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id).sort();

    it('brings every item once, and keeps its receipt', async () => {
      const [gd, jm] = await pair();
      const items = range(40).map((index) => itemNumber(index));
      await gd.send(items);
      await gd.until(() => gd.cases.relayed.length === 40);
      expect(idsOf(jm.cases.received)).to.deep.equal(idsOf(items));
      expect(gd.outbox.depth('JM')).to.deep.equal(everything);
    });

    it('brings a backlog to a partner who comes back, with no new item being sent', async () => {
      const gd = await start(grenada, { partners: [jamaica], addresses, store: await makeStore() });
      const items = range(300).map((index) => itemNumber(index));
      await gd.send(items);
      expect(gd.outbox.depth('JM')).to.deep.equal({ ...everything, urgent: 300 });
      const jm = await start(jamaica, { partners: [grenada], addresses, store: await makeStore() });
      await gd.until(() => gd.cases.relayed.length === 300);
      expect(idsOf(jm.cases.received)).to.deep.equal(idsOf(items));
    });

    it('goes on after a restart of the sender, losing and doubling nothing', async () => {
      const store = await makeStore();
      const first = await startDeliveringNode(grenada, { partners: [jamaica], addresses, store });
      const items = range(60).map((index) => itemNumber(index));
      await first.send(items.slice(0, 30));
      await first.stop();
      const jm = await start(jamaica, { partners: [grenada], addresses, store: await makeStore() });
      const gd = await start(grenada, { partners: [jamaica], addresses, store });
      expect(gd.outbox.depth('JM')).to.deep.equal({ ...everything, urgent: 30 });
      await gd.send(items.slice(30));
      await gd.until(() => gd.cases.relayed.length === 60);
      expect(idsOf(jm.cases.received)).to.deep.equal(idsOf(items));
      expect(gd.outbox.links('JM').map(({ watermark }) => watermark)).to.deep.equal([60]);
    });

    it('goes on after the receiver was cut off in the middle, again and again', async () => {
      const store = await makeStore();
      const gd = await start(grenada, { partners: [jamaica], addresses, store: await makeStore() });
      const items = range(200).map((index) => itemNumber(index));
      await gd.send(items);
      const received: string[] = [];
      for (let cut = 0; received.length < 200; cut++) {
        const jm = await startDeliveringNode(jamaica, { partners: [grenada], addresses, store });
        const enough = Math.min(200 - received.length, 23 * (cut + 1));
        await jm.until(() => jm.cases.received.length >= enough);
        for (const connection of jm.node.host.connections()) connection.abort(new Error('cut'));
        await jm.stop();
        received.push(...idsOf(jm.cases.received));
      }
      const jm = await start(jamaica, { partners: [grenada], addresses, store });
      await gd.until(() => gd.cases.relayed.length === 200);
      expect(jm.cases.received).to.deep.equal([]);
      expect(received.sort()).to.deep.equal(idsOf(items));
      expect((await jm.inbox.links('GD')).map(({ watermark, ranges }) => [watermark, ranges])).to.deep.equal([
        [200, []],
      ]);
    });

    it('answers a duplicate with the same receipt, byte for byte, and takes it in once', async () => {
      const [gd, jm] = await pair();
      const item = itemNumber(1);
      await gd.send([item]);
      await gd.until(() => gd.cases.relayed.length === 1);
      const receipt = await receiptOf(gd, item.id);
      expect(receipt).to.deep.equal(await receiptOf(jm, item.id));
      await gd.send([item]);
      await gd.until(() => gd.cases.relayed.length === 2);
      expect(await receiptOf(gd, item.id)).to.deep.equal(receipt);
      expect(jm.cases.received).to.have.length(1);
    });

    it('lets an emergency overtake what waits, and takes along what its case needs first', async () => {
      const gd = await start(grenada, { partners: [jamaica], addresses, store: await makeStore() });
      const caseId = 'ab'.repeat(16);
      const before = range(2).map((sequence) =>
        itemNumber(500 + sequence, { caseId, urgency: 'routine', sequence: sequence + 1 }),
      );
      const routine = range(300).map((index) => itemNumber(index, { urgency: 'routine' }));
      const emergency = itemNumber(503, { caseId, urgency: 'emergency', sequence: 4 });
      const urgent = itemNumber(504, { urgency: 'urgent' });
      await gd.send([...routine, ...before]);
      await gd.send([urgent]);
      await gd.send([emergency]);
      const jm = await start(jamaica, { partners: [grenada], addresses, store: await makeStore() });
      await gd.until(() => gd.cases.relayed.length === 304);
      const first = jm.cases.received.slice(0, 4).map(({ id }) => id);
      expect(first).to.deep.equal([...before, emergency, urgent].map(({ id }) => id));
    });

    it('keeps a rejection, passes the item over, and goes on with what stands behind it', async () => {
      const [gd, jm] = await pair();
      const [bad, good] = [itemNumber(1), itemNumber(2)];
      jm.cases.refuse = ({ id }) => (id === bad.id ? 'unknown-verb' : undefined);
      await gd.send([bad, good]);
      await gd.until(() => gd.cases.relayed.length === 1 && gd.cases.passedOver.length === 1);
      expect(jm.cases.passedOver).to.deep.equal([bad.id]);
      const rejection = await rejectionOf(gd, bad.id);
      expect(rejection).to.deep.equal(await rejectionOf(jm, bad.id));
      await gd.send([bad]);
      await gd.until(() => gd.cases.passedOver.length === 2);
      expect(await rejectionOf(gd, bad.id)).to.deep.equal(rejection);
      expect(jm.cases.passedOver).to.deep.equal([bad.id]);
      expect(gd.outbox.depth('JM')).to.deep.equal(everything);
    });

    it('brings later evidence by number alone, and takes it off the outbox', async () => {
      const [gd, jm] = await pair();
      const items = range(30).map((index) => itemNumber(index));
      await gd.send(items);
      await gd.until(() => gd.cases.relayed.length === 30);
      for (const [index, { id }] of items.entries()) {
        await jm.tell('GD', { itemId: id, level: 'delivery', at: 1_800_000_000_000 + index });
      }
      await jm.until(() => jm.outbox.depth('GD').routine === 0);
      expect(gd.cases.evidence.map(({ itemId }) => itemId).sort()).to.deep.equal(idsOf(items));
    });

    it('puts off an item whose profile the receiver lacks, gives the profile, and sends it again', async () => {
      const given: string[] = [];
      const lacking = new Set<string>();
      const gd = await start(grenada, {
        partners: [jamaica],
        addresses,
        store: await makeStore(),
        giveProfiles: (_, digests) => {
          given.push(...digests);
          digests.forEach((digest) => lacking.delete(digest));
        },
      });
      const item = itemNumber(1);
      lacking.add(item.header.senderProfile);
      const jm = await start(jamaica, {
        partners: [grenada],
        addresses,
        store: await makeStore(),
        hasProfile: (digest) => !lacking.has(digest),
      });
      await gd.send([item]);
      await gd.until(() => gd.cases.relayed.length === 1);
      expect(given).to.deep.equal([item.header.senderProfile]);
      expect(jm.cases.received).to.have.length(1);
    });
  });
}

async function receiptOf({ store }: DeliveringNode, itemId: string): Promise<Uint8Array | undefined> {
  return await store.keyspace('receipts').get(itemId);
}

async function rejectionOf({ store }: DeliveringNode, itemId: string): Promise<Uint8Array | undefined> {
  return await store.keyspace('rejections').get(itemId);
}
