import type { CaseStatus } from '../../protocol/control/statuses.ts';
import type { Urgency } from '../../protocol/convention/instrument.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import { joinKey, numberKey } from '../storage/keys.ts';
import type { CaseSummary, OpenedSummary } from './case-records.ts';

export type Box = 'inbox' | 'outbox' | 'cases';

/**
 * Where a case lies in the list of a desk, by the boxes that have it: so no box is searched for among the
 * others.
 */
type Shelf = 'inbox' | 'outbox' | 'both' | 'neither';

const SHELVES: Readonly<Record<Box, readonly Shelf[]>> = {
  cases: ['inbox', 'outbox', 'both', 'neither'],
  inbox: ['inbox', 'both'],
  outbox: ['outbox', 'both'],
};

const URGENCY_RANK: Readonly<Record<Urgency, number>> = { emergency: 0, urgent: 1, routine: 2 };
/** Behind every due time there is. */
const NEVER = Number.MAX_SAFE_INTEGER;
const OPEN = 0;
const CLOSED = 1;

/** A case that is over for both sides, or never began for one, stands behind all that are not. */
function isOpen(status: CaseStatus): boolean {
  return status !== 'closed' && status !== 'rejected';
}

/** Something of the partner's was not read yet. */
export function isUnread({ itemsRead, opened }: CaseSummary): boolean {
  return opened !== undefined && opened.itemsReceived > itemsRead;
}

/**
 * The key of a case in the list of one desk: on each shelf what is open first, then by urgency, by what is
 * due first, by what moved last. `desk` is a keyed hash.
 */
export function listKey(desk: Hex, summary: CaseSummary, opened: OpenedSummary): string {
  const { status, urgency, dueAt, updatedAt } = opened;
  const rank = `${isOpen(status) ? OPEN : CLOSED}${URGENCY_RANK[urgency]}`;
  const order = `${rank}${dueKey(dueAt)}${numberKey(NEVER - updatedAt)}`;
  return joinKey(desk, shelfOf(summary, opened), order, summary.caseId);
}

/**
 * `inbox`: the partner has spoken, and it is open or not read. `outbox`: this node has, and it is open, or was
 * rejected, which is to be seen.
 */
function shelfOf(summary: CaseSummary, { status, last }: OpenedSummary): Shelf {
  const inbox = last.partner !== undefined && (isOpen(status) || isUnread(summary));
  const outbox = last.own !== undefined && status !== 'closed';
  if (inbox) return outbox ? 'both' : 'inbox';
  return outbox ? 'outbox' : 'neither';
}

/** The beginnings of the keys of a box in the list of a desk. */
export function shelvesOf(desk: Hex, box: Box): string[] {
  return SHELVES[box].map((shelf) => joinKey(desk, shelf));
}

/** What of a box is asked for: the order stands behind the shelf. */
export interface Wanted {
  /** Nothing that is closed. */
  readonly open: boolean;
  /** Only where something is due before this time. */
  readonly dueBefore?: Time;
}

/** Bounds of the orders that are wanted, ascending and apart. */
export function orderRanges({ open, dueBefore }: Wanted): { readonly gt: string; readonly lt: string }[] {
  const states = open ? [OPEN] : [OPEN, CLOSED];
  if (dueBefore === undefined) return states.map((state) => ({ gt: `${state}`, lt: `${state + 1}` }));
  return states.flatMap((state) =>
    Object.values(URGENCY_RANK).map((rank) => ({
      gt: `${state}${rank}`,
      lt: `${state}${rank}${dueKey(dueBefore)}`,
    })),
  );
}

/** Order and case: the part of a list key by which lists are merged, and where a page ends. */
export function orderOf(key: string): string {
  return key.split('/').slice(-2).join('/');
}

export function caseIdOf(key: string): Hex {
  return key.slice(key.lastIndexOf('/') + 1);
}

function dueKey(dueAt: Time | undefined): string {
  return numberKey(dueAt === undefined ? NEVER : Math.max(0, dueAt));
}
