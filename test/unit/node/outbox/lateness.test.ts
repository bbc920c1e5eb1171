import { expect } from 'chai';
import { laneTimesFrom } from '../../../../node/config/lane-times.ts';
import { nextLateness } from '../../../../node/outbox/lateness.ts';
import { LANE_TIMES } from '../../../../protocol/limits.ts';
import { itemNumber } from '../../../support/delivering-node.ts';
import { steadyClock } from '../../../../node/steady-clock.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { openTestOutbox, PLENTY, receiptFor } from '../../../support/outboxes.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('nextLateness', () => {
  it('is a delay after the time of the lane, then a failed delivery at the item’s expiry, then nothing', () => {
    for (const lane of ['emergency', 'urgent', 'routine'] as const) {
      const { delayMs, expiryMs } = LANE_TIMES[lane];
      const row = { lane, queuedAt: 1000, expiresAt: 1000 + expiryMs };
      expect(nextLateness(row, LANE_TIMES)).to.deep.equal({ level: 'delay', due: 1000 + delayMs });
      const failed = { level: 'non_delivery', due: 1000 + expiryMs };
      expect(nextLateness({ ...row, late: 'delay' }, LANE_TIMES)).to.deep.equal(failed);
      expect(nextLateness({ ...row, late: 'non_delivery' }, LANE_TIMES)).to.equal(undefined);
    }
  });

  it('goes by the times that the operator has set', () => {
    const delay = { emergencyMinutes: 6, urgentMinutes: 60, routineMinutes: 600 };
    const nonDelivery = { emergencyHours: 2, urgentHours: 24, routineHours: 48 };
    const times = laneTimesFrom({ delay, nonDelivery });
    expect(times.urgent).to.deep.equal({ delayMs: hour, expiryMs: 24 * hour });
    const row = { lane: 'emergency', queuedAt: 0, expiresAt: times.emergency.expiryMs } as const;
    expect(nextLateness(row, times)).to.deep.equal({ level: 'delay', due: 6 * minute });
  });

  it('calls an item that expires first never delayed', () => {
    const row = { lane: 'routine', queuedAt: 0, expiresAt: hour } as const;
    expect(nextLateness(row, LANE_TIMES)).to.deep.equal({ level: 'non_delivery', due: hour });
  });
});

describe('what waits too long in the outbox', () => {
  it('is told once as delayed and once as not delivered, whatever restarts lie between, and still delivered', async () => {
    const clock = createFakeClock();
    const now = clock.now();
    const item = itemNumber(1, { urgency: 'emergency', createdAt: now, expiresAt: now + 24 * hour });
    const first = await openTestOutbox(clock);
    await clock.advance(minute);
    await first.send(item);
    await clock.advance(14 * minute);
    expect(first.late).to.deep.equal([]);
    await clock.advance(2 * minute);
    expect(first.late.map(({ level, itemId }) => [level, itemId])).to.deep.equal([['delay', item.id]]);
    await clock.advance(hour);
    await first.outbox.stop();
    await clock.advance(hour);

    const second = await openTestOutbox(clock, first.store);
    await clock.advance(20 * hour);
    expect(second.late).to.deep.equal([]);
    await second.outbox.stop();
    await clock.advance(10 * hour);
    const third = await openTestOutbox(clock, first.store);
    await clock.advance(minute);
    expect(third.late.map(({ level }) => level)).to.deep.equal(['non_delivery']);
    await clock.advance(100 * hour);
    expect(third.late).to.have.length(1);
    expect(first.store.events.map(({ type }) => type)).to.deep.equal(['item.delay', 'item.non_delivery']);
    const source = third.outbox.sourceFor('JM');
    const [parcel] = await source.take(PLENTY);
    if (parcel === undefined) throw new Error('nothing taken');
    await source.answered(receiptFor(parcel));
    expect(third.relayed).to.deep.equal([item.id]);
    await third.outbox.stop();
  });

  it('is not told by a clock that has jumped, and once the time has passed indeed', async () => {
    const clock = createFakeClock();
    const { outbox, late, send } = await openTestOutbox(clock);
    const now = clock.now();
    await send(itemNumber(1, { urgency: 'emergency', createdAt: now, expiresAt: now + 24 * hour }));
    clock.setWall(now + 10 * 365 * 24 * hour);
    await clock.advance(14 * minute);
    expect(late).to.deep.equal([]);
    await clock.advance(2 * minute);
    expect(late.map(({ level, at }) => [level, at < now + hour])).to.deep.equal([['delay', true]]);
    await outbox.stop();
  });

  it('is not told after a start by a clock that nobody has confirmed', async () => {
    const clock = createFakeClock();
    const { outbox, store, send } = await openTestOutbox(clock);
    const now = clock.now();
    await send(itemNumber(1, { urgency: 'emergency', createdAt: now, expiresAt: now + 24 * hour }));
    await outbox.stop();
    clock.setWall(now + 20 * 24 * hour);
    const kept = steadyClock(clock);
    kept.resume(now);
    const second = await openTestOutbox(kept, store);
    await clock.advance(14 * minute);
    expect([second.late, kept.doubt()]).to.deep.equal([[], undefined]);
    kept.compare(0);
    await clock.advance(minute);
    expect(second.late.map(({ level }) => level)).to.deep.equal(['delay', 'non_delivery']);
    await second.outbox.stop();
  });

  it('is not told of what was delivered in time', async () => {
    const clock = createFakeClock();
    const { outbox, late, send } = await openTestOutbox(clock);
    await send(itemNumber(1, { urgency: 'emergency' }));
    const source = outbox.sourceFor('JM');
    const [parcel] = await source.take(PLENTY);
    if (parcel === undefined) throw new Error('nothing taken');
    await source.answered(receiptFor(parcel));
    await clock.advance(48 * hour);
    expect(late).to.deep.equal([]);
    await outbox.stop();
  });
});
