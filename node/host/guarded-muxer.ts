import type { MessageStream, StreamMuxer, StreamMuxerFactory } from '@libp2p/interface';
import { COSTS, TRANSPORT_ALLOWANCE } from '../../protocol/costs.ts';
import { WINDOWS } from '../../protocol/limits.ts';
import { createTokenBucket } from '../../protocol/token-bucket.ts';
import { cutOff } from './connection-guard.ts';

const HEADER_BYTES = 12;
const DATA_FRAME = 0;
const PING_FRAME = 2;
const OPENS_STREAM = 1;

/** A muxer whose bytes pass through methods in either direction, as all of libp2p's do. */
interface OpenMuxer extends StreamMuxer {
  onData(data: Bytes): void;
  send(data: Uint8Array): boolean;
}

/** One run of bytes, or libp2p's list of several. */
interface Bytes {
  subarray(): Uint8Array;
}

/**
 * Yamux with the bounds that it lacks. A connection ends
 * - at a frame longer than any receive window, when its length is announced, not when its bytes have filled
 *   the memory;
 * - with a partner who makes us answer and never reads;
 * - with one who opens streams, asks for answers or sends frames in numbers that no session has.
 *
 * And what it still has to say when its connection has just ended is dropped: it says it in turns of the
 * event loop of its own, where an error would end the process.
 *
 * @param now monotonic, in ms
 */
export function guardedMuxer(factory: StreamMuxerFactory, now: () => number): StreamMuxerFactory {
  return {
    protocol: factory.protocol,
    createStreamMuxer(stream: MessageStream) {
      stream.maxWriteBufferLength = WINDOWS.writeBytesMax;
      const muxer = factory.createStreamMuxer(stream) as OpenMuxer;
      const pass = muxer.onData.bind(muxer);
      const send = muxer.send.bind(muxer);
      const bucket = createTokenBucket(TRANSPORT_ALLOWANCE);
      const costOf = frameScanner();
      muxer.onData = (data) => {
        const flat = data.subarray();
        const cost = costOf(flat);
        bucket.spend(cost, now());
        if (bucket.owedMs(now()) === 0) pass(flat);
        else abort(muxer, stream, cost === Infinity ? 'frames above the window' : 'frames and streams');
      };
      muxer.send = (data) => {
        try {
          return send(data);
        } catch (error) {
          if ((error as Error).name !== 'StreamStateError') throw error;
          return false;
        }
      };
      return muxer;
    },
  };
}

function abort(muxer: StreamMuxer, stream: MessageStream, what: string): void {
  const error = cutOff(what);
  muxer.abort(error);
  stream.abort(error);
}

/**
 * Walks over frames without keeping them, and gives what those that began cost, in µs: without end once a
 * data frame is longer than the largest window.
 */
export function frameScanner(): (data: Uint8Array) => number {
  const header = Buffer.alloc(HEADER_BYTES);
  let filled = 0;
  let body = 0;
  return (data) => {
    let cost = 0;
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
      if (filled < HEADER_BYTES) return cost;
      filled = 0;
      body = header[1] === DATA_FRAME ? header.readUInt32BE(8) : 0;
      if (body > WINDOWS.streamBytesMax) return Infinity;
      cost += costOfFrame(header);
    }
    return cost;
  };
}

function costOfFrame(header: Buffer): number {
  if (header[1] === PING_FRAME) return COSTS.muxerPing;
  const opens = (header.readUInt16BE(2) & OPENS_STREAM) !== 0;
  return opens ? COSTS.stream : COSTS.muxerFrame;
}
