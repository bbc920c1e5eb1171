import { expect } from 'chai';
import fc from 'fast-check';
import type { MultiaddrConnection } from '@libp2p/interface';
import { multiaddrConnectionPair } from '@libp2p/utils';
import { yamux } from '@libp2p/yamux';
import { multiaddr } from '@multiformats/multiaddr';
import { guardConnection } from '../../../../node/host/connection-guard.ts';
import { frameScanner, guardedMuxer } from '../../../../node/host/guarded-muxer.ts';
import {
  createPendingConnections,
  type PendingConnections,
} from '../../../../node/host/pending-connections.ts';
import { createProgressWatch } from '../../../../node/host/progress-watch.ts';
import { yamuxSettings } from '../../../../node/host/stack.ts';
import { COSTS, SMALL_MESSAGE_BYTES, TRANSPORT_ALLOWANCE } from '../../../../protocol/costs.ts';
import type { FrameProgress, FrameStream } from '../../../../protocol/frames.ts';
import { SIZES, TIMES, WINDOWS } from '../../../../protocol/limits.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { YAMUX, yamuxHeader } from '../../../support/hostile/muxed-wire.ts';

const STRANGER = '/ip4/203.0.113.9/tcp/1';
const PARTNER = '/ip4/198.51.100.7/tcp/1';

/** One end of a connection in memory that comes from an address; the other end writes to it. */
function incoming(address = STRANGER): { connection: MultiaddrConnection; peer: MultiaddrConnection } {
  const [peer, connection] = multiaddrConnectionPair();
  connection.remoteAddr = multiaddr(address);
  // Somebody reads, as libp2p does.
  connection.addEventListener('message', () => undefined);
  return { connection, peer };
}

describe('connections that have not proved who they are', () => {
  const limits = { pendingMax: 5, pendingStrangersMax: 3, strangersPerSecond: 4 };
  const isFamiliar = (address: string): boolean => address === '198.51.100.7';
  let clock: FakeClock;
  let pending: PendingConnections;
  beforeEach(() => {
    clock = createFakeClock();
    pending = createPendingConnections({ limits, now: clock.monotonic, isFamiliar });
  });
  const knock = (address?: string): boolean => pending.admits(incoming(address).connection);

  it('are so many strangers at most, and one more when one has gone', () => {
    const first = incoming().connection;
    expect([pending.admits(first), knock(), knock(), knock()]).to.deep.equal([true, true, true, false]);
    first.abort(new Error('gone'));
    expect([knock(), knock()]).to.deep.equal([true, false]);
  });

  it('leave room for whoever comes from an address of a partner, up to the most of all', () => {
    for (let count = 0; count < 3; count++) knock();
    expect([knock(PARTNER), knock(PARTNER)]).to.deep.equal([true, true]);
    expect([knock(PARTNER), knock()]).to.deep.equal([false, false]);
  });

  it('are so many strangers in a second, whatever becomes of them, and partners besides', async () => {
    const comesAndGoes = (address?: string): boolean => {
      const { connection } = incoming(address);
      const admitted = pending.admits(connection);
      connection.abort(new Error('gone'));
      return admitted;
    };
    const burst = Array.from({ length: 10 }, () => comesAndGoes());
    expect(burst.lastIndexOf(true)).to.equal(2 * limits.strangersPerSecond);
    expect(comesAndGoes(PARTNER)).to.equal(true);
    await clock.advance(1000);
    const second = Array.from({ length: 10 }, () => comesAndGoes());
    expect([second.lastIndexOf(true) + 1, pending.size]).to.deep.equal([limits.strangersPerSecond, 0]);
  });

  it('are pending no more once they have proved it', () => {
    const connections = [incoming(), incoming(), incoming()].map(({ connection }) => connection);
    for (const connection of connections) pending.admits(connection);
    expect(pending.size).to.equal(3);
    connections.forEach((connection) => {
      pending.release(connection);
    });
    expect(pending.size).to.equal(0);
    connections[0]?.abort(new Error('gone later'));
    expect([knock(), knock(), knock(), knock()]).to.deep.equal([true, true, true, false]);
  });
});

