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
 * How long a parcel may wait behind those before it, in ms, besides the time that it takes anyway. An emergency that
 * is queued now waits as long as what is already under way, whatever its lane.
 */
const QUEUEING_MS = 60;

/** The shortest time of a parcel is forgotten after so many ms, since ways change. */
const BASE_MS = 30_000;

/**
 * Keeps under way what the partner answers within a short time, and no more, as LEDBAT (RFC 6817) does: the window
 * grows while answers come as fast as they ever did, and shrinks as they come later. It never exceeds the protocol's.
 */
export function createSendWindow(): SendWindow {
  const outstanding = new Map<string, { readonly bytes: number; readonly at: number }>();
  let bytes = 0;
  let limit = BYTES_MIN;
  let base = Number.POSITIVE_INFINITY;
  let baseSince = 0;

  const adjust = (took: number, taken: number, now: number): void => {
    if (took < base || now - baseSince > BASE_MS) {
      base = took;
      baseSince = now;
    }
    const offTarget = 1 - (took - base) / QUEUEING_MS;
    // Whoever sends less than it may learns nothing of how much it could.
    if (offTarget > 0 && bytes + taken < limit / 2) return;
    // One slow commit delays all that is under way: the window gives way by half at most in one round.
    const change = offTarget > 0 ? offTarget : Math.max(-1, offTarget) / 2;
    limit = Math.min(parcelBytesMax, Math.max(BYTES_MIN, limit + change * taken));
  };

  return {
    room: () => ({ parcels: parcelsMax - outstanding.size, bytes: limit - bytes }),
    sent(place, size, now) {
      outstanding.set(place, { bytes: size, at: now });
      bytes += size;
    },
    released(place, now) {
      const parcel = outstanding.get(place);
      if (parcel === undefined) return;
      outstanding.delete(place);
      bytes -= parcel.bytes;
      adjust(now - parcel.at, parcel.bytes, now);
    },
    get size() {
      return outstanding.size;
    },
  };
}
