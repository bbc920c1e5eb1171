import type { Urgency } from '../../protocol/convention/instrument.ts';
import { LANES } from '../../protocol/delivery/lane-queue.ts';

/** In keys, so that a scan goes through the lanes in this order. */
export function laneDigit(lane: Urgency): string {
  return String(LANES.indexOf(lane));
}

/** @throws Error for what no lane has: a bug, for this node wrote it. */
export function laneOf(digit: string): Urgency {
  const lane = LANES[Number(digit)];
  if (lane === undefined) throw new Error(`no lane has the digit ${digit}`);
  return lane;
}

/** How many parcels wait in each lane. */
export type Depth = Record<Urgency, number>;

export function noDepth(): Depth {
  return { emergency: 0, urgent: 0, routine: 0 };
}
