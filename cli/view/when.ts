import type { Time } from '../../protocol/value.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A time as people say it: `23 Nov 2026, 14:36 (in 3 days)`, in this machine's time zone. */
export function when(instant: string, now: Time): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? instant : `${absolute(time)} (${relative(time, now)})`;
}

/** `23 Nov 2026, 14:36` in this machine's time zone. */
export function absolute(time: Time): string {
  const date = new Date(time);
  const clock = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return `${date.getDate()} ${MONTHS[date.getMonth()] ?? ''} ${date.getFullYear()}, ${clock}`;
}

/**
 * `in 3 days`, `2 hours ago`, `just now`: one unit, rounded down, so that nothing due sounds later than it
 * is.
 */
function relative(time: Time, now: Time): string {
  const distance = Math.abs(time - now);
  if (distance < MINUTE) return time > now ? 'in less than a minute' : 'just now';
  const spoken = duration(distance);
  return time > now ? `in ${spoken}` : `${spoken} ago`;
}

/** `3 days`, `1 hour`, `20 seconds`. */
export function duration(milliseconds: number): string {
  if (milliseconds >= DAY) return counted(Math.floor(milliseconds / DAY), 'day');
  if (milliseconds >= HOUR) return counted(Math.floor(milliseconds / HOUR), 'hour');
  if (milliseconds >= MINUTE) return counted(Math.floor(milliseconds / MINUTE), 'minute');
  return counted(Math.floor(milliseconds / 1000), 'second');
}

/** `1 case`, `3 cases`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
