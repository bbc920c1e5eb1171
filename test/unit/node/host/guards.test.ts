import { expect } from 'chai';
import fc from 'fast-check';
import { multiaddrConnectionPair } from '@libp2p/utils';
import { frameScanner } from '../../../../node/host/guarded-muxer.ts';
import { createPendingConnections } from '../../../../node/host/pending-connections.ts';
import { createProgressWatch } from '../../../../node/host/progress-watch.ts';
import { TIMES, WINDOWS } from '../../../../protocol/limits.ts';
import type { FrameProgress, FrameStream } from '../../../../protocol/frames.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

describe('connections that have not proved who they are', () => {
  it('are so many at most', () => {
    const pending = createPendingConnections(2);
    const connections = Array.from({ length: 3 }, () => multiaddrConnectionPair()[1]);
    expect(connections.map((connection) => pending.watch(connection))).to.deep.equal([true, true, false]);
    connections[0]?.abort(new Error('gone'));
    expect(pending.watch(multiaddrConnectionPair()[1])).to.equal(true);
  });
});

describe('yamux frames', () => {
  const frame = (type: number, length: number): Buffer => {
    const header = Buffer.alloc(12);
    header[1] = type;
    header.writeUInt32BE(length, 8);
    return header;
  };
  const data = (length: number): Buffer => Buffer.concat([frame(0, length), Buffer.alloc(length, 255)]);

  it('pass in whatever pieces they come, if none is longer than a window', () => {
    const bytes = Buffer.concat([
      data(5),
      frame(1, 0xffff_ffff),
      data(0),
      data(70_000),
      frame(2, 0xffff_ffff),
      data(1),
    ]);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 20 }), (cuts) => {
        const admits = frameScanner();
        const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        return edges.every((edge, index) => admits(bytes.subarray(edge, edges[index + 1])));
      }),
    );
  });

  it('do not pass as soon as one is announced that is longer', () => {
    const admits = frameScanner();
    expect(admits(Buffer.concat([data(3), frame(0, WINDOWS.streamBytesMax).subarray(0, 11)]))).to.equal(true);
    expect(frameScanner()(frame(0, WINDOWS.streamBytesMax))).to.equal(true);
    expect(frameScanner()(Buffer.concat([data(3), frame(0, WINDOWS.streamBytesMax + 1)]))).to.equal(false);
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
