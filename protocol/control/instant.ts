import type { Time } from '../value.ts';

/** A time as the control API writes it: ISO 8601, UTC. */
export function toInstant(time: Time): string {
  return new Date(time).toISOString();
}

/** Milliseconds of an instant that a schema has let through. */
export function fromInstant(instant: string): Time {
  return Date.parse(instant);
}