describe('the bytes of a connection', () => {
  const hello = Buffer.from('\x13/multistream/1.0.0\n\x07/noise\n', 'latin1');
  const message = (length: number): Buffer => {
    const prefix = Buffer.alloc(2);
    prefix.writeUInt16BE(length);
    return Buffer.concat([prefix, Buffer.alloc(length, 7)]);
  };
  /** What is written to the other end arrives at once. */
  function guarded(): { feed: (bytes: Uint8Array) => string; admit: () => void; clock: FakeClock } {
    const clock = createFakeClock();
    const { connection } = incoming();
    const admit = guardConnection(connection, clock.monotonic);
    const raw = connection as unknown as { onData(bytes: Uint8Array): void };
    return {
      admit,
      clock,
      feed: (bytes) => {
        raw.onData(bytes);
        return connection.status;
      },
    };
  }

  it('begin as those of a node, in whatever pieces they come', () => {
    const whole = guarded();
    expect(whole.feed(Buffer.concat([hello, message(32)]))).to.equal('open');
    const single = guarded();
    expect([...hello].map((byte) => single.feed(Buffer.of(byte)))).to.not.include('aborted');
    for (let at = 0; at < hello.length; at++) {
      const other = guarded();
      other.feed(hello.subarray(0, at));
      expect(other.feed(Buffer.of((hello[at] ?? 0) ^ 1)), `byte ${String(at)}`).to.equal('aborted');
    }
  });

  it('are 16 KiB before the proof, and no byte more; after it there is no such bound', () => {
    const rest = Buffer.alloc(SIZES.preHandshakeBytesMax - hello.length);
    const full = guarded();
    expect(full.feed(Buffer.concat([hello, rest]))).to.equal('open');
    expect(full.feed(Buffer.of(0))).to.equal('aborted');
    const known = guarded();
    known.feed(Buffer.concat([hello, rest]));
    known.admit();
    expect(known.feed(Buffer.alloc(SIZES.preHandshakeBytesMax))).to.equal('open');
  });

  it('are so many small messages of Noise, in pieces of any size, and no more; large ones are free', () => {
    const most = Math.floor(TRANSPORT_ALLOWANCE.burst / COSTS.smallMessage);
    const small = message(SMALL_MESSAGE_BYTES - 1);
    for (const step of [small.length, 1000]) {
      const { feed, admit } = guarded();
      feed(hello);
      admit();
      const bytes = Buffer.concat(Array.from({ length: 1000 }, () => small));
      for (let sent = 0; sent < most; sent += 1000) {
        for (let at = 0; at < bytes.length; at += step * 100) feed(bytes.subarray(at, at + step * 100));
      }
      expect(feed(message(SMALL_MESSAGE_BYTES))).to.equal('open');
      expect(feed(message(SMALL_MESSAGE_BYTES - 1))).to.equal('aborted');
    }
  });
});

describe('yamux frames', () => {
  const { data: DATA, windowUpdate, ping, syn } = YAMUX;
  const data = (length: number): Buffer =>
    Buffer.concat([yamuxHeader(DATA, { stream: 1, length }), Buffer.alloc(length, 255)]);

  it('cost the same in whatever pieces they come', () => {
    const bytes = Buffer.concat([
      data(5),
      yamuxHeader(windowUpdate, { stream: 1, length: 0xffff_ffff }),
      data(0),
      yamuxHeader(windowUpdate, { stream: 3, flags: syn }),
      data(70_000),
      yamuxHeader(ping, { flags: syn, length: 0xffff_ffff }),
      data(1),
    ]);
    const cost = 5 * COSTS.muxerFrame + COSTS.stream + COSTS.muxerPing;
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 20 }), (cuts) => {
        const costOf = frameScanner();
        const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const costs = edges.map((edge, index) => costOf(bytes.subarray(edge, edges[index + 1])));
        return costs.reduce((sum, one) => sum + one, 0) === cost;
      }),
    );
  });

  it('may be as long as a window, and not a byte longer: that is known when it is announced', () => {
    const header = (length: number): Buffer => yamuxHeader(DATA, { stream: 1, length });
    const costOf = frameScanner();
    expect(costOf(Buffer.concat([data(3), header(WINDOWS.streamBytesMax).subarray(0, 11)]))).to.equal(1);
    expect(frameScanner()(header(WINDOWS.streamBytesMax))).to.equal(COSTS.muxerFrame);
    expect(frameScanner()(Buffer.concat([data(3), header(WINDOWS.streamBytesMax + 1)]))).to.equal(Infinity);
  });
});

