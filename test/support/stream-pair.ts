import { pEvent } from 'p-event';
import type { Stream } from '@libp2p/interface';
import { multiaddrConnectionPair } from '@libp2p/utils';
import { yamux } from '@libp2p/yamux';
import type { FrameStream } from '../../protocol/frames.ts';
import { frameStream } from '../../protocol/frames.ts';
import { WINDOWS } from '../../protocol/limits.ts';

/** Two ends of one yamux stream over a connection in memory: windows, pauses and resets are the real ones. */
export async function yamuxPair(): Promise<[Stream, Stream]> {
  const [outbound, inbound] = multiaddrConnectionPair();
  const factory = yamux({
    enableKeepAlive: false,
    streamOptions: { maxStreamWindowSize: WINDOWS.streamBytesMax, maxReadBufferLength: WINDOWS.readBytesMax },
  })();
  const [opener, accepter] = [factory.createStreamMuxer(outbound), factory.createStreamMuxer(inbound)];
  const arrival = pEvent<'stream', CustomEvent<Stream>>(accepter, 'stream');
  const opened = await opener.createStream();
  return [opened, (await arrival).detail];
}

/** The same two ends as frame channels. */
export async function channelPair(frameBytesMax = 1 << 20): Promise<[FrameStream, FrameStream]> {
  const [left, right] = await yamuxPair();
  return [frameStream(left, { frameBytesMax }), frameStream(right, { frameBytesMax })];
}
