import { expect } from 'chai';
import type { FrameChannel } from '../../../../protocol/frames.ts';
import { TIMES } from '../../../../protocol/limits.ts';
import { greet } from '../../../../protocol/session/client.ts';
import { converse } from '../../../../protocol/session/conversation.ts';
import { exchangeState, type Greeting, type Introduction } from '../../../../protocol/session/greeting.ts';
import { helloCodec, sessionFrameCodec, type SessionState } from '../../../../protocol/session/messages.ts';
import { answerGreeting } from '../../../../protocol/session/server.ts';
import { queuedPair } from '../../../support/channel-queue.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';

const introduction = (own: string, other: string, more: Partial<Introduction> = {}): Introduction => ({
  network: 'test',
  bootId: own.repeat(16),
  ownPeerId: own,
  partnerPeerId: other,
  ...more,
});
const dialler = introduction('aa', 'bb');
const other = introduction('bb', 'aa');
const state: SessionState = { profiles: [], outgoing: [], incoming: [], recovering: false };

async function greeted(
  here = dialler,
  there = other,
): Promise<[Greeting, Greeting, FrameChannel, FrameChannel]> {
  const [left, right] = queuedPair();
  const [mine, theirs] = await Promise.all([greet(left, here), answerGreeting(right, there)]);
  return [mine, theirs, left, right];
}

async function sealedPair(): Promise<[FrameChannel, FrameChannel]> {
  const [mine, theirs, left, right] = await greeted();
  return [mine.seal(left, 'session', 'own'), theirs.seal(right, 'session', 'partner')];
}

describe('the opening of a session', () => {
  it('gives both sides keys for the same streams, and each the other’s boot id', async () => {
    const [mine, theirs, left, right] = await greeted();
    expect(mine.partnerBootId).to.equal(other.bootId);
    expect(theirs.partnerBootId).to.equal(dialler.bootId);
    const states = await Promise.all([
      exchangeState(mine.seal(left, 'session', 'own'), { ...state, recovering: true }),
      exchangeState(theirs.seal(right, 'session', 'partner'), state),
    ]);
    expect(states.map(({ recovering }) => recovering)).to.deep.equal([false, true]);
  });

  it('speaks the highest version that both offer', async () => {
    const [mine, theirs] = await greeted(
      { ...dialler, versions: [1, 2, 4] },
      { ...other, versions: [2, 3, 4, 5] },
    );
    expect([mine.version, theirs.version]).to.deep.equal([4, 4]);
  });

  it('ends at both sides, each knowing why, when they have no version in common', async () => {
    const [left, right] = queuedPair();
    await Promise.all([
      rejectsWith(greet(left, { ...dialler, versions: [2] }), 'no-common-version'),
      rejectsWith(answerGreeting(right, other), 'no-common-version'),
    ]);
  });

  it('ends at both sides, each knowing why, between two networks', async () => {
    const [left, right] = queuedPair();
    await Promise.all([
      rejectsWith(greet(left, { ...dialler, network: 'drill' }), 'wrong-network'),
      rejectsWith(answerGreeting(right, other), 'wrong-network'),
    ]);
  });

  it('does not come about with a Hello that has the wrong half, is cut off, is no Hello or never comes', async () => {
    const hello = { network: 'test', bootId: 'cc'.repeat(16), versions: [1] };
    const wrongHalves = [
      { ...hello, kemCiphertext: new Uint8Array(1088) },
      { ...hello, kemPublicKey: new Uint8Array(1184) },
    ].map((half) => helloCodec.encode(half));
    const cases: [Uint8Array | undefined, string, string][] = [
      [wrongHalves[0], 'session-broken', 'seal-broken'],
      [wrongHalves[1], 'seal-broken', 'session-broken'],
      [wrongHalves[0]?.subarray(0, 30), 'malformed', 'malformed'],
      [new Uint8Array(), 'malformed', 'malformed'],
      [new Uint8Array(2049), 'too-large', 'too-large'],
      [undefined, 'session-broken', 'session-broken'],
    ];
    for (const [bytes, atServer, atClient] of cases) {
      for (const [open, code] of [
        [answerGreeting, atServer],
        [greet, atClient],
      ] as const) {
        const [left, right] = queuedPair();
        if (bytes === undefined) await left.close();
        else left.inject(bytes);
        const attempt = open(right, other).then((greeting) => {
          left.inject(new Uint8Array(272));
          return exchangeState(greeting.seal(right, 'session', 'own'), state);
        });
        await rejectsWith(attempt, code);
      }
    }
  });

  it('ends when something else than the State comes first', async () => {
    const [left, right] = await sealedPair();
    await left.write(sessionFrameCodec.encode({ kind: 'ping', nonce: 1 }));
    await rejectsWith(exchangeState(right, state), 'session-broken');
    const [gone, waiting] = await sealedPair();
    await gone.close();
    await rejectsWith(exchangeState(waiting, state), 'session-broken');
  });

  it('keeps a third party who alters a Hello from ever sharing keys', async () => {
    const [left, toMiddle] = queuedPair();
    const [middle, right] = queuedPair();
    const mine = greet(left, dialler);
    const theirs = answerGreeting(right, other);
    const hello = helloCodec.decode((await toMiddle.read()) ?? new Uint8Array());
    await middle.write(helloCodec.encode({ ...hello, bootId: 'ee'.repeat(16) }));
    await toMiddle.write((await middle.read()) ?? new Uint8Array());
    const sealed = (await mine).seal(left, 'session', 'own');
    const opened = (await theirs).seal(right, 'session', 'partner');
    await sealed.write(sessionFrameCodec.encode({ kind: 'state', state }));
    await middle.write((await toMiddle.read()) ?? new Uint8Array());
    await rejectsWith(opened.read(), 'seal-broken');
  });
});

