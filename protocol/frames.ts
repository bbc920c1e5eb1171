import type { Stream } from '@libp2p/interface';
import { byteStream } from '@libp2p/utils';
import type { ByteStream } from '@libp2p/utils';
import { pEvent } from 'p-event';
import { ComityError } from './errors.ts';

/**
 * Whole frames, in order, both ways. What is written by one side is what the other reads, or the channel
 * ends. There is one reader; writers may be many, and each waits for its own `write`.
 */
export interface FrameChannel {
  /** The next frame, or undefined once the other side has ended its half between two frames. */
  read(): Promise<Uint8Array | undefined>;
  /**
   * Resolves when the transport has taken the frame, so that a writer is as slow as the reader at the far
   * end.
   */
  write(frame: Uint8Array): Promise<void>;
  /** Ends the own half after what was written; the other half stays readable. */
  close(): Promise<void>;
  /** Ends both halves at once; pending reads and writes fail with this error. */
  abort(error: Error): void;
}

export type FrameErrorCode = 'frame-too-large' | 'frame-broken-off' | 'channel-closed';

/** What a watchman needs to tell a slow channel from a stuck one: no clock is read here. */
export interface FrameProgress {
  /** Whether the other side owes us something: the rest of a frame, or room for what is written. */
  readonly waiting: boolean;
  /** Grows whenever bytes move, in either direction. */
  readonly moved: number;
}

export interface FrameStream extends FrameChannel {
  progress(): FrameProgress;
}

export interface FrameOptions {
  /** Largest frame in either direction, in bytes without its length. */
  readonly frameBytesMax: number;
}

const LENGTH_BYTES = 4;

/**
 * What is handed to the stream at once: a fifteenth of a second at 2 Mbit/s. What comes in larger pieces is
 * answered in bursts, and makes what is urgent wait.
 */
const PIECE_BYTES = 16 * 1024;

interface WriteBatch {
  /**
   * Lengths and frames by turns; put together once, since one large write costs the transport less than many.
   */
  readonly parts: Uint8Array[];
  readonly taken: PromiseWithResolvers<void>;
}

/**
 * Puts frames on a libp2p stream, each behind its length in four bytes, big-endian. It owns the stream from
 * then on.
 */
export function frameStream(stream: Stream, options: FrameOptions): FrameStream {
  return new StreamChannel(stream, options.frameBytesMax);
}

class StreamChannel implements FrameStream {
  readonly #stream: Stream;
  readonly #bytes: ByteStream<Stream>;
  readonly #frameBytesMax: number;
  /**
   * Above this many unread bytes the stream is paused: the sender's window closes instead of our memory
   * filling.
   */
  readonly #unreadBytesMax: number;
  #unread = 0;
  #insideFrame = false;
  #resuming = false;
  #moved = 0;
  #batch: WriteBatch | undefined;
  #flushing = false;
  #failure: Error | undefined;

  constructor(stream: Stream, frameBytesMax: number) {
    this.#stream = stream;
    this.#frameBytesMax = frameBytesMax;
    this.#unreadBytesMax = LENGTH_BYTES + frameBytesMax;
    // One more read of the transport may arrive in the moment in which the stream is paused.
    this.#bytes = byteStream(stream, { maxBufferSize: this.#unreadBytesMax + stream.maxReadBufferLength });
    stream.addEventListener('message', (event) => {
      this.#received(event.data.byteLength);
    });
    stream.addEventListener('close', (event) => {
      if (event.error !== undefined) this.#failure ??= asClosed(event.error);
    });
  }

