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
  /** Whether it was sent and is not answered yet. */
  has(place: string): boolean;
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

/**
 * Over how long answers are counted at least, in ms: those of one commit come all at once. On a long way it
 * is as long as an answer takes, since what was sent together is answered together.
 */
const COUNTED_MS = 100;

/** How many of these counts are remembered, for the best of them. */
const COUNTS_KEPT = 20;

interface Outstanding {
  readonly bytes: number;
  readonly at: number;
}

/**
 * Keeps under way what the partner has been seen to answer within a short time, in the manner of BBR: the
 * best rate of answers times the shortest time of one. Single answers that come late say nothing: both
 * processes may be busy with other things, and a window that gave way to that would make them idle as well.
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
  #limit = BYTES_MIN;

  get size(): number {
    return this.#outstanding.size;
  }

  room(): Room {
    return { parcels: parcelsMax - this.#outstanding.size, bytes: this.#limit - this.#bytes };
  }

  has(place: string): boolean {
    return this.#outstanding.has(place);
  }

  sent(place: string, bytes: number, now: number): void {
    this.#outstanding.set(place, { bytes, at: now });
    this.#bytes += bytes;
  }

  released(place: string, now: number): void {
    const parcel = this.#outstanding.get(place);
    if (parcel === undefined) return;
    this.#outstanding.delete(place);
    this.#bytes -= parcel.bytes;
    this.#shortestMs = Math.min(this.#shortestMs, Math.max(1, now - parcel.at));
    const bytesPerMs = this.#rate.answered(parcel.bytes, now, Math.max(COUNTED_MS, this.#shortestMs));
    const carried = GAIN * bytesPerMs * (this.#shortestMs + QUEUEING_MS);
    this.#limit = Math.min(parcelBytesMax, Math.max(BYTES_MIN, carried));
  }
}

/** The best rate of answers of the last while. */
class BestRate {
  readonly #counts: number[] = [];
  #since = 0;
  #bytes = 0;

  answered(bytes: number, now: number, countedMs: number): number {
    this.#bytes += bytes;
    if (now - this.#since >= countedMs) {
      this.#counts.unshift(this.#bytes / (now - this.#since));
      this.#counts.length = Math.min(this.#counts.length, COUNTS_KEPT);
      [this.#since, this.#bytes] = [now, 0];
    }
    return Math.max(0, ...this.#counts);
  }
}
