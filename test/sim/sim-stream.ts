import { createBell } from '../../protocol/bell.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { FrameStream } from '../../protocol/frames.ts';

/** Hands a frame, or the end, over to the far end of its connection. */
export type Carry = (arrive: () => void) => void;

/** What one side may have written and the other not read, in bytes, before a writer has to wait. */
const UNREAD_MAX = 256 * 1024;

/** One end of a stream in memory: what is written arrives at the other end when its connection says so. */
export class SimStream implements FrameStream {
  readonly #carry: Carry;
  readonly #isOver: () => boolean;
  #peer: SimStream | undefined;
  readonly #arrived: (Uint8Array | undefined)[] = [];
  readonly #news = createBell();
  /** Those who wait for room. */
  readonly #writers: (() => void)[] = [];
  #unread = 0;
  #moved = 0;
  #ended = false;
  #failure: Error | undefined;

  /** @param isOver whether the process of this end has died: then nothing that it waits for comes about */
  constructor(carry: Carry, isOver: () => boolean) {
    this.#carry = carry;
    this.#isOver = isOver;
  }

  static join(one: SimStream, other: SimStream): void {
    one.#peer = other;
    other.#peer = one;
  }

  async read(): Promise<Uint8Array | undefined> {
    while (this.#arrived.length === 0 && !this.#ended) {
      this.#throwIfFailed();
      await this.#news.heard();
      await this.#unlessOver();
    }
    if (this.#arrived.length === 0) return undefined;
    const frame = this.#arrived.shift();
    if (frame === undefined) {
      this.#ended = true;
      return undefined;
    }
    this.#peer?.wasRead(frame.length);
    return frame;
  }

  async write(frame: Uint8Array): Promise<void> {
    this.#throwIfFailed();
    const bytes = new Uint8Array(frame);
    this.#unread += bytes.length;
    this.#carry(() => this.#peer?.arrive(bytes));
    while (this.#unread > UNREAD_MAX) {
      await new Promise<void>((resolve) => this.#writers.push(resolve));
      await this.#unlessOver();
      this.#throwIfFailed();
    }
    this.#moved += 1;
  }

  close(): Promise<void> {
    if (this.#failure === undefined) this.#carry(() => this.#peer?.arrive(undefined));
    return Promise.resolve();
  }

  abort(error: Error): void {
    if (this.#failure !== undefined) return;
    this.fail(error);
    this.#carry(() => this.#peer?.fail(new ComityError('channel-closed', 'The partner reset the stream.')));
  }

  progress(): { readonly waiting: boolean; readonly moved: number } {
    return { waiting: this.#writers.length > 0, moved: this.#moved };
  }

  arrive(frame: Uint8Array | undefined): void {
    if (this.#failure !== undefined) return;
    this.#arrived.push(frame);
    this.#moved += 1;
    this.#news.ring();
  }

  fail(error: Error): void {
    this.#failure ??= error;
    this.#news.ring();
    this.#letWrite();
  }

  wasRead(bytes: number): void {
    this.#unread -= bytes;
    if (this.#unread <= UNREAD_MAX) this.#letWrite();
  }

  #letWrite(): void {
    for (const resolve of this.#writers.splice(0)) resolve();
  }

  #throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  #unlessOver(): Promise<void> {
    return this.#isOver() ? new Promise(() => undefined) : Promise.resolve();
  }
}