  async read(): Promise<Uint8Array | undefined> {
    const prefix = await this.#take(LENGTH_BYTES);
    if (prefix === undefined) return undefined;
    const length = new DataView(prefix.buffer, prefix.byteOffset).getUint32(0);
    if (length > this.#frameBytesMax) throw this.#tooLarge(length);
    if (length === 0) return new Uint8Array();
    this.#insideFrame = true;
    const frame = await this.#take(length);
    this.#insideFrame = false;
    return frame;
  }

  write(frame: Uint8Array): Promise<void> {
    if (frame.byteLength > this.#frameBytesMax) {
      return Promise.reject(
        new RangeError(`a frame of ${frame.byteLength} bytes is above the protocol's maximum`),
      );
    }
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const batch = (this.#batch ??= { parts: [], taken: Promise.withResolvers() });
    const prefix = new Uint8Array(LENGTH_BYTES);
    new DataView(prefix.buffer).setUint32(0, frame.byteLength);
    batch.parts.push(prefix, frame);
    if (!this.#flushing) void this.#flush();
    return batch.taken.promise;
  }

  async close(): Promise<void> {
    await this.#batch?.taken.promise.catch(() => undefined);
    await this.#stream.close();
  }

  abort(error: Error): void {
    this.#failure ??= error;
    this.#stream.abort(error);
  }

  progress(): FrameProgress {
    return { waiting: this.#flushing || this.#insideFrame, moved: this.#moved };
  }

  /** Frames that are written while others are on their way go out together, in one write of the stream. */
  async #flush(): Promise<void> {
    this.#flushing = true;
    await Promise.resolve();
    for (let batch = this.#batch; batch !== undefined; batch = this.#batch) {
      this.#batch = undefined;
      await this.#send(Buffer.concat(batch.parts)).then(batch.taken.resolve, (error: unknown) => {
        this.#failure ??= asClosed(error);
        batch.taken.reject(this.#failure);
      });
    }
    this.#flushing = false;
  }

  /** In pieces, or the muxer would make one message of it all, of which the partner has nothing until its end. */
  async #send(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.byteLength; at += PIECE_BYTES) {
      await this.#sendPiece(bytes.subarray(at, at + PIECE_BYTES));
    }
  }

  /**
   * A `drain` may make room for a part only of what is buffered, so the buffer itself is asked each time
   * (`stream.onDrain()` resolves at once from the second time on).
   */
  async #sendPiece(bytes: Uint8Array): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#stream.send(bytes)) return;
    do {
      await pEvent(this.#stream, 'drain', { rejectionEvents: ['close'] });
      this.#moved += 1;
    } while (this.#stream.writeBufferLength > 0);
  }

  #received(byteLength: number): void {
    this.#unread += byteLength;
    this.#moved += byteLength;
    if (!this.#resuming) this.#pauseIfFull();
  }

  #pauseIfFull(): void {
    if (this.#unread >= this.#unreadBytesMax && this.#stream.readStatus === 'readable') this.#stream.pause();
  }

  /**
   * What had waited arrives during `resume()`, which opens the window only afterwards: a pause from within
   * would be undone, and the window would stay open while nobody reads.
   */
  #resumeIfRoom(): void {
    if (this.#unread >= this.#unreadBytesMax || this.#stream.readStatus !== 'paused') return;
    this.#resuming = true;
    this.#stream.resume();
    this.#resuming = false;
    this.#pauseIfFull();
  }

  async #take(bytes: number): Promise<Uint8Array | undefined> {
    try {
      const taken = await this.#bytes.read({ bytes });
      this.#unread -= bytes;
      this.#resumeIfRoom();
      return taken.subarray();
    } catch (cause) {
      // A stream may have been reset before anybody listened.
      if (isBroken(this.#stream)) this.#failure ??= asClosed(cause);
      if (this.#failure !== undefined) throw this.#failure;
      if (!this.#insideFrame && this.#unread === 0) return undefined;
      throw new ComityError('frame-broken-off', 'The stream ended in the middle of a frame.', { cause });
    }
  }

  #tooLarge(length: number): ComityError<FrameErrorCode> {
    const details = { bytes: length, bytesMax: this.#frameBytesMax };
    const error = new ComityError('frame-too-large', 'The partner announced a frame above the limit.', {
      details,
    });
    this.abort(error);
    return error;
  }
}

function isBroken({ status }: Stream): boolean {
  return status === 'reset' || status === 'aborted';
}

/** What libp2p throws or emits when a stream is over: its close event, or an error of its own. */
function asClosed(cause: unknown): Error {
  if (cause instanceof ComityError) return cause;
  return new ComityError('channel-closed', 'The stream to the partner has ended.', { cause });
}