describe('the guarded muxer', () => {
  function aMuxer() {
    const clock = createFakeClock();
    const [peer, connection] = multiaddrConnectionPair();
    const factory = guardedMuxer(yamux(yamuxSettings())(), clock.monotonic);
    const muxer = factory.createStreamMuxer(connection);
    const raw = muxer as unknown as { onData(bytes: Uint8Array): void };
    return {
      clock,
      peer,
      connection,
      muxer,
      feed: (bytes: Uint8Array) => {
        raw.onData(bytes);
        return connection.status;
      },
    };
  }
  const streams = (count: number, from = 0): Buffer =>
    Buffer.concat(
      Array.from({ length: count }, (_, index) => {
        const stream = 2 * (from + index) + 1;
        return yamuxHeader(YAMUX.windowUpdate, { flags: YAMUX.syn | YAMUX.rst, stream });
      }),
    );

  it('lets a partner open so many streams at once, then some in a second, and cuts off who opens more', async () => {
    const most = Math.floor(TRANSPORT_ALLOWANCE.burst / COSTS.stream);
    const perSecond = Math.floor(TRANSPORT_ALLOWANCE.perSecond / COSTS.stream);
    const { feed, clock } = aMuxer();
    expect(feed(streams(most))).to.equal('open');
    await clock.advance(1000);
    expect(feed(streams(perSecond, most))).to.equal('open');
    expect(feed(streams(1, most + perSecond))).to.equal('aborted');
  });

  it('answers so many pings at once, and cuts off who asks for more', () => {
    const most = Math.floor(TRANSPORT_ALLOWANCE.burst / COSTS.muxerPing);
    const { feed } = aMuxer();
    const asked = yamuxHeader(YAMUX.ping, { flags: YAMUX.syn, length: 1 });
    const thousand = Buffer.concat(Array.from({ length: 1000 }, () => asked));
    for (let sent = 0; sent < most; sent += 1000) expect(feed(thousand)).to.equal('open');
    expect(feed(asked)).to.equal('aborted');
  });

  it('has a stream that is opened in the moment in which the connection ends fail, and nothing else', async () => {
    for (const end of ['abort', 'close'] as const) {
      const { muxer, connection } = aMuxer();
      const opened = muxer.createStream();
      if (end === 'abort') connection.abort(new Error('cut'));
      else void connection.close();
      await opened.catch(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
      expect(connection.status).to.not.equal('open');
    }
  });
});

describe('the watch over progress', () => {
  it('ends a session whose stream owes bytes and moves none, and no other', async () => {
    const clock = createFakeClock();
    const over = new AbortController();
    const watch = createProgressWatch(clock);
    const running = watch.run(over.signal).catch(() => 'stopped');
    const streams = [
      { waiting: true, moved: 1 },
      { waiting: false, moved: 1 },
      { waiting: true, moved: 1 },
    ] as { waiting: boolean; moved: number }[];
    const ended: number[] = [];
    for (const [index, progress] of streams.entries()) {
      const frames = { progress: (): FrameProgress => ({ ...progress }) } as FrameStream;
      watch.add(frames, { ended: new Promise(() => undefined), end: () => ended.push(index) });
    }
    for (let second = 0; second < 40; second++) {
      const [, , moving] = streams;
      if (moving !== undefined) moving.moved += 1;
      await clock.advance(1000);
      if (second * 1000 < TIMES.progressMs) expect(ended).to.deep.equal([]);
    }
    expect(new Set(ended)).to.deep.equal(new Set([0]));
    over.abort(new Error('over'));
    expect(await running).to.equal('stopped');
  });
});
