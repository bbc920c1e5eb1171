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
  /** Answered: what it took is free again, and tells how much the way carries. */
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

/** A little more than the way has carried, to learn whether it carries more. */
const GAIN = 1.25;

/** How long the best rate is believed, in ms, at least; at most twice as long. */
const BELIEVED_MS = 10_000;

interface Outstanding {
  readonly bytes: number;
  readonly at: number;
  /** Bytes that had been answered when it was sent. */
  readonly answered: number;
}

/**
 * Keeps under way what the partner has been seen to answer within a short time, in the manner of BBR: the best
 * rate of answers times the shortest time of one. Single answers that come late say nothing: both processes
 * may be busy with other things, and a window that gave way to that would make them idle as well.
 */
export function createSendWindow(): SendWindow {
  return new RateWindow();
}

class RateWindow implements SendWindow {
  readonly #outstanding = new Map<string, Outstanding>();
  readonly #rate = new BestRate();
  /** Of the whole session: on a way that is never empty a later one would count the queue in. */
  #shortestMs = Infinity;
  #bytes = 0;
  #answered = 0;
  #limit = BYTES_MIN;

  get size(): number {
    return this.#outstanding.size;
  }

  room(): Room {
    return { parcels: parcelsMax - this.#outstanding.size, bytes: this.#limit - this.#bytes };
  }

  sent(place: string, bytes: number, now: number): void {
    this.#outstanding.set(place, { bytes, at: now, answered: this.#answered });
    this.#bytes += bytes;
  }

  released(place: string, now: number): void {
    const parcel = this.#outstanding.get(place);
    if (parcel === undefined) return;
    this.#outstanding.delete(place);
    this.#bytes -= parcel.bytes;
    this.#answered += parcel.bytes;
    const took = Math.max(1, now - parcel.at);
    this.#shortestMs = Math.min(this.#shortestMs, took);
    const bytesPerMs = this.#rate.of((this.#answered - parcel.answered) / took, now);
    const carried = GAIN * bytesPerMs * (this.#shortestMs + QUEUEING_MS);
    this.#limit = Math.min(parcelBytesMax, Math.max(BYTES_MIN, carried));
  }
}

/** The best rate of the last while, in two halves: the older one is forgotten as a whole. */
class BestRate {
  #since = 0;
  #before = 0;
  #best = 0;

  of(sample: number, now: number): number {
    if (now - this.#since > BELIEVED_MS) [this.#since, this.#before, this.#best] = [now, this.#best, 0];
    this.#best = Math.max(this.#best, sample);
    return Math.max(this.#before, this.#best);
  }
}
