import type { Status, Urgency } from '../../protocol/convention/instrument.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import { joinKey, numberKey } from '../storage/keys.ts';
import type { OpenedSummary } from './case-records.ts';

const URGENCY_RANK: Readonly<Record<Urgency, number>> = { emergency: 0, urgent: 1, routine: 2 };
/** Behind every due time there is. */
const NEVER = Number.MAX_SAFE_INTEGER;
const ENDED: readonly Status[] = ['closed'];

/** A case that is over for both sides stands behind all that are not. */
export function isOpen(status: Status): boolean {
  return !ENDED.includes(status);
}

/**
 * The key of a case in the list of one desk: what is open first, then by urgency, by what is due first, by what moved
 * last. `desk` is a keyed hash.
 */
export function listKey(desk: Hex, caseId: Hex, summary: OpenedSummary): string {
  const { status, urgency, dueAt, updatedAt } = summary;
  const order = `${isOpen(status) ? 0 : 1}${URGENCY_RANK[urgency]}${dueKey(dueAt)}${numberKey(NEVER - updatedAt)}`;
  return joinKey(desk, order, caseId);
}

/** Where in the list of a desk the open cases stand of which something was due before a time. */
export function overdueRanges(desk: Hex, before: Time): { readonly gt: string; readonly lt: string }[] {
  return Object.values(URGENCY_RANK).map((rank) => ({
    gt: joinKey(desk, `0${rank}`),
    lt: joinKey(desk, `0${rank}${dueKey(before)}`),
  }));
}

/** The part of a list key by which the lists of several desks are merged. */
export function orderOf(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}

export function caseIdOf(key: string): Hex {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** Where the cases that are over begin in the list of a desk. */
export const CLOSED_FROM = '1';

function dueKey(dueAt: Time | undefined): string {
  return numberKey(dueAt === undefined ? NEVER : Math.max(0, dueAt));
}