describe('a session', () => {
  it('measures the round trip by ping, and answers the partner’s', async () => {
    const [clock, [left, right]] = [createFakeClock(), await sealedPair()];
    const [mine, theirs] = [converse(left, clock), converse(right, clock)];
    expect((await mine.ping()).roundTripMs).to.equal(0);
    expect((await theirs.ping()).roundTripMs).to.equal(0);
    await left.close();
    await theirs.ended;
    await right.close();
    await mine.ended;
  });

  it('tells by ping how far the clocks are apart, whatever the way takes', async () => {
    const [[left, right], here, there] = [await sealedPair(), createFakeClock(), createFakeClock()];
    there.setWall(here.now() - 600_000);
    const held = Promise.withResolvers<undefined>();
    const slow = { ...right, write: (frame: Uint8Array) => held.promise.then(() => right.write(frame)) };
    const [mine, theirs] = [converse(left, here), converse(slow, there)];
    const ping = mine.ping();
    await here.advance(4000);
    held.resolve(undefined);
    const { roundTripMs, aheadMs } = await ping;
    expect(roundTripMs).to.equal(4000);
    expect(aheadMs).to.be.within(-603_000, -597_000);
    await left.close();
    await theirs.ended;
    await right.close();
    await mine.ended;
  });

  it('outlives any time while both sides keep it alive', async () => {
    const [clock, [left, right]] = [createFakeClock(), await sealedPair()];
    const [mine, theirs] = [converse(left, clock), converse(right, clock)];
    await clock.advance(20 * TIMES.silenceMs);
    await Promise.all([mine.ping(), theirs.ping()]);
  });

  it('ends after 15 s of silence, and fails a ping that waits', async () => {
    const [clock, [left]] = [createFakeClock(), await sealedPair()];
    const mine = converse(left, clock);
    const ended = rejectsWith(mine.ended, 'silent');
    const ping = rejectsWith(mine.ping(), 'session-broken');
    await clock.advance(TIMES.silenceMs - 1);
    expect(clock.sleeping()).to.equal(1);
    await clock.advance(1);
    await Promise.all([ended, ping]);
    await rejectsWith(left.write(new Uint8Array()), 'silent');
    await rejectsWith(mine.ping(), 'session-broken');
    expect(clock.sleeping()).to.equal(0);
  });

  it('ends on a second State and on what is no frame', async () => {
    for (const [bytes, code] of [
      [sessionFrameCodec.encode({ kind: 'state', state }), 'session-broken'],
      [Uint8Array.of(255, 255), 'malformed'],
    ] as const) {
      const [clock, [left, right]] = [createFakeClock(), await sealedPair()];
      const mine = converse(left, clock);
      await right.write(bytes);
      await rejectsWith(mine.ended, code);
    }
  });
});
