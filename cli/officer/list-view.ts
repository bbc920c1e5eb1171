import { connect } from '../client/connect.ts';
import type { ControlClient } from '../client/control-client.ts';
import { PAGE_ROWS } from '../../protocol/control/page-rows.ts';
import type { CaseList, CaseRow, Request } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { noteLooks } from '../folder/looks.ts';
import { pageOf } from '../page.ts';
import { type Block, type Column, type Line, next, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { when } from '../view/when.ts';
import { phaseWords } from './case-words.ts';
import { exerciseMark, statusWord, turnLine, urgencyWord } from '../view/words.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

type ListRoute = 'inbox.list' | 'outbox.list' | 'cases.list';
type ListQuery = Request<'cases.list'>['query'];

export interface CaseListing {
  readonly route: ListRoute;
  readonly empty: string;
  readonly command: string;
}

/** A list of cases, most urgent first, as the daemon orders it. */
export async function listCases(context: Context, input: Input, listing: CaseListing): Promise<Outcome> {
  const { client } = connect(context);
  const at = context.now();
  const reply = await wholePage(client, listing.route, queryFrom(input));
  const references = reply.rows.map(({ reference }) => reference);
  if (listing.route === 'inbox.list') noteLooks(context.places.officer, references, { at });
  return { document: reply, view: viewOf(reply, listing, at) };
}

/**
 * One page, full unless the list is at its end: a daemon that has looked at much and found little answers
 * with a short page, and the place to go on from.
 */
async function wholePage(client: ControlClient, route: ListRoute, query: ListQuery): Promise<CaseList> {
  const wanted = query.limit ?? PAGE_ROWS;
  let list: CaseList = await client.call(route, { query });
  while (list.next !== undefined && list.rows.length < wanted) {
    const limit = wanted - list.rows.length;
    const after = list.next;
    const more: CaseList = await client.call(route, { query: { ...query, after, limit } });
    list = { ...more, rows: [...list.rows, ...more.rows] };
    if (more.next === after) break;
  }
  return list;
}

function queryFrom(input: Input): ListQuery {
  const [status, kind, partner, due, search] = ['status', 'kind', 'partner', 'due', 'search'].map((name) =>
    input.option(name),
  );
  return {
    ...(status !== undefined && { status: status as CaseRow['status'] }),
    ...(kind !== undefined && { kind }),
    ...(partner !== undefined && { partner: partner.toUpperCase() }),
    ...(input.given('open') && { open: true }),
    ...(due !== undefined && { dueBefore: instantOf(due) }),
    ...(search !== undefined && { search }),
    ...pageOf(input),
  };
}

function instantOf(text: string): string {
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw new ComityError('usage', `'${text}' is no date — write it as 2026-12-24 or 2026-12-24T15:00Z`);
}

const HEAD: readonly Column[] = [
  '',
  { whole: 'reference' },
  { whole: 'kind' },
  'partner',
  'status',
  'waits for',
  'due',
  'urgency',
];

function viewOf(list: CaseList, { route, empty, command }: CaseListing, now: number): readonly Block[] {
  const first = list.rows[0];
  // A box holds items, a case goes both ways: its course stands in its timeline.
  const hasLast = route !== 'cases.list';
  return [
    {
      is: 'table',
      head: [...HEAD, ...(hasLast ? ['last'] : [])],
      rows: list.rows.map((row) => [...rowOf(row, now), ...(hasLast ? [lastOf(row)] : [])]),
      empty,
    },
    next(
      first && `comity case show ${first.reference} shows a case`,
      list.next && `comity ${command} --after ${list.next} shows more`,
    ),
  ];
}

function rowOf(row: CaseRow, now: number): readonly Line[] {
  return [
    markOf(row),
    toned(row.unread ? 'strong' : 'plain', row.reference),
    row.kind,
    stateName(row.partner),
    [statusWord(row.status), ...phaseWords(row)],
    turnLine(row),
    dueOf(row, now),
    urgencyWord(row.urgency),
  ];
}

/** What is due first, and whose it is where the case waits for the other side. */
function dueOf({ dueAt, owed, waitingOn, side, partner }: CaseRow, now: number): Line {
  if (dueAt === undefined) return '';
  const due = toned(Date.parse(dueAt) < now ? 'bad' : 'plain', when(dueAt, now));
  if (owed === undefined || waitingOn === 'nobody' || waitingOn === owed.debtor) return due;
  return [owed.debtor === side ? toned('warn', 'us') : partner, ': ', due];
}

function markOf(row: CaseRow): Line {
  const unread = toned('strong', row.unread ? '●' : '');
  return row.exercise ? [unread, ' ', exerciseMark(row)] : unread;
}

function lastOf({ verb, delivery }: CaseRow): Line {
  return [verb === undefined ? '' : verbWord(verb), delivery === undefined ? '' : ` (${delivery})`];
}
