import type { LaneTimes } from '../../protocol/limits.ts';
import type { Time } from '../../protocol/value.ts';
import type { ItemRow } from './parcel-row.ts';

/** What is said next of an item that has no receipt, and when. */
export interface Lateness {
  readonly level: 'delay' | 'non_delivery';
  readonly due: Time;
}

/**
 * The next thing to say of an item that waits: DELAY after the time of its lane, NON-DELIVERY at its own
 * expiry, each once. An item that expires before its lane's time is never called delayed. Undefined when all
 * has been said: delivery goes on all the same.
 */
export function nextLateness(
  row: Pick<ItemRow, 'lane' | 'queuedAt' | 'expiresAt' | 'late'>,
  times: LaneTimes,
): Lateness | undefined {
  if (row.late === 'non_delivery') return undefined;
  const delayed = row.queuedAt + times[row.lane].delayMs;
  if (row.late === undefined && delayed < row.expiresAt) return { level: 'delay', due: delayed };
  return { level: 'non_delivery', due: row.expiresAt };
}
