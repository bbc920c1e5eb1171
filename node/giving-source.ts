import type { ParcelSource } from '../protocol/delivery/client.ts';
import type { Accepted, Busy, CaughtUp, Deliver, Rejected } from '../protocol/delivery/messages.ts';
import type { Room } from '../protocol/delivery/send-window.ts';
import type { LinkState } from '../protocol/session/link-state.ts';
import type { Hex } from '../protocol/value.ts';

/** What a partner is given besides what waits for it. */
export interface Gifts {
  /** What it is given from the beginning of the session, in order. */
  readonly first: AsyncIterable<Deliver>;
  /** What it is said to have been given then, when nothing is left. */
  readonly caughtUp: () => Promise<readonly Omit<CaughtUp, 'kind'>[]>;
  /** What it asks for later. */
  readonly again: (link: LinkState) => AsyncIterable<Deliver>;
  /** Calls back after so many ms, while the session lasts. */
  readonly later: (ms: number, then: () => void) => void;
}

/** What was put off is not tried again at once. */
const PUT_OFF_MS_MIN = 100;

/**
 * What waits for a partner, and behind it what the partner had and lost: read from the store as there is room
 * for it. Nothing of that waits in the outbox, so its answers change nothing here; a session that ends begins
 * it anew.
 */
export function givingSource(source: ParcelSource, gifts: Gifts): ParcelSource {
  return new GivingSource(source, gifts);
}

class GivingSource implements ParcelSource {
  readonly #source: ParcelSource;
  readonly #gifts: Gifts;
  readonly #streams: AsyncIterator<Deliver>[];
  /** Sent and not answered, by place. */
  readonly #away = new Map<string, Deliver>();
  readonly #again: Deliver[] = [];
  #wake = (): void => undefined;

  constructor(source: ParcelSource, gifts: Gifts) {
    this.#source = source;
    this.#gifts = gifts;
    this.#streams = [gifts.first[Symbol.asyncIterator]()];
  }

  async take(room: Room): Promise<readonly Deliver[]> {
    const waiting = await this.#source.take(room);
    if (waiting.length > 0) return waiting;
    const taken: Deliver[] = [];
    for (let bytes = 0; taken.length < room.parcels && bytes < room.bytes;) {
      const next = await this.#next();
      if (next === undefined) break;
      this.#away.set(placeOf(next), next);
      taken.push(next);
      bytes += next.parcel.kind === 'item' ? next.parcel.item.length : next.parcel.statement.statement.length;
    }
    return taken;
  }

  watch(wake: () => void): () => void {
    this.#wake = wake;
    return this.#source.watch(wake);
  }

  async answered(answer: Accepted | Rejected): Promise<void> {
    if (!this.#away.delete(placeOf(answer))) await this.#source.answered(answer);
  }

  async acknowledged(epoch: Hex, numbers: readonly number[]): Promise<void> {
    const others = numbers.filter((number) => !this.#away.delete(placeOf({ epoch, number })));
    if (others.length > 0) await this.#source.acknowledged(epoch, others);
  }

  async putOff(busy: Busy): Promise<void> {
    // It knows how to give the profiles that are asked for.
    await this.#source.putOff(busy);
    const given = this.#away.get(placeOf(busy));
    if (given === undefined) return;
    this.#gifts.later(Math.max(busy.retryAfterMs, PUT_OFF_MS_MIN), () => {
      this.#again.push(given);
      this.#wake();
    });
  }

  async complete(): Promise<readonly Omit<CaughtUp, 'kind'>[]> {
    if (this.#away.size > 0 || this.#again.length > 0 || this.#streams.length > 0) return [];
    const complete = await this.#source.complete();
    return [...complete, ...(await this.#gifts.caughtUp())];
  }

  asked(link: LinkState): void {
    this.#streams.push(this.#gifts.again(link)[Symbol.asyncIterator]());
    this.#wake();
  }

  async #next(): Promise<Deliver | undefined> {
    const again = this.#again.shift();
    if (again !== undefined) return again;
    for (let [stream] = this.#streams; stream !== undefined; [stream] = this.#streams) {
      const result = await stream.next();
      if (result.done !== true) return result.value;
      this.#streams.shift();
    }
    return undefined;
  }
}

function placeOf({ epoch, number }: { readonly epoch: Hex; readonly number: number }): string {
  return `${epoch}/${String(number)}`;
}
