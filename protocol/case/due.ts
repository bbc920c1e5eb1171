import type { PeriodSpec } from '../convention/instrument.ts';
import type { Time } from '../value.ts';
import type { Obligation } from './case.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * When a period that runs from a moment has run out, in milliseconds. Minutes and hours are counted as they
 * are. Days are calendar days at a fixed UTC offset: the day of the moment is not counted, the last one
 * counts to its end.
 */
export function endOfPeriod(from: Time, period: PeriodSpec, offsetMinutes: number): Time {
  if (period.unit === 'minutes') return from + period.amount * MINUTE_MS;
  if (period.unit === 'hours') return from + period.amount * HOUR_MS;
  return startOfDay(from, offsetMinutes) + (period.amount + 1) * DAY_MS;
}

/** The end of a calendar day, as `2027-03-31`, at a fixed UTC offset; undefined if it is no date. */
export function endOfDate(date: string, offsetMinutes: number): Time | undefined {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(date)) return undefined;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(midnight) ? undefined : midnight + DAY_MS - offsetMinutes * MINUTE_MS;
}

function startOfDay(at: Time, offsetMinutes: number): Time {
  const local = at + offsetMinutes * MINUTE_MS;
  return Math.floor(local / DAY_MS) * DAY_MS - offsetMinutes * MINUTE_MS;
}

/**
 * When an obligation is due if its clock began at `from`; undefined if nobody gave it a time. A date that the
 * act names is its own end.
 */
export function dueFrom(
  obligation: Pick<Obligation, 'anchor' | 'period' | 'offsetMinutes'>,
  from: Time,
): Time | undefined {
  if (obligation.anchor.from === 'date') return obligation.anchor.at;
  if (obligation.period === undefined) return undefined;
  return endOfPeriod(from, obligation.period, obligation.offsetMinutes);
}

/**
 * Whether its time had passed when another item was made, as the fold may judge it: by the `created` of two
 * headers (D-18). Receipts may know better; that is shown beside it.
 */
export function hadLapsed(obligation: Obligation, at: Time): boolean {
  const due = dueFrom(obligation, obligation.anchor.at);
  return due !== undefined && at >= due;
}
