import { createBell, type Bell } from '../bell.ts';
import type { Meter } from '../costs.ts';
import { ComityError } from '../errors.ts';
import type { FrameChannel } from '../frames.ts';
import { TIMES } from '../limits.ts';
import type { LinkState } from '../session/link-state.ts';
import { sealedBytes } from '../session/padding.ts';
import type { Timekeeper } from '../timekeeper.ts';
import type { Hex } from '../value.ts';
import {
  type Accepted,
  type Ack,
  type Busy,
  type CaughtUp,
  type Deliver,
  deliveryFrameCodec,
  type Rejected,
} from './messages.ts';
import { covers } from './number-set.ts';
import { createSendWindow, type Room } from './send-window.ts';

/** Where parcels come from, and where their answers go. The outbox of a link is one. */
export interface ParcelSource {
  /** The next parcels by their lanes, some that fit into the room; empty while there is nothing to send. */
  take(room: Room): Promise<readonly Deliver[]>;
  /** Calls `wake` whenever there may be more to take, until the returned function is called. */
  watch(wake: () => void): () => void;
  /** The partner's answer to an item that was taken. Resolves when it is stored, or put off. */
  answered(answer: Accepted | Rejected): Promise<void>;
  /** The partner has stored these, which are not answered one by one. Resolves when that is stored here. */
  acknowledged(epoch: Hex, numbers: readonly number[]): Promise<void>;
  /** Not now: they will be taken again. */
  putOff(busy: Busy): Promise<void>;
  /**
   * Up to which number of each epoch everything was offered in this session or settled before; nothing of an
   * epoch of which something is left. When that changes, `wake` is called.
   */
  complete(): Promise<readonly Omit<CaughtUp, 'kind'>[]>;
  /** After it was told so, the partner says that it has this and no more: the rest is to be given once more. */
  asked(link: LinkState): void;
}

/**
 * The sender's side of a delivery stream, from its opening until it ends or drains:
 * 1. take parcels while the window has room, so many bytes in a turn, and write them, several in one write;
 * 2. hand each answer to the source, in whatever order they come;
 * 3. free the window when the answer is stored, so that memory is bounded by the window on a slow disk too;
 * 4. when nothing is left of an epoch, say up to which number everything was sent: of each, whenever it has
 *    become more;
 * 5. when the session drains, take nothing more and wait for what is under way.
 *
 * @throws ComityError for what breaks the stream
 */
export async function deliverParcels(
  channel: FrameChannel,
  source: ParcelSource,
  options: DeliverOptions,
): Promise<void> {
  const sender = new ParcelSender(channel, source, options);
  const unwatch = source.watch(sender.wake);
  options.draining.addEventListener('abort', sender.drain, { once: true });
  if (options.draining.aborted) sender.drain();
  const over = new AbortController();
  try {
    await Promise.race([sender.send(), sender.listen(), sender.expectAnswers(over.signal)]);
  } finally {
    over.abort();
    unwatch();
    options.draining.removeEventListener('abort', sender.drain);
  }
}

export interface DeliverOptions {
  readonly clock: Timekeeper;
  readonly draining: AbortSignal;
  /** Counts what the partner says in vain. */
  readonly meter: Meter;
  /** Resolves after one turn of the event loop, in which those who send to others have theirs. */
  readonly turn: () => Promise<void>;
}

/** What is taken in one turn, or one parcel: whoever sends much to one partner holds up no other. */
const TAKEN_BYTES_A_TURN = 64 * 1024;

const KIBI = 1024;

class ParcelSender {
  readonly #channel: FrameChannel;
  readonly #source: ParcelSource;
  readonly #clock: Timekeeper;
  readonly #meter: Meter;
  readonly #turn: () => Promise<void>;
  readonly #window = createSendWindow();
  readonly #bell: Bell = createBell();
  /** Numbers that are stored without an answer of their own, by epoch. */
  readonly #unanswered = new Map<Hex, Set<number>>();
  /** When the partner last answered, or had nothing to answer. */
  #answeredAt = 0;
  #draining = false;
  /** Up to where the partner was told that everything was sent. */
  readonly #said = new Map<Hex, number>();

  constructor(channel: FrameChannel, source: ParcelSource, { clock, meter, turn }: DeliverOptions) {
    this.#channel = channel;
    this.#source = source;
    this.#clock = clock;
    this.#meter = meter;
    this.#turn = turn;
    this.#answeredAt = clock.monotonic();
  }

  readonly wake = (): void => {
    this.#bell.ring();
  };

