import { expect } from 'chai';
import { frameStream } from '../../../protocol/frames.ts';
import { channelPair, yamuxPair } from '../../support/stream-pair.ts';
import { rejectsWith } from '../../support/rejects-with.ts';

const frameBytesMax = 64 * 1024;
const filled = (length: number, value: number): Uint8Array => new Uint8Array(length).fill(value);

/** What the event loop has ready now, and what follows from it. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('frameStream', () => {
  it('reads the frames that were written, in order, empty ones and the largest among them', async () => {
    const [left, right] = await channelPair(frameBytesMax);
    const frames = [filled(3, 1), filled(0, 0), filled(frameBytesMax, 2), filled(1, 3)];
    const written = Promise.all(frames.map((frame) => left.write(frame)));
    for (const frame of frames) expect(await right.read()).to.deep.equal(frame);
    await written;
    left.abort(new Error('done'));
  });

  it('hands over what is written in pieces, so that the other side has the first before the last has left', async () => {
    const [near, far] = await yamuxPair();
    const left = frameStream(near, { frameBytesMax });
    const pieces: number[] = [];
    far.addEventListener('message', ({ data }) => pieces.push(data.byteLength));
    await Promise.all([1, 2].map((value) => left.write(filled(frameBytesMax, value))));
    while (pieces.reduce((sum, piece) => sum + piece, 0) < 2 * frameBytesMax) await turns(1);
    expect(Math.max(...pieces)).to.be.at.most(16 * 1024);
    left.abort(new Error('done'));
  });

  it('refuses to write a frame above the maximum', async () => {
    const [left] = await channelPair(frameBytesMax);
    await left
      .write(filled(8, 1))
      .then(() => left.write(filled(frameBytesMax + 1, 1)))
      .then(
        () => expect.fail('written'),
        (error: unknown) => expect(error).to.be.instanceOf(RangeError),
      );
  });

  it('ends the stream when a frame above the maximum is announced, without waiting for its bytes', async () => {
    const [raw, accepted] = await yamuxPair();
    const right = frameStream(accepted, { frameBytesMax });
    raw.send(Uint8Array.of(0, 1, 0, 1));
    await rejectsWith(right.read(), 'frame-too-large');
    await rejectsWith(right.write(filled(1, 1)), 'frame-too-large');
  });

  it('gives undefined once the other side has ended between two frames', async () => {
    const [left, right] = await channelPair();
    await left.write(filled(5, 1));
    await left.close();
    expect(await right.read()).to.deep.equal(filled(5, 1));
    expect(await right.read()).to.equal(undefined);
    await right.write(filled(2, 2));
    expect(await left.read()).to.deep.equal(filled(2, 2));
  });

  it('tells an end in the middle of a frame from an end between two', async () => {
    for (const broken of [Uint8Array.of(0, 0), Uint8Array.of(0, 0, 0, 9, 1, 2)]) {
      const [raw, accepted] = await yamuxPair();
      const right = frameStream(accepted, { frameBytesMax });
      raw.send(broken);
      await raw.close();
      await rejectsWith(right.read(), 'frame-broken-off');
    }
  });

  it('fails pending reads and writes when the other side resets', async () => {
    const [left, right] = await channelPair();
    const read = right.read();
    left.abort(new Error('power cut'));
    await rejectsWith(read, 'channel-closed');
    await rejectsWith(right.write(filled(1, 1)), 'channel-closed');
  });

  it('makes a writer wait for a reader that does not read, and holds a bounded amount', async () => {
    const [left, right] = await channelPair(frameBytesMax);
    const frames = 200;
    let written = 0;
    const writer = (async () => {
      for (let index = 0; index < frames; index++) {
        await left.write(filled(frameBytesMax, index));
        written += 1;
      }
    })();
    await turns(2000);
    expect(left.progress().waiting).to.equal(true);
    for (let index = 0; index < frames; index++) {
      expect(written - index).to.be.lessThan(60);
      const frame = await right.read();
      expect(frame?.[0]).to.equal(index);
    }
    await writer;
    expect(left.progress().waiting).to.equal(false);
  });

  it('keeps to back-pressure after the first drain too', async () => {
    const [left, right] = await channelPair(frameBytesMax);
    let written = 0;
    const writer = (async () => {
      for (let index = 0; index < 300; index++) {
        await left.write(filled(frameBytesMax, 7));
        written += 1;
      }
    })();
    for (let read = 0; read < 300; read++) {
      await right.read();
      await turns(20);
      expect(written - read).to.be.lessThan(60);
    }
    await writer;
  });

  it('counts bytes that move, and says when the rest of a frame is owed', async () => {
    const [raw, accepted] = await yamuxPair();
    const right = frameStream(accepted, { frameBytesMax });
    const read = right.read();
    expect(right.progress()).to.deep.equal({ waiting: false, moved: 0 });
    raw.send(Uint8Array.of(0, 0, 0, 2, 1));
    while (right.progress().moved < 5) await turns(1);
    expect(right.progress()).to.deep.equal({ waiting: true, moved: 5 });
    raw.send(Uint8Array.of(2));
    expect(await read).to.deep.equal(Uint8Array.of(1, 2));
    expect(right.progress()).to.deep.equal({ waiting: false, moved: 6 });
  });
});
