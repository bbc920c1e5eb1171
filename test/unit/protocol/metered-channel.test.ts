import { expect } from 'chai';
import { ALLOWANCES, COSTS, type Meter } from '../../../protocol/costs.ts';
import { meteredChannel } from '../../../protocol/metered-channel.ts';
import { createTokenBucket } from '../../../protocol/token-bucket.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { queuedPair } from '../../support/channel-queue.ts';
import { freeMeter } from '../../support/free-conduct.ts';
import { channelPair } from '../../support/stream-pair.ts';
import { rejectsWith } from '../../support/rejects-with.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function meterOf(clock: FakeClock): Meter {
  const bucket = createTokenBucket(ALLOWANCES.session);
  return {
    charge: (cost, times = 1) => {
      bucket.spend(COSTS[cost] * times, clock.monotonic());
    },
    owedMs: () => bucket.owedMs(clock.monotonic()),
  };
}

describe('a metered channel', () => {
  it('reads what the allowance takes, then as much as comes back, and loses nothing', async () => {
    const clock = createFakeClock();
    const [left, right] = await channelPair();
    const metered = meteredChannel(right, { meter: meterOf(clock), clock, turn });
    const most = Math.floor(ALLOWANCES.session.burst / COSTS.frame) + 1;
    const written = most + 100;
    for (let index = 0; index < written; index++) void left.write(new Uint8Array());
    let read = 0;
    const reading = (async () => {
      for (; read < written; read++) await metered.read();
    })();
    while (clock.sleeping() === 0) await turn();
    expect(read).to.equal(most);
    while (read < written) await clock.advance(100);
    await reading;
    expect(clock.monotonic()).to.be.at.least((99 * COSTS.frame * 1000) / ALLOWANCES.session.perSecond);
    left.abort(new Error('done'));
  });

  it('lets the event loop have its turn, however many frames are here already', async () => {
    const clock = createFakeClock();
    const [near, far] = queuedPair();
    let turns = 0;
    const counted = (): Promise<void> => {
      turns += 1;
      return turn();
    };
    const metered = meteredChannel(near, { meter: freeMeter, clock, turn: counted });
    for (let index = 0; index < 1000; index++) await far.write(new Uint8Array());
    for (let index = 0; index < 1000; index++) await metered.read();
    expect(turns).to.be.at.least(100);
  });

  it('ends at once when it is ended, also while it waits', async () => {
    const clock = createFakeClock();
    const [left, right] = await channelPair();
    const meter = meterOf(clock);
    meter.charge('cutOff');
    const metered = meteredChannel(right, { meter, clock, turn });
    const read = metered.read();
    metered.abort(Object.assign(new Error('over'), { code: 'over' }));
    await read.then(
      () => expect.fail('read'),
      (error: unknown) => expect(error).to.have.property('message', 'over'),
    );
    await rejectsWith(left.read(), 'channel-closed');
  });
});
