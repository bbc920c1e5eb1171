import type { Urgency } from '../../protocol/convention/instrument.ts';

/** Lanes in the order in which they are served. An item's urgency is its lane. */
export const LANES: readonly Urgency[] = ['emergency', 'urgent', 'routine'];

/** The one that is served last. */
export const LOWEST_LANE: Urgency = 'routine';

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
