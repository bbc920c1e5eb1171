import { connect } from '../client/connect.ts';
import type { CaseList, CaseRow, Request } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { noteLooks } from '../folder/looks.ts';
import { pageOf } from '../page.ts';
import { type Block, type Line, next, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { when } from '../view/when.ts';
import { statusWord, turnWord, urgencyWord } from '../view/words.ts';
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
  const reply: CaseList = await client.call(listing.route, { query: queryFrom(input) });
  const references = reply.rows.map(({ reference }) => reference);
  if (listing.route === 'inbox.list') noteLooks(context.places.officer, references, { at });
  return { document: reply, view: viewOf(reply, listing, at) };
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

function viewOf(list: CaseList, { empty, command }: CaseListing, now: number): readonly Block[] {
  const first = list.rows[0];
  return [
    {
      is: 'table',
      head: ['reference', 'kind', 'partner', 'status', 'waits for', 'due', 'urgency', 'last'],
      rows: list.rows.map((row) => rowOf(row, now)),
      empty,
    },
    next(
      first && `comity case show ${first.reference} shows a case`,
      list.next && `comity ${command} --after ${list.next} shows more`,
    ),
  ];
}

function rowOf(row: CaseRow, now: number): readonly Line[] {
  const overdue = row.dueAt !== undefined && Date.parse(row.dueAt) < now;
  return [
    toned(row.unread ? 'strong' : 'plain', `${row.unread ? '● ' : '  '}${row.reference}`),
    row.kind,
    stateName(row.partner),
    statusWord(row.status),
    turnWord(row),
    row.dueAt === undefined ? '' : toned(overdue ? 'bad' : 'plain', when(row.dueAt, now)),
    urgencyWord(row.urgency),
    [row.verb === undefined ? '' : verbWord(row.verb), delivery(row)],
  ];
}

function delivery({ delivery: state }: CaseRow): string {
  return state === undefined ? '' : ` (${state})`;
}
