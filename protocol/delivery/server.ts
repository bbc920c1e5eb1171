import { createBell } from '../bell.ts';
import { ComityError } from '../errors.ts';
import type { FrameChannel } from '../frames.ts';
import { WINDOWS } from '../limits.ts';
import type { LinkState } from '../session/link-state.ts';
import type { Timekeeper } from '../timekeeper.ts';
import {
  type Accepted,
  type Busy,
  type CaughtUp,
  type Deliver,
  type DeliveryFrame,
  deliveryFrameCodec,
  type Rejected,
} from './messages.ts';

/** Where parcels go. The inbox of a link is one. */
export interface ParcelSink {
  /**
   * Takes a parcel in, beside others. Resolves once what it gives is durable; undefined for a parcel that is
   * acknowledged by its number alone. What it throws ends the stream: the parcel comes again.
   */
  deliver(parcel: Deliver): Promise<Accepted | Rejected | Busy | undefined>;
  /** Links of which more is stored than when this was last asked. */
  news(): readonly LinkState[];
  /**
   * The sender says that everything up to this number was sent. Gives what is here, if something of it never
   * came: it is asked for by that.
   */
  caughtUp(place: Omit<CaughtUp, 'kind'>): Promise<LinkState | undefined>;
  /** The stream is over: what it brought and has not been begun comes again on another one. */
  end(): void;
}

/**
 * Between two acknowledgements while parcels arrive, in ms: what has no answer of its own waits so long at
 * most.
 */
const ACK_MS = 100;

/**
 * The receiver's side of a delivery stream, until the sender ends it:
 * 1. read while fewer parcels and bytes than the window are in hand; a sender who exceeds it is not read;
 * 2. hand each parcel to the sink, and write its answer when it comes;
 * 3. acknowledge numbers, several times a second while some are new;
 * 4. when the sender has ended its half, finish what is in hand and end the other half.
 *
 * However it ends, nothing that it brought is being taken in any more.
 *
 * @throws ComityError for what breaks the stream
 */
export async function receiveParcels(
  channel: FrameChannel,
  sink: ParcelSink,
  options: { readonly clock: Timekeeper },
): Promise<void> {
  const receiver = new ParcelReceiver(channel, sink);
  const over = new AbortController();
  try {
    await Promise.race([receiver.receive(), receiver.acknowledge(options.clock, over.signal)]);
  } finally {
    over.abort();
    sink.end();
    await receiver.settled();
  }
  await receiver.acknowledgeNow();
  await channel.close();
}

class ParcelReceiver {
  readonly #channel: FrameChannel;
  readonly #sink: ParcelSink;
  readonly #inHand = new Set<Promise<void>>();
  readonly #news = createBell();
  #bytesInHand = 0;

  constructor(channel: FrameChannel, sink: ParcelSink) {
    this.#channel = channel;
    this.#sink = sink;
  }

  async receive(): Promise<void> {
    for (let bytes = await this.#channel.read(); bytes !== undefined; bytes = await this.#channel.read()) {
      const frame = deliveryFrameCodec.decode(bytes);
      if (frame.kind === 'caughtUp') await this.#catchUp(frame);
      else if (frame.kind === 'deliver') this.#take(frame, bytes.length);
      else throw new ComityError('out-of-turn', 'The partner sent what only the other side may answer.');
      while (this.#isFull()) await Promise.race(this.#inHand);
    }
    await this.settled();
  }

  /** Nothing is in hand any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#inHand);
  }

  /** Runs beside `receive`. */
  async acknowledge(clock: Timekeeper, signal: AbortSignal): Promise<never> {
    for (;;) {
      await this.#news.heard(signal);
      await clock.delay(ACK_MS, signal);
      await this.acknowledgeNow();
    }
  }

  async acknowledgeNow(): Promise<void> {
    await Promise.all(this.#sink.news().map((link) => this.#write({ kind: 'ack', link })));
  }

  #isFull(): boolean {
    return this.#inHand.size >= WINDOWS.parcelsMax || this.#bytesInHand >= WINDOWS.parcelBytesMax;
  }

  #take(frame: Deliver, bytes: number): void {
    this.#bytesInHand += bytes;
    const taken: Promise<void> = this.#answer(frame)
      .catch((error: unknown) => {
        this.#channel.abort(error as Error);
      })
      .finally(() => {
        this.#bytesInHand -= bytes;
        this.#inHand.delete(taken);
      });
    this.#inHand.add(taken);
  }

  async #answer(frame: Deliver): Promise<void> {
    const answer = await this.#sink.deliver(frame);
    this.#news.ring();
    if (answer !== undefined) await this.#write(answer);
  }

  /** What came before it is in first, or it would count as missing. */
  async #catchUp({ epoch, number }: CaughtUp): Promise<void> {
    await this.settled();
    const link = await this.#sink.caughtUp({ epoch, number });
    if (link !== undefined) await this.#write({ kind: 'ack', link });
  }

  #write(frame: DeliveryFrame): Promise<void> {
    return this.#channel.write(deliveryFrameCodec.encode(frame));
  }
}
