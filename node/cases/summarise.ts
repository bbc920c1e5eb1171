import type { Case } from '../../protocol/case/case.ts';
import { FOLD_MACHINE } from '../../protocol/ids.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { CaseSummary, LastItem, OpenedSummary, Origin } from './case-records.ts';
import { earliestDue } from './machine.ts';
import { labelFor } from './reference-index.ts';
import { rejectedOpening } from './rejected-opening.ts';
import { type KnownItem, type OpenCase, otherSideOf, sideOf } from './open-case.ts';

/** What a change adds to a case. */
export interface Addition {
  readonly item?: KnownItem;
  readonly folded: Case | undefined;
  readonly at: Time;
  readonly itemsRead?: number;
  readonly ownReference?: string;
}

/** The summary of a case after a change, before it is entered in the lists. */
export function summarise(open: OpenCase, party: string, addition: Addition): CaseSummary {
  const { caseId, partner, summary } = open;
  const ownReference = addition.ownReference ?? summary?.ownReference;
  return {
    machine: FOLD_MACHINE,
    caseId,
    partner,
    ...(addition.folded !== undefined && { opened: summariseOpened(open, party, addition.folded, addition) }),
    ...(ownReference !== undefined && { ownReference }),
    itemsRead: addition.itemsRead ?? summary?.itemsRead ?? 0,
    listed: summary?.listed ?? [],
  };
}

function summariseOpened(open: OpenCase, party: string, folded: Case, addition: Addition): OpenedSummary {
  const { kind, phase, urgency, exercise, openedAt } = folded;
  const before = open.summary?.opened;
  const side = sideOf(folded, party);
  return {
    reference: before?.reference ?? labelFor(folded),
    kind,
    side,
    ...(phase !== undefined && { phase }),
    urgency,
    ...(exercise && { exercise }),
    openedAt,
    ...standing(open, folded, addition),
    updatedAt: before !== undefined && addition.item === undefined ? before.updatedAt : addition.at,
    desks: [...new Set([...desksIn(open, addition), folded[side].authority])],
    itemsReceived: itemsReceived(open, addition),
    last: {
      ...lastOf(open, addition, { origin: 'own', itemId: folded.chains[side].last }),
      ...lastOf(open, addition, { origin: 'partner', itemId: folded.chains[otherSideOf(side)].last }),
    },
  };
}

/** How far the case is and whom it waits for: for nobody, where the partner has rejected its opening. */
function standing(
  open: OpenCase,
  folded: Case,
  { item, at }: Addition,
): Pick<OpenedSummary, 'status' | 'waitingOn' | 'dueAt' | 'owed'> {
  if (rejectedOpening(open, item) !== undefined) return { status: 'rejected', waitingOn: 'nobody' };
  const { status, waitingOn } = folded;
  return { status, waitingOn, ...earliestDue(folded, at) };
}

/** The desks of this node that items came from or went to. */
function desksIn({ items, summary }: OpenCase, { item }: Addition): readonly string[] {
  const known = summary?.opened?.desks ?? [...items.values()].map(ownDesk);
  return item === undefined ? known : [...known, ownDesk(item)];
}

function ownDesk({ origin, entry: { header } }: KnownItem): string {
  return origin === 'own' ? header.sender.authority : header.recipient.authority;
}

/** Items of the partner that can be read: all that are here but those that are void. */
function itemsReceived({ items, summary }: OpenCase, { item }: Addition): number {
  const known = summary?.opened?.itemsReceived ?? [...items.values()].filter(isReadable).length;
  if (item === undefined) return known;
  const before = items.get(item.entry.id);
  const was = before !== undefined && isReadable(before) ? 1 : 0;
  return known - was + (isReadable(item) ? 1 : 0);
}

function isReadable({ origin, entry }: KnownItem): boolean {
  return origin === 'partner' && entry.act !== undefined;
}

function lastOf(
  open: OpenCase,
  addition: Addition,
  { origin, itemId }: { readonly origin: Origin; readonly itemId: Hex | undefined },
): Partial<Record<Origin, LastItem>> {
  if (itemId === undefined) return {};
  const item = addition.item?.entry.id === itemId ? addition.item : open.items.get(itemId);
  const last = { itemId, verb: item?.verb ?? '' };
  return { [origin]: item?.entry.act === undefined ? { ...last, void: true } : last };
}
