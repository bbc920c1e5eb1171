import type { Stream } from '@libp2p/interface';
import { frameScanner } from '../../node/host/guarded-muxer.ts';
import { frameStream } from '../../protocol/frames.ts';
import { sameBytes } from '../../protocol/hash.ts';
import { sealedChannel } from '../../protocol/session/sealed-channel.ts';
import { queuedPair } from '../support/channel-queue.ts';
import { filled } from '../support/items.ts';
import { yamuxPair } from '../support/stream-pair.ts';
import { join } from '../support/wire-surgery.ts';
import { BYTES, type Taken, type Target } from './target.ts';

/** What comes over a connection before any message is decoded. */
const FRAME_BYTES_MAX = 4096;
const keys = { write: filled(32, 1), read: filled(32, 2) };
const frames = [filled(0, 1), filled(10, 2), filled(300, 3), filled(4000, 4)];

function prefixed(frame: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(frame.length);
  return join([length, frame]);
}

async function sealedFrames(): Promise<Uint8Array[]> {
  const [left] = queuedPair();
  const channel = sealedChannel(left, { write: keys.read, read: keys.write });
  for (const frame of frames) await channel.write(frame);
  return left.sent;
}

/** Opens only the frame that was sealed as the first one. */
async function openSealed(input: Uint8Array): Promise<Taken> {
  const [left, right] = queuedPair();
  left.inject(input);
  const payload = await sealedChannel(right, keys).read();
  if (payload === undefined || !sameBytes(payload, frames[0] ?? input))
    throw new TypeError('another frame was opened');
  return undefined;
}

/** Reads what a stream brings until it ends, and gives the same bytes again. */
async function readStream(input: Uint8Array): Promise<Taken> {
  const [left, right]: [Stream, Stream] = await yamuxPair();
  const channel = frameStream(right, { frameBytesMax: FRAME_BYTES_MAX });
  const read: Uint8Array[] = [];
  left.send(input);
  const closed = left.close().catch(() => undefined);
  try {
    for (let frame = await channel.read(); frame !== undefined; frame = await channel.read())
      read.push(frame);
  } finally {
    left.abort(new Error('read to its end'));
    await closed;
  }
  return join(read.map(prefixed));
}

const muxed = [
  join([Buffer.from('000000010000000100000005', 'hex'), filled(5, 1)]),
  join([
    Buffer.from('000000000000000100000400', 'hex'),
    filled(1024, 2),
    Buffer.from('000100020000000100000000', 'hex'),
  ]),
  Buffer.from('000200010000000000000007', 'hex'),
];

/** However the bytes are cut, they cost the same. */
function scanMuxed(input: Uint8Array): Taken {
  const [whole, single] = [frameScanner(), frameScanner()];
  const cost = whole(input);
  let sum = 0;
  for (const byte of input) if (sum < Infinity) sum += single(Uint8Array.of(byte));
  if (sum !== cost && Math.abs(sum - cost) > 0.001) throw new TypeError('it depends on how bytes are cut');
  return undefined;
}

export const channelTargets: readonly Target[] = [
  {
    name: 'sealed frame',
    corpus: (await sealedFrames()).slice(0, 1),
    mutate: BYTES,
    codes: ['seal-broken'],
    take: openSealed,
  },
  {
    name: 'frames of a stream',
    corpus: [join(frames.map(prefixed)), prefixed(filled(FRAME_BYTES_MAX, 5)), prefixed(filled(0, 6))],
    mutate: BYTES,
    codes: ['frame-too-large', 'frame-broken-off', 'channel-closed'],
    share: 20,
    take: readStream,
  },
  { name: 'frames of the muxer', corpus: muxed, mutate: BYTES, take: scanMuxed },
];
