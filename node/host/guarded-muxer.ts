import type { MessageStream, StreamMuxer, StreamMuxerFactory } from '@libp2p/interface';
import { ComityError } from '../../protocol/errors.ts';
import { WINDOWS } from '../../protocol/limits.ts';

const HEADER_BYTES = 12;
const DATA_FRAME = 0;

/** A muxer whose incoming bytes pass through a method, as all of libp2p's do. */
interface ReadingMuxer extends StreamMuxer {
  onData(data: Bytes): void;
}

/** One run of bytes, or libp2p's list of several. */
interface Bytes {
  subarray(): Uint8Array;
}

/**
 * Yamux with two bounds that it lacks: a frame longer than any receive window ends the connection when its
 * length is announced, not when its bytes have filled the memory; and so does a partner who makes us answer
 * and never reads.
 */
export function guardedMuxer(factory: StreamMuxerFactory): StreamMuxerFactory {
  return {
    protocol: factory.protocol,
    createStreamMuxer(stream: MessageStream) {
      stream.maxWriteBufferLength = WINDOWS.writeBytesMax;
      const muxer = factory.createStreamMuxer(stream) as ReadingMuxer;
      const pass = muxer.onData.bind(muxer);
      const admits = frameScanner();
      muxer.onData = (data) => {
        const flat = data.subarray();
        if (admits(flat)) pass(flat);
        else abort(muxer, stream);
      };
      return muxer;
    },
  };
}

function abort(muxer: StreamMuxer, stream: MessageStream): void {
  const error = new ComityError('partner-out-of-bounds', 'The partner announced more than a window takes.');
  muxer.abort(error);
  stream.abort(error);
}

/** Walks over frames without keeping them; false once a data frame is longer than the largest window. */
export function frameScanner(): (data: Uint8Array) => boolean {
  const header = Buffer.alloc(HEADER_BYTES);
  let filled = 0;
  let body = 0;
  return (data) => {
    for (let at = 0; at < data.length;) {
      if (body > 0) {
        const skipped = Math.min(body, data.length - at);
        body -= skipped;
        at += skipped;
        continue;
      }
      const taken = Math.min(HEADER_BYTES - filled, data.length - at);
      header.set(data.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled < HEADER_BYTES) return true;
      filled = 0;
      body = header[1] === DATA_FRAME ? header.readUInt32BE(8) : 0;
      if (body > WINDOWS.streamBytesMax) return false;
    }
    return true;
  };
}
