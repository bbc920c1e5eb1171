import { expect } from 'chai';
import { type Contact, keepConnected } from '../../../../node/host/reconnect.ts';
import { createBell } from '../../../../node/supervise.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

const hour = 3_600_000;

/** A partner who answers when `up`, and a count of the attempts to reach it. */
function aPartner(up = false) {
  const clock = createFakeClock();
  const bell = createBell();
  const over = new AbortController();
  const state = {
    up,
    connected: false,
    attempts: [] as number[],
    contact: { party: 'JM', peerIds: ['p'], addresses: ['a'] } as Contact | undefined,
  };
  const running = keepConnected(
    {
      clock,
      bell,
      backoff: { minMs: 1000, maxMs: 300_000 },
      contact: () => state.contact,
      isConnected: () => state.connected,
      connect: () => {
        state.attempts.push(clock.monotonic());
        state.connected = state.up;
        return Promise.resolve(state.up);
      },
    },
    over.signal,
  ).catch(() => 'stopped');
  const stop = async (): Promise<void> => {
    over.abort(new Error('over'));
    expect(await running).to.equal('stopped');
    expect(clock.sleeping()).to.equal(0);
  };
  return { clock, bell, state, stop };
}

describe('keepConnected', () => {
  it('dials at once, and then for ever, ever more slowly up to the cap', async () => {
    const { clock, state, stop } = aPartner();
    await clock.advance(0);
    expect(state.attempts).to.deep.equal([0]);
    await clock.advance(10_000);
    expect(state.attempts.length).to.be.greaterThan(2);
    await clock.advance(48 * hour);
    const pauses = state.attempts.slice(1).map((at, index) => at - (state.attempts[index] ?? 0));
    expect(Math.max(...pauses)).to.be.at.most(300_000);
    const perHour = state.attempts.filter((at) => at > 24 * hour && at <= 48 * hour).length / 24;
    expect(perHour).to.be.within(18, 32);
    await stop();
  });

  it('rests while there is a session, and after its end waits a moment before it dials', async () => {
    const { clock, bell, state, stop } = aPartner(true);
    await clock.advance(hour);
    expect(state.attempts).to.deep.equal([0]);
    state.connected = false;
    bell.ring();
    await clock.advance(1000);
    expect(state.attempts).to.have.length(2);
    expect(state.attempts[1]).to.be.greaterThan(hour);
    await stop();
  });

  it('takes contact from the partner for contact, and starts with short pauses again', async () => {
    const { clock, bell, state, stop } = aPartner();
    await clock.advance(24 * hour);
    const before = state.attempts.length;
    state.connected = true;
    bell.ring();
    await clock.advance(hour);
    expect(state.attempts).to.have.length(before);
    state.connected = false;
    bell.ring();
    await clock.advance(1000);
    expect(state.attempts).to.have.length(before + 1);
    await stop();
  });

  it('dials at a changed address without waiting, and nobody who has none', async () => {
    const { clock, bell, state, stop } = aPartner();
    state.contact = undefined;
    await clock.advance(hour);
    expect(state.attempts.length).to.be.lessThan(2);
    state.contact = { party: 'JM', peerIds: ['p'], addresses: [] };
    bell.ring();
    await clock.advance(hour);
    const before = state.attempts.length;
    state.contact = { party: 'JM', peerIds: ['p'], addresses: ['b'] };
    bell.ring();
    await clock.advance(1000);
    expect(state.attempts).to.have.length(before + 1);
    await stop();
  });
});
