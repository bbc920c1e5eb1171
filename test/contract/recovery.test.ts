import { expect } from 'chai';
import { openEnvelope } from '../../protocol/item/item.ts';
import { putRestoration } from '../../node/restoration.ts';
import { sortedIds } from '../support/sorted-ids.ts';
import {
  type DeliveringNode,
  type DeliveringOptions,
  itemNumber,
  startDeliveringNode,
} from '../support/delivering-node.ts';
import { createMemoryStore, type MemoryStore } from '../support/memory-store.ts';
import { testParty, type TestParty } from '../support/test-node.ts';

const [grenada, jamaica] = [testParty('GD'), testParty('JM')];
const range = (count: number, from = 1): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

describe('a node whose store was put back to an older copy', () => {
  const running: DeliveringNode[] = [];
  const addresses = new Map<string, readonly string[]>();

  const start = async (
    self: TestParty,
    partner: TestParty,
    options: Omit<DeliveringOptions, 'partners'>,
  ): Promise<DeliveringNode> => {
    const started = await startDeliveringNode(self, { partners: [partner], addresses, ...options });
    running.push(started);
    addresses.set(self.party, started.node.host.addresses());
    return started;
  };
  const restored = async (copy: MemoryStore): Promise<MemoryStore> => {
    const store = copy.copy();
    await store.commit({ operations: [putRestoration(store, { id: 'ab'.repeat(16), at: 2, asOf: 1 })] });
    return store;
  };

  afterEach(async () => {
    await Promise.all(running.splice(0).map((node) => node.stop()));
    addresses.clear();
  });

  /** GD has sent to JM before and after the copies; JM has said something after them. */
  async function exchanged() {
    const [lostByGd, lostByJm] = [createMemoryStore(), createMemoryStore()];
    const gd = await start(grenada, jamaica, { store: lostByGd });
    const jm = await start(jamaica, grenada, { store: lostByJm });
    const [before, after] = [
      range(20).map((index) => itemNumber(index)),
      range(140, 100).map((index) => itemNumber(index)),
    ];
    await gd.send(before);
    await gd.until(() => gd.cases.relayed.length === 20);
    const copies = { gd: lostByGd.copy(), jm: lostByJm.copy() };
    jm.cases.refuse = ({ id }) => (id === after[7]?.id ? 'unknown-verb' : undefined);
    await gd.send(after);
    await jm.tell('GD', { itemId: before[0]?.id ?? '', level: 'retrieval', at: 1 });
    await gd.until(() => gd.cases.relayed.length === 159 && gd.cases.evidence.length === 1);
    await jm.until(() => jm.outbox.depth('GD').routine === 0);
    return {
      gd,
      jm,
      lostByGd,
      lostByJm,
      copies,
      before,
      after,
      accepted: after.filter((_, index) => index !== 7),
    };
  }
  async function lose() {
    const all = await exchanged();
    await all.gd.stop();
    return { ...all, copy: all.copies.gd };
  }

  it('gets back what it had sent with the receipts, byte for byte, and then has recovered', async () => {
    const { jm, lostByGd, copy, accepted } = await lose();
    const store = await restored(copy);
    const gd = await start(grenada, jamaica, { store });
    expect(gd.recovery.isRecovering('JM')).to.equal(true);
    await gd.until(() => !gd.recovery.isRecovering('JM'));
    const receipted = gd.cases.takenBack.filter(([, answered]) => answered === 'receipt');
    expect(receipted.map(([id]) => id).sort()).to.deep.equal(sortedIds(accepted));
    expect(gd.cases.evidence).to.have.length(1);
    expect(jm.cases.received).to.have.length(159);
    for (const { id } of accepted) {
      expect(await store.keyspace('receipts').get(id)).to.deep.equal(
        await lostByGd.keyspace('receipts').get(id),
      );
    }
    expect(store.events.map(({ type }) => type)).to.include('link.recovered');
  });

  it('gets back what the partner had rejected, as the void that it is, with the rejection, byte for byte', async () => {
    const { lostByGd, copy, after } = await lose();
    const store = await restored(copy);
    const gd = await start(grenada, jamaica, { store });
    await gd.until(() => !gd.recovery.isRecovering('JM'));
    const id = after[7]?.id ?? '';
    expect(gd.cases.takenBack.filter(([, answered]) => answered === 'rejection')).to.deep.equal([
      [id, 'rejection'],
    ]);
    const rejection = await store.keyspace('rejections').get(id);
    expect(rejection).to.deep.equal(await lostByGd.keyspace('rejections').get(id));
    expect(openEnvelope((await store.keyspace('items').get(id)) ?? new Uint8Array()).bodyBytes).to.equal(
      undefined,
    );
  });

  it('gets back what it had received, and takes up its own receipts and rejections instead of new ones', async () => {
    const { gd, jm: first, lostByJm, copies, after, accepted } = await exchanged();
    await first.stop();
    const store = await restored(copies.jm);
    const jm = await start(jamaica, grenada, { store });
    await jm.until(() => !jm.recovery.isRecovering('GD'));
    expect(sortedIds(jm.cases.received)).to.deep.equal(sortedIds(accepted));
    expect(jm.cases.passedOver).to.deep.equal([after[7]?.id]);
    for (const { id } of after) {
      for (const kept of ['receipts', 'rejections'] as const)
        expect(await store.keyspace(kept).get(id)).to.deep.equal(await lostByJm.keyspace(kept).get(id));
    }
    expect(gd.cases.relayed).to.have.length(159);
    expect((await jm.inbox.links('GD')).map(({ watermark, ranges }) => [watermark, ranges])).to.deep.equal([
      [160, []],
    ]);
  });

  it('gives no number twice: what it sends next has a new epoch', async () => {
    const { jm, copy } = await lose();
    const gd = await start(grenada, jamaica, { store: await restored(copy) });
    await gd.until(() => !gd.recovery.isRecovering('JM'));
    const next = itemNumber(9999);
    await gd.send([next]);
    await gd.until(() => gd.cases.relayed.length === 1);
    expect(jm.cases.received.at(-1)?.id).to.equal(next.id);
    const states = await jm.inbox.links('GD');
    expect(states.map(({ watermark }) => watermark).sort()).to.deep.equal([1, 160]);
  });

  it('knows after a restart that it has recovered, and recovers anew after another restore', async () => {
    const { jm, copy, accepted } = await lose();
    const store = await restored(copy);
    const first = await start(grenada, jamaica, { store });
    await first.until(() => !first.recovery.isRecovering('JM'));
    await first.stop();
    const second = await start(grenada, jamaica, { store });
    expect(second.recovery.isRecovering('JM')).to.equal(false);
    await second.send([itemNumber(7777)]);
    await second.until(() => second.cases.relayed.length === 1);
    expect(second.cases.takenBack).to.deep.equal([]);
    await second.stop();
    const again = { id: 'cd'.repeat(16), at: 3, asOf: 1 };
    const older = copy.copy();
    await older.commit({ operations: [putRestoration(older, again)] });
    const third = await start(grenada, jamaica, { store: older });
    await third.until(() => !third.recovery.isRecovering('JM'));
    // What was rejected, and what was sent since, besides.
    expect(third.cases.takenBack).to.have.length(accepted.length + 2);
    expect(jm.cases.received).to.have.length(160);
  });

  it('asks for numbers that never came, and is given them with what was said of them', async () => {
    const { jm: first, gd, lostByJm, copies, accepted } = await exchanged();
    await first.stop();
    const jm = await start(jamaica, grenada, { store: copies.jm });
    await jm.until(() => jm.cases.received.length === accepted.length && jm.cases.passedOver.length === 1);
    for (const { id } of accepted)
      expect(await jm.store.keyspace('receipts').get(id)).to.deep.equal(
        await lostByJm.keyspace('receipts').get(id),
      );
    expect(jm.cases.missing).to.deep.equal([]);
    expect(gd.cases.relayed).to.have.length(159);
  });

  it('tells its operator of numbers that can not be given any more', async () => {
    const { jm: first, gd, copies, accepted } = await exchanged();
    await first.stop();
    const [gone] = accepted;
    await gd.store.commit({ operations: [gd.store.keyspace('items').remove(gone?.id ?? '')] });
    const jm = await start(jamaica, grenada, { store: copies.jm });
    await jm.until(() => jm.cases.received.length === accepted.length - 1);
    await gd.send([itemNumber(5555)]);
    await jm.until(() => jm.cases.received.length === accepted.length);
    await jm.until(() => jm.cases.missing.length > 0);
    expect(jm.cases.missing[0]).to.deep.equal(['GD', 1]);
  });

  it('takes nothing back that it did not lose, and nothing that proves nothing', async () => {
    const { jm, copy, after } = await lose();
    const gd = await start(grenada, jamaica, { store: copy });
    expect(gd.recovery.isRecovering('JM')).to.equal(false);
    const sink = await gd.inbox.sinkFor('JM');
    const [item] = after;
    if (item === undefined) throw new Error('nothing was sent');
    const parcel = { kind: 'item', item: item.bytes, withheld: false } as const;
    const answer = await sink.deliver({ kind: 'deliver', epoch: 'ee'.repeat(16), number: 1, parcel });
    expect(answer?.kind).to.equal('rejection');
    expect(gd.cases.takenBack).to.deep.equal([]);
    await gd.stop();
    await jm.stop();
    const recovering = await start(grenada, jamaica, { store: await restored(copy) });
    const bare = await recovering.inbox.sinkFor('JM');
    const unproven = await bare.deliver({ kind: 'deliver', epoch: 'ee'.repeat(16), number: 1, parcel });
    expect(unproven?.kind).to.equal('rejection');
    expect(recovering.cases.takenBack).to.deep.equal([]);
    expect(await recovering.inbox.links('JM')).to.not.deep.include({ epoch: 'ee'.repeat(16) });
  });
});
