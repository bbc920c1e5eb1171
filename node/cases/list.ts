import { fromInstant, toInstant } from '../../protocol/control/instant.ts';
import { PAGE_ROWS } from '../../protocol/control/page-rows.ts';
import type { CaseList, CaseRow, Request } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { visibleDesks } from './access.ts';
import type { CaseContext } from './case-context.ts';
import type { CaseSummary, LastItem, OpenedSummary } from './case-records.ts';
import type { Officer } from './dependencies.ts';
import { type Box, caseIdOf, isUnread, orderOf, shelvesOf } from './list-index.ts';
import { inSteps, listKeys, type ListRange } from './list-keys.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

export type ListQuery = Request<'cases.list'>['query'];

export interface Selection {
  readonly box: Box;
  readonly query: ListQuery;
}

/** Summaries read at a time. */
const STEP = 64;
/**
 * Summaries looked at for one page. Whoever wants more asks for the next one; a page may be short, or empty.
 */
const LOOKED_AT_MAX = 50_000;

/**
 * One page of the cases of an officer's desks, most urgent first. The order is in the keys, and so are the
 * box, what is open and what is due; other conditions are looked for in the summaries.
 */
export async function listCases(
  context: CaseContext,
  officer: Officer,
  selection: Selection,
): Promise<CaseList> {
  const found = await find(context, rangeFor(context, officer, selection), selection);
  const rows = await withDelivery(context, found.rows, selection.box);
  return { rows, ...(found.next !== undefined && { next: found.next }) };
}

function rangeFor({ hashes }: CaseContext, officer: Officer, { box, query }: Selection): ListRange {
  const { after, open, dueBefore } = query;
  if (after !== undefined && !/^[0-9a-f]+\/[0-9a-f]{32}$/.test(after)) {
    throw new ComityError('usage', 'This is no place in a list — take it from `next` of the page before.');
  }
  return {
    shelves: visibleDesks(officer).flatMap((desk) => shelvesOf(hashes.desk(desk), box)),
    open: open === true,
    ...(dueBefore !== undefined && { dueBefore: fromInstant(dueBefore) }),
    ...(after !== undefined && { after }),
  };
}

interface Found {
  readonly rows: readonly Listed[];
  readonly next?: string;
}

/** A case that stands in the list, with its last item as the box has it. */
interface Listed {
  readonly summary: CaseSummary;
  readonly opened: OpenedSummary;
  readonly last: LastItem | undefined;
}

async function find(
  { store, repository }: CaseContext,
  range: ListRange,
  selection: Selection,
): Promise<Found> {
  const limit = selection.query.limit ?? PAGE_ROWS;
  const rows: Listed[] = [];
  let last = '';
  let looked = 0;
  for await (const step of inSteps(listKeys(store.keyspace('caseLists'), range), Math.min(STEP, limit + 1))) {
    const summaries = await repository.summaries(step.map(caseIdOf));
    for (const [index, key] of step.entries()) {
      const row = select(summaries[index], selection);
      if (row !== undefined && rows.length === limit) return { rows, next: last };
      if (row !== undefined) rows.push(row);
      last = orderOf(key);
      looked += 1;
    }
    if (looked >= LOOKED_AT_MAX) return { rows, next: last };
  }
  return { rows };
}

function select(summary: CaseSummary | undefined, { box, query }: Selection): Listed | undefined {
  const opened = summary?.opened;
  if (summary === undefined || opened === undefined) return undefined;
  if (!matches(summary, opened, query)) return undefined;
  const { own, partner } = opened.last;
  return { summary, opened, last: box === 'outbox' ? own : box === 'inbox' ? partner : undefined };
}

function matches(summary: CaseSummary, opened: OpenedSummary, query: ListQuery): boolean {
  const { status, kind, partner, search } = query;
  const wanted: readonly (readonly [string | undefined, string])[] = [
    [status, opened.status],
    [kind, opened.kind],
    [partner, summary.partner],
  ];
  if (wanted.some(([asked, is]) => asked !== undefined && asked !== is)) return false;
  return search === undefined || holdsText(summary, opened, search);
}

/** Bodies are not searched: they lie encrypted under the key of their case. */
function holdsText(summary: CaseSummary, opened: OpenedSummary, search: string): boolean {
  const wanted = search.toLowerCase();
  const texts = [opened.reference, summary.ownReference ?? '', summary.partner, opened.kind, summary.caseId];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

async function withDelivery(context: CaseContext, rows: readonly Listed[], box: Box): Promise<CaseRow[]> {
  const sent = box === 'outbox' ? rows.flatMap(({ last }) => (last === undefined ? [] : [last.itemId])) : [];
  const receipts = await context.receipts.receipts(sent);
  return rows.map((row) => {
    const bare = rowOf(row);
    if (box !== 'outbox' || row.last === undefined) return bare;
    const relayed = receipts.has(row.last.itemId) ? 'relayed' : 'queued';
    return { ...bare, delivery: row.last.void === true ? 'rejected' : relayed };
  });
}

function rowOf({ summary, opened, last }: Listed): CaseRow {
  const { reference, kind, side, status, phase, urgency, waitingOn, dueAt, owed, updatedAt } = opened;
  return {
    reference,
    caseId: summary.caseId,
    kind,
    ...(last !== undefined && { verb: verbWord(last.verb), itemId: last.itemId }),
    partner: summary.partner,
    side,
    status,
    ...(phase !== undefined && { phase }),
    urgency,
    waitingOn,
    ...(dueAt !== undefined && { dueAt: toInstant(dueAt) }),
    ...(owed !== undefined && { owed }),
    unread: isUnread(summary),
    exercise: opened.exercise === true,
    updatedAt: toInstant(updatedAt),
  };
}
