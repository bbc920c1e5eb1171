import { WINDOWS } from '../limits.ts';

/** How much more may be sent now. */
export interface Room {
  readonly parcels: number;
  readonly bytes: number;
}

/** What was sent and is not answered yet, by its place. Times are monotonic, in ms. */
export interface SendWindow {
  room(): Room;
  sent(place: string, bytes: number, now: number): void;
  /** Answered: what it took is free again, and its time tells how full the way is. */
  released(place: string, now: number): void;
  readonly size: number;
}

const { parcelsMax, parcelBytesMax } = WINDOWS;

/** Never less: enough for a few dozen items to share one commit, and half a second at 2 Mbit/s. */
const BYTES_MIN = 128 * 1024;

/**
 * How long a parcel may wait behind those before it, in ms, besides the time that it takes anyway. An
 * emergency that is queued now waits as long as what is already under way, whatever its lane.
 */
const QUEUEING_MS = 60;

/** How long the time of a parcel on an empty way is believed, in ms, before it is measured again. */
const PROBE_EVERY_MS = 30_000;

/** While it is measured, so few bytes are under way that nothing waits behind them. */
const PROBE_BYTES = 16 * 1024;

/**
 * Keeps under way what the partner answers within a short time, and no more, as LEDBAT (RFC 6817) does: the
 * window grows while answers come as fast as on an empty way, and shrinks as they come later. On a way that
 * is never empty nobody could tell what is fast, so now and then it is let run dry for one parcel.
 */
export function createSendWindow(): SendWindow {
  return new DelayWindow();
}

class DelayWindow implements SendWindow {
  readonly #outstanding = new Map<string, { readonly bytes: number; readonly at: number }>();
  #bytes = 0;
  #limit = BYTES_MIN;
  /** What a parcel takes on an empty way; measured by the first one. */
  #base = 0;
  #probing = true;
  #probe: string | undefined;
  #probedAt = 0;

  get size(): number {
    return this.#outstanding.size;
  }

  room(): Room {
    const limit = this.#probing && this.#base > 0 ? PROBE_BYTES : this.#limit;
    return { parcels: parcelsMax - this.#outstanding.size, bytes: limit - this.#bytes };
  }

  sent(place: string, bytes: number, now: number): void {
    if (this.#probing && this.#bytes < PROBE_BYTES) this.#probe ??= place;
    this.#outstanding.set(place, { bytes, at: now });
    this.#bytes += bytes;
  }

  released(place: string, now: number): void {
    const parcel = this.#outstanding.get(place);
    if (parcel === undefined) return;
    this.#outstanding.delete(place);
    this.#bytes -= parcel.bytes;
    const took = now - parcel.at;
    if (place === this.#probe) this.#measured(took, now);
    else if (!this.#probing) this.#adjust(took, parcel.bytes, now);
  }

  #measured(took: number, now: number): void {
    this.#base = Math.max(1, took);
    this.#probedAt = now;
    this.#probing = false;
    this.#probe = undefined;
  }

  #adjust(took: number, taken: number, now: number): void {
    this.#base = Math.max(1, Math.min(this.#base, took));
    const offTarget = 1 - (took - this.#base) / QUEUEING_MS;
    // Whoever sends less than it may learns nothing of how much it could.
    const isFilled = this.#bytes + taken >= this.#limit / 2;
    // One slow commit delays all that is under way: the window gives way by half at most in one round.
    const change = offTarget > 0 ? offTarget : Math.max(-1, offTarget) / 2;
    if (offTarget <= 0 || isFilled) this.#limit += change * taken;
    this.#limit = Math.min(parcelBytesMax, Math.max(BYTES_MIN, this.#limit));
    if (now - this.#probedAt > PROBE_EVERY_MS) this.#probing = true;
  }
}
