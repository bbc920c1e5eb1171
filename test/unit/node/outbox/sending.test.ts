import { expect } from 'chai';
import { nextTurn } from '../../../../node/supervise.ts';
import { deliverParcels, type ParcelSource } from '../../../../protocol/delivery/client.ts';
import { type DeliveryFrame, deliveryFrameCodec } from '../../../../protocol/delivery/messages.ts';
import { createNumberSet } from '../../../../protocol/delivery/number-set.ts';
import { COUNTS, WINDOWS } from '../../../../protocol/limits.ts';
import { queuedPair } from '../../../support/channel-queue.ts';
import { itemNumber } from '../../../support/delivering-node.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { freeMeter } from '../../../support/free-conduct.ts';
import { listSource } from '../../../support/list-source.ts';
import { createMemoryStore, type MemoryStore } from '../../../support/memory-store.ts';
import { openTestOutbox, PLENTY, receiptFor, slowScans } from '../../../support/outboxes.ts';

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const nothing = { emergency: 0, urgent: 0, routine: 0 };

/** A store whose next commit, once asked for, waits until the test lets it go. */
function slowCommits(store: MemoryStore) {
  let held: (() => Promise<void>) | undefined;
  const commit: MemoryStore['commit'] = async (change) => {
    await held?.();
    return store.commit(change);
  };
  const hold = () => {
    const begun: PromiseWithResolvers<void> = Promise.withResolvers();
    const released: PromiseWithResolvers<void> = Promise.withResolvers();
    held = () => {
      begun.resolve();
      return released.promise;
    };
    return { begun: begun.promise, release: released.resolve };
  };
  return { ...store, commit, hold };
}

describe('what a session sends', () => {
  it('takes nothing up again that is settled while the store is read', async () => {
    const store = slowScans(createMemoryStore());
    const { outbox, send } = await openTestOutbox(createFakeClock(), store);
    await send(itemNumber(1));
    const first = outbox.sourceFor('JM');
    const [parcel] = await first.take(PLENTY);
    if (parcel === undefined) throw new Error('nothing taken');
    const second = outbox.sourceFor('JM');
    const hold = store.hold();
    const taking = second.take(PLENTY);
    await hold.read;
    await first.answered(receiptFor(parcel));
    hold.release();
    expect(await taking).to.deep.equal([]);
    expect(outbox.depth('JM')).to.deep.equal(nothing);
    await outbox.stop();
  });

  it('gives nothing to an earlier session once a new one has begun', async () => {
    const { outbox, send } = await openTestOutbox(createFakeClock());
    await send(itemNumber(1), itemNumber(2));
    const earlier = outbox.sourceFor('JM');
    const [overlapping, later] = [earlier.take(PLENTY), outbox.sourceFor('JM')];
    expect(await overlapping).to.deep.equal([]);
    expect(await earlier.take(PLENTY)).to.deep.equal([]);
    expect(await later.take(PLENTY)).to.have.length(2);
    await outbox.stop();
  });

  it('fills the narrowest gaps before what overtakes leaves more of them than a partner keeps', async () => {
    const { outbox, queue, store } = await openTestOutbox(createFakeClock());
    const [routine, urgent] = [itemNumber(1, { urgency: 'routine' }), itemNumber(2)];
    const scattered = COUNTS.ranges - WINDOWS.parcelsMax;
    const operations = range(scattered).flatMap(() => {
      const { operations: waiting } = queue(routine, 'routine');
      // What the partner has: the number between two that wait.
      queue(urgent, 'urgent');
      return waiting;
    });
    operations.push(...queue(routine, 'routine').operations, ...queue(urgent, 'urgent').operations);
    await store.commit({ operations });
    outbox.wake('JM');
    const [{ epoch } = { epoch: '' }] = outbox.links('JM');
    const known = {
      epoch,
      watermark: 0,
      ranges: range(scattered).map((n) => ({ first: 2 * n, last: 2 * n })),
    };
    const source = outbox.sourceFor('JM', [known]);
    const received = createNumberSet(known);
    const order: number[] = [];
    for (;;) {
      const parcels = await source.take({ parcels: WINDOWS.parcelsMax, bytes: Number.MAX_SAFE_INTEGER });
      if (parcels.length === 0) break;
      for (const { number } of parcels) {
        expect(received.takes(number, COUNTS.ranges)).to.equal(true);
        received.add(number);
        order.push(number);
      }
    }
    const last = 2 * scattered + 2;
    expect(order.indexOf(last)).to.be.within(1, COUNTS.ranges / 2);
    expect([received.watermark, received.ranges()]).to.deep.equal([last, []]);
    await outbox.stop();
  });
});

describe('what a session says of itself', () => {
  const drive = (source: ParcelSource) => {
    const [near, far] = queuedPair();
    const { signal: draining } = new AbortController();
    const parts = { clock: createFakeClock(), draining, meter: freeMeter, turn: nextTurn };
    const ended = deliverParcels(near, source, parts);
    const heard = async (): Promise<DeliveryFrame> =>
      deliveryFrameCodec.decode((await far.read()) ?? new Uint8Array());
    const end = async (): Promise<void> => {
      await far.close();
      await ended;
    };
    return { heard, end };
  };

  it('is of each epoch once how far it has come, and again when that is farther', async () => {
    const [one, other] = ['ab'.repeat(16), 'cd'.repeat(16)];
    const places = [{ epoch: one, number: 0 }];
    const list = listSource(one, []);
    const watched = Promise.withResolvers<() => void>();
    const watch = (wake: () => void) => (watched.resolve(wake), () => undefined);
    const { heard, end } = drive({ ...list, watch, complete: () => Promise.resolve([...places]) });
    const wake = await watched.promise;
    expect(await heard()).to.deep.equal({ kind: 'caughtUp', epoch: one, number: 0 });
    places.push({ epoch: other, number: 3 });
    wake();
    expect(await heard()).to.deep.equal({ kind: 'caughtUp', epoch: other, number: 3 });
    places[0] = { epoch: one, number: 1 };
    wake();
    expect(await heard()).to.deep.equal({ kind: 'caughtUp', epoch: one, number: 1 });
    await end();
  });

  it('waits for an answer to an earlier session that is being stored, and for no more', async () => {
    const store = slowCommits(createMemoryStore());
    const { outbox, send } = await openTestOutbox(createFakeClock(), store);
    await send(itemNumber(1));
    const earlier = outbox.sourceFor('JM');
    const [parcel] = await earlier.take(PLENTY);
    if (parcel === undefined) throw new Error('nothing taken');
    const hold = store.hold();
    const answering = earlier.answered(receiptFor(parcel));
    await hold.begun;
    const source = outbox.sourceFor('JM');
    const asked = Promise.withResolvers<unknown>();
    const complete = async () => {
      const places = await source.complete();
      asked.resolve(places);
      return places;
    };
    const { heard, end } = drive({ ...source, complete });
    expect(await asked.promise).to.deep.equal([]);
    hold.release();
    await answering;
    expect(await heard()).to.deep.equal({ kind: 'caughtUp', epoch: parcel.epoch, number: 1 });
    await end();
    await outbox.stop();
  });
});