  readonly drain = (): void => {
    this.#draining = true;
    this.#bell.ring();
  };

  async send(): Promise<void> {
    while (!this.#draining || this.#window.size > 0) {
      const hasSent = !this.#draining && (await this.#sendSome());
      await (hasSent ? this.#turn() : this.#bell.heard());
    }
  }

  async listen(): Promise<void> {
    for (let bytes = await this.#channel.read(); bytes !== undefined; bytes = await this.#channel.read()) {
      const frame = deliveryFrameCodec.decode(bytes);
      switch (frame.kind) {
        case 'receipt':
        case 'rejection':
          this.#settle(frame, this.#source.answered(frame));
          break;
        case 'ack':
          this.#meter.charge('frame');
          this.#meter.charge('listKibibyte', bytes.length / KIBI);
          this.#acknowledge(frame);
          break;
        case 'busy':
          this.#settle(frame, this.#source.putOff(frame));
          break;
        case 'deliver':
        case 'caughtUp':
          throw new ComityError(
            'out-of-turn',
            'The partner sent what only the opener of the stream may send.',
          );
      }
    }
  }

  /** A partner who is alive and never answers holds up nobody but itself, and a new session may mend it. */
  async expectAnswers(signal: AbortSignal): Promise<never> {
    for (;;) {
      await this.#clock.delay(TIMES.progressMs, signal);
      const now = this.#clock.monotonic();
      if (this.#window.size === 0) this.#answeredAt = now;
      if (now - this.#answeredAt >= TIMES.answerMs) {
        const error = new ComityError('no-answer', 'The partner has not answered any parcel for a minute.');
        this.#channel.abort(error);
        throw error;
      }
    }
  }

  /** False if there was nothing to send, or no room for it. */
  async #sendSome(): Promise<boolean> {
    const room = this.#window.room();
    if (room.parcels <= 0 || room.bytes <= 0) return false;
    const bytes = Math.min(room.bytes, TAKEN_BYTES_A_TURN);
    const parcels = await this.#source.take({ ...room, bytes });
    if (parcels.length > 0) {
      await Promise.all(parcels.map((parcel) => this.#write(parcel)));
      return true;
    }
    if (this.#window.size === 0) await this.#sayComplete();
    return false;
  }

  async #sayComplete(): Promise<void> {
    const complete = await this.#source.complete();
    const news = complete.filter(({ epoch, number }) => number > (this.#said.get(epoch) ?? -1));
    for (const { epoch, number } of news) this.#said.set(epoch, number);
    const frames = news.map((place) => deliveryFrameCodec.encode({ kind: 'caughtUp', ...place }));
    await Promise.all(frames.map((frame) => this.#channel.write(frame)));
  }

  #write(frame: Deliver): Promise<void> {
    const bytes = deliveryFrameCodec.encode(frame);
    this.#window.sent(placeOf(frame), sealedBytes(bytes.length), this.#clock.monotonic());
    if (frame.parcel.kind !== 'item') {
      const numbers = this.#unanswered.get(frame.epoch) ?? new Set();
      this.#unanswered.set(frame.epoch, numbers.add(frame.number));
    }
    return this.#channel.write(bytes);
  }

  #acknowledge({ link }: Ack): void {
    if (link.watermark < (this.#said.get(link.epoch) ?? 0)) {
      this.#said.delete(link.epoch);
      this.#source.asked(link);
    }
    const waiting = this.#unanswered.get(link.epoch);
    const stored = [...(waiting ?? [])].filter((number) => covers(link, number));
    if (waiting === undefined || stored.length === 0) return;
    stored.forEach((number) => waiting.delete(number));
    const places = stored.map((number) => ({ epoch: link.epoch, number }));
    this.#source.acknowledged(link.epoch, stored).then(
      () => {
        for (const place of places) this.#release(place);
      },
      (error: unknown) => {
        this.#channel.abort(error as Error);
      },
    );
  }

  #settle(place: Place, stored: Promise<void>): void {
    if (!this.#window.has(placeOf(place))) this.#meter.charge('repeated');
    stored.then(
      () => {
        this.#release(place);
      },
      (error: unknown) => {
        this.#channel.abort(error as Error);
      },
    );
  }

  #release(place: Place): void {
    this.#answeredAt = this.#clock.monotonic();
    this.#window.released(placeOf(place), this.#answeredAt);
    this.#bell.ring();
  }
}

interface Place {
  readonly epoch: Hex;
  readonly number: number;
}

function placeOf({ epoch, number }: Place): string {
  return `${epoch}/${number}`;
}
