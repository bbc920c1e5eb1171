import { ComityError } from '../errors.ts';
import type { Time } from '../value.ts';

/** A time as the control API writes it: ISO 8601, UTC. */
export function toInstant(time: Time): string {
  return new Date(time).toISOString();
}

/**
 * Milliseconds of an instant that a schema has let through. @throws ComityError `usage` if no calendar has it.
 */
export function fromInstant(instant: string): Time {
  const time = Date.parse(instant);
  if (!Number.isNaN(time)) return time;
  throw new ComityError('usage', `${instant} is no moment — write it like 2026-11-23T18:36:50Z.`);
}
