import { expect } from 'chai';
import fc from 'fast-check';
import { SIZES } from '../../../../protocol/limits.ts';
import { type ChannelKeys, channelKeys } from '../../../../protocol/session/key-schedule.ts';
import { LENGTH_BYTES, paddedBytes } from '../../../../protocol/session/padding.ts';
import { sealedChannel } from '../../../../protocol/session/sealed-channel.ts';
import { queuedPair } from '../../../support/channel-queue.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';

const filled = (length: number, value: number): Uint8Array => new Uint8Array(length).fill(value);
const keys: ChannelKeys = { write: filled(32, 1), read: filled(32, 2) };
const turned: ChannelKeys = { write: keys.read, read: keys.write };

describe('sealedChannel', () => {
  it('gives the other side what was written, in order, empty frames and those at each padding step', async () => {
    const [left, right] = queuedPair();
    const [sender, receiver] = [sealedChannel(left, keys), sealedChannel(right, turned)];
    for (const length of [0, 1, 252, 253, 65_532, 65_533, 300_000]) {
      const frame = filled(length, length % 251);
      await sender.write(frame);
      expect(await receiver.read()).to.deep.equal(frame);
      await receiver.write(frame);
      expect(await sender.read()).to.deep.equal(frame);
    }
  });

  it('shows on the wire neither content nor exact length', async () => {
    const [left] = queuedPair();
    const sender = sealedChannel(left, keys);
    await sender.write(filled(1, 9));
    await sender.write(filled(200, 9));
    expect(left.sent.map((frame) => frame.length)).to.deep.equal([272, 272]);
    expect(left.sent[0]).to.not.deep.equal(left.sent[1]);
  });

  it('ends on a frame that was changed, repeated, left out, reflected or cut short', async () => {
    const tampering: ((frames: Uint8Array[]) => Uint8Array[])[] = [
      ([first = filled(0, 0)]) => [first.with(5, (first[5] ?? 0) ^ 1)],
      ([first = filled(0, 0)]) => [first, first],
      ([, second = filled(0, 0)]) => [second],
      ([first = filled(0, 0)]) => [first.subarray(1)],
      () => [filled(3, 0)],
      () => [filled(0, 0)],
    ];
    for (const tamper of tampering) {
      const [left, right] = queuedPair();
      const sender = sealedChannel(left, keys);
      await sender.write(filled(10, 1));
      await sender.write(filled(10, 2));
      const [carrier, delivered] = queuedPair();
      tamper(left.sent).forEach(carrier.inject);
      const receiver = sealedChannel(delivered, turned);
      await rejectsWith(
        (async () => {
          for (;;) await receiver.read();
        })(),
        'seal-broken',
      );
      await rejectsWith(receiver.write(filled(1, 1)), 'seal-broken');
      right.abort(new Error('done'));
    }
  });

  it('does not open what it wrote itself', async () => {
    const [left, right] = queuedPair();
    const sender = sealedChannel(left, keys);
    await sender.write(filled(4, 1));
    right.inject(left.sent[0] ?? filled(0, 0));
    await rejectsWith(sender.read(), 'seal-broken');
  });
});

describe('padding', () => {
  it('goes to powers of two from 256 bytes, and to multiples of 64 KiB above', () => {
    const steps = [0, 252, 253, 508, 509, 65_532, 65_533, 131_068, 131_069].map(paddedBytes);
    expect(steps).to.deep.equal([256, 256, 512, 512, 1024, 65_536, 131_072, 131_072, 196_608]);
  });

  it('always leaves room, and never wastes more than half or a step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1 << 20 }), (length) => {
        const padded = paddedBytes(length);
        const waste = padded - length - LENGTH_BYTES;
        return (
          waste >= 0 &&
          (padded === SIZES.paddingBytesMin || waste < Math.min(padded / 2, SIZES.paddingStepBytes))
        );
      }),
    );
  });
});

describe('channelKeys', () => {
  const dialler = { shared: filled(32, 7), helloDigest: filled(32, 8), ownPeerId: 'A', partnerPeerId: 'B' };
  const other = { ...dialler, ownPeerId: 'B', partnerPeerId: 'A' };

  it('are the same at both ends, each side writing with what the other reads', () => {
    const here = channelKeys(dialler, 'delivery', 'own');
    const there = channelKeys(other, 'delivery', 'partner');
    expect(here).to.deep.equal({ write: there.read, read: there.write });
  });

  it('differ by protocol, opener, direction and both Hello', () => {
    const all = [
      channelKeys(dialler, 'delivery', 'own'),
      channelKeys(dialler, 'delivery', 'partner'),
      channelKeys(dialler, 'session', 'own'),
      channelKeys({ ...dialler, helloDigest: filled(32, 9) }, 'session', 'own'),
    ].flatMap(({ write, read }) => [write, read].map((key) => Buffer.from(key).toString('hex')));
    expect(new Set(all).size).to.equal(all.length);
  });

  it('are what the specification says', () => {
    const { write, read } = channelKeys(dialler, 'session', 'own');
    expect(Buffer.from(write).toString('hex')).to.equal(
      '70748e58f0c9a38f2aba201f628417d3d5a6fddbc646b2dad656ba4d9214d60b',
    );
    expect(Buffer.from(read).toString('hex')).to.equal(
      '5fcf109b5b49876d0580aa72cb6ad228be2f6d1f417244027e6039dfa59d77b5',
    );
  });
});
