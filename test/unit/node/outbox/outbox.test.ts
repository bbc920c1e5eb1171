import { expect } from 'chai';
import { evidenceStatement } from '../../../../protocol/delivery/statements.ts';
import { TIMES } from '../../../../protocol/limits.ts';
import { itemNumber } from '../../../support/delivering-node.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';
import {
  countReads,
  itemIn,
  openTestOutbox,
  PLENTY,
  receiptFor,
  rejectionFor,
} from '../../../support/outboxes.ts';
import { signerFrom } from '../../../support/profiles.ts';

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const nothing = { emergency: 0, urgent: 0, routine: 0 };

describe('the outbox', () => {
  it('gives numbers from one without a gap, in one epoch that lasts over restarts', async () => {
    const clock = createFakeClock();
    const first = await openTestOutbox(clock);
    await first.send(itemNumber(1), itemNumber(2));
    const [link] = first.outbox.links('JM');
    await first.outbox.stop();
    const second = await openTestOutbox(clock, first.store);
    await second.send(itemNumber(3));
    expect(second.outbox.links('JM')).to.deep.equal([{ ...link, watermark: 3 }]);
    const parcels = await second.outbox.sourceFor('JM').take(PLENTY);
    expect(parcels.map(({ number }) => number)).to.deep.equal([1, 2, 3]);
    await second.outbox.stop();
  });

  it('gives a number again that was given and never committed, and no other', async () => {
    const clock = createFakeClock();
    const first = await openTestOutbox(clock);
    await first.send(itemNumber(1));
    first.queue(itemNumber(2));
    await first.send(itemNumber(3));
    expect(await first.outbox.sourceFor('JM').complete()).to.deep.equal([]);
    await first.outbox.stop();
    const second = await openTestOutbox(clock, first.store);
    await second.send(itemNumber(4), itemNumber(5));
    const parcels = await second.outbox.sourceFor('JM').take(PLENTY);
    const ids = parcels.map((parcel) => itemIn(parcel).id);
    expect(parcels.map(({ number }) => number)).to.deep.equal([1, 2, 3, 4]);
    expect(ids).to.deep.equal([1, 4, 3, 5].map((index) => itemNumber(index).id));
    await second.outbox.stop();
  });

  it('sends what was committed in another order than it was queued', async () => {
    const { outbox, store, queue } = await openTestOutbox(createFakeClock());
    const source = outbox.sourceFor('JM');
    const [early, late] = [queue(itemNumber(1)), queue(itemNumber(2))];
    await store.commit(late);
    outbox.wake('JM');
    expect((await source.take(PLENTY)).map(({ number }) => number)).to.deep.equal([2]);
    await store.commit(early);
    outbox.wake('JM');
    expect((await source.take(PLENTY)).map(({ number }) => number)).to.deep.equal([1]);
    expect(await source.take(PLENTY)).to.deep.equal([]);
    await outbox.stop();
  });

  it('takes an item off only with a receipt that proves its arrival, in one commit with it', async () => {
    const clock = createFakeClock();
    const { outbox, store, relayed, send } = await openTestOutbox(clock);
    const item = itemNumber(1);
    await send(item);
    const source = outbox.sourceFor('JM');
    const [parcel] = await source.take(PLENTY);
    if (parcel === undefined) throw new Error('nothing taken');
    const forged = [
      receiptFor(parcel, { signer: signerFrom('TT receipt') }),
      receiptFor(parcel, { itemId: itemNumber(2).id }),
      receiptFor(parcel, { act: 'ab'.repeat(32) }),
    ];
    for (const receipt of forged) {
      await source.answered(receipt);
      expect(await source.take(PLENTY)).to.deep.equal([]);
      expect(outbox.depth('JM')).to.deep.equal({ ...nothing, urgent: 1 });
      await clock.advance(TIMES.busyMsMax);
      expect(await source.take(PLENTY)).to.have.length(1);
    }
    store.failNext(new Error('disk'));
    await source.answered(receiptFor(parcel)).then(
      () => expect.fail('answered'),
      (error: unknown) => expect(String(error)).to.contain('disk'),
    );
    expect(relayed).to.deep.equal([]);
    await clock.advance(1000);
    expect(await source.take(PLENTY)).to.have.length(1);
    await source.answered(receiptFor(parcel));
    expect(relayed).to.deep.equal([item.id]);
    expect(outbox.depth('JM')).to.deep.equal(nothing);
    expect(await store.keyspace('receipts').has(item.id)).to.equal(true);
    expect(store.events.map(({ type }) => type)).to.deep.equal(['item.relayed']);
    expect(await source.complete()).to.deep.equal([{ epoch: parcel.epoch, number: 1 }]);
    await outbox.stop();
  });

  it('keeps a rejection that proves itself, and passes the item over', async () => {
    const { outbox, store, passedOver, send } = await openTestOutbox(createFakeClock());
    await send(itemNumber(1));
    const source = outbox.sourceFor('JM');
    const [parcel] = await source.take(PLENTY);
    if (parcel === undefined) throw new Error('nothing taken');
    await source.answered(rejectionFor(parcel, 'unknown-kind', itemNumber(2).id));
    expect(passedOver).to.deep.equal([]);
    await source.answered(rejectionFor(parcel, 'unknown-kind'));
    expect(passedOver).to.deep.equal([itemNumber(1).id]);
    expect(await store.keyspace('rejections').has(itemNumber(1).id)).to.equal(true);
    await outbox.stop();
  });

  it('believes a later rejection only from the partner that the item was for', async () => {
    const { outbox, store, passedOver, send } = await openTestOutbox(createFakeClock());
    await send(itemNumber(1));
    const [parcel] = await outbox.sourceFor('JM').take(PLENTY);
    if (parcel === undefined) throw new Error('nothing taken');
    const { rejection } = rejectionFor(parcel, 'not-processed');
    const extra = { operations: [store.keyspace('links').put('extra', new Uint8Array())] };
    await outbox.rejectedLater('TT', rejection, extra);
    expect(passedOver).to.deep.equal([]);
    expect(store.events.map(({ type }) => type)).to.deep.equal(['rejection.refused']);
    await outbox.rejectedLater('JM', rejection, extra);
    await outbox.rejectedLater('JM', rejection, extra);
    expect(passedOver).to.deep.equal([itemNumber(1).id]);
    await outbox.stop();
  });

  it('holds a few parcels in memory, however many wait', async () => {
    const store = countReads(createMemoryStore());
    const { outbox, queue } = await openTestOutbox(createFakeClock(), store);
    const item = itemNumber(1);
    const operations = range(20_000).flatMap(() => queue(item, 'routine').operations);
    await store.commit({ operations });
    outbox.wake('JM');
    expect(outbox.depth('JM')).to.deep.equal({ ...nothing, routine: 20_000 });
    const source = outbox.sourceFor('JM');
    const before = store.reads();
    const parcels = await source.take({ parcels: 16, bytes: 1 << 20 });
    expect(parcels.map(({ number }) => number)).to.deep.equal(range(16));
    expect(store.reads() - before).to.be.lessThan(200);
    await outbox.stop();
  });

  it('sends again what a partner puts off, after its time, and gives it the profiles that it needs', async () => {
    const clock = createFakeClock();
    const { outbox, profiles, send } = await openTestOutbox(clock);
    await send(itemNumber(1), itemNumber(2));
    const source = outbox.sourceFor('JM');
    const [first, second] = await source.take(PLENTY);
    if (first === undefined || second === undefined) throw new Error('nothing taken');
    let woken = 0;
    source.watch(() => (woken += 1));
    const needProfiles = ['cd'.repeat(32)];
    await source.putOff({ kind: 'busy', epoch: first.epoch, number: 1, retryAfterMs: 5000, needProfiles });
    await source.putOff({ kind: 'busy', epoch: first.epoch, number: 2, retryAfterMs: 0, needProfiles: [] });
    expect(profiles).to.deep.equal(needProfiles);
    expect(await source.take(PLENTY)).to.deep.equal([]);
    await clock.advance(100);
    expect([woken, (await source.take(PLENTY)).map(({ number }) => number)]).to.deep.equal([1, [2]]);
    await clock.advance(4900);
    expect([woken, (await source.take(PLENTY)).map(({ number }) => number)]).to.deep.equal([2, [1]]);
    expect(await source.complete()).to.deep.equal([]);
    await outbox.stop();
  });

  it('moves on when an item has been lost', async () => {
    const { outbox, store, send } = await openTestOutbox(createFakeClock());
    await send(itemNumber(1), itemNumber(2));
    await store.commit({ operations: [store.keyspace('items').remove(itemNumber(1).id)] });
    const parcels = await outbox.sourceFor('JM').take(PLENTY);
    expect(parcels.map(({ number }) => number)).to.deep.equal([2]);
    await outbox.stop();
  });

  it('sends a statement again whose acknowledgement could not be stored', async () => {
    const { outbox, store } = await openTestOutbox(createFakeClock());
    const evidence = {
      network: 'caricom',
      party: 'GD',
      itemId: itemNumber(1).id,
      level: 'retrieval',
      at: 1,
    } as const;
    const statement = evidenceStatement.sign(evidence, signerFrom('GD receipt'));
    await store.commit(outbox.queue('JM', { kind: 'evidence', statement }, 'routine'));
    outbox.wake('JM');
    const [parcel] = await outbox.sourceFor('JM').take(PLENTY);
    if (parcel === undefined) throw new Error('nothing taken');
    store.failNext(new Error('disk'));
    const failed = await outbox
      .sourceFor('JM')
      .acknowledged(parcel.epoch, [1])
      .catch(() => 'failed');
    expect(failed).to.equal('failed');
    const source = outbox.sourceFor('JM');
    expect(await source.take(PLENTY)).to.deep.equal([parcel]);
    await source.acknowledged(parcel.epoch, [1]);
    expect(await source.complete()).to.deep.equal([{ epoch: parcel.epoch, number: 1 }]);
    await outbox.stop();
  });

  it('sends nothing of a commit that failed', async () => {
    const { outbox, store, queue } = await openTestOutbox(createFakeClock());
    const change = queue(itemNumber(1));
    store.failNext(new Error('disk'));
    await store.commit(change).catch(() => undefined);
    expect(await outbox.sourceFor('JM').take(PLENTY)).to.deep.equal([]);
    await outbox.stop();
  });
});
