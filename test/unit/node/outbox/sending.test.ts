import { expect } from 'chai';
import { createNumberSet } from '../../../../protocol/delivery/number-set.ts';
import { COUNTS, WINDOWS } from '../../../../protocol/limits.ts';
import { itemNumber } from '../../../support/delivering-node.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';
import { openTestOutbox, PLENTY, receiptFor, slowScans } from '../../../support/outboxes.ts';

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const nothing = { emergency: 0, urgent: 0, routine: 0 };

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
