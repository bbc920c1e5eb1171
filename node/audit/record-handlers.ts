import type { Handlers } from '../../protocol/control/handlers.ts';
import { toInstant } from '../../protocol/control/instant.ts';
import type { Reply } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Time } from '../../protocol/value.ts';
import type { AuditRecord, RecordEntry } from './record.ts';

type Row = Reply<'audit.list'>['rows'][number];

export interface RecordHandlerDependencies {
  readonly record: AuditRecord;
  /** Keeps in the record that somebody looked at it. */
  readonly noteReading: (type: string, officerId: string) => Promise<void>;
  readonly officerName: (id: string) => string | undefined;
}

const LIMIT = 50;
/** Entries looked at for one page of one type; a page may be short, or empty, and still have a next one. */
const LOOKED_AT_MAX = 20_000;

/** The routes about the record, newest entries first. */
export function recordHandlers(
  dependencies: RecordHandlerDependencies,
): Handlers<'audit.list' | 'audit.verify'> {
  const { record, noteReading, officerName } = dependencies;
  return {
    'audit.list': async ({ query }, caller) => {
      const page = await readPage(record, query);
      await noteReading('record.read', caller.officerId);
      return { ...page, rows: page.rows.map((row) => named(row, officerName)) };
    },
    'audit.verify': async (_, caller) => {
      const { intact, size, root, withheld, faults, shown } = await record.verify();
      await noteReading('record.verified', caller.officerId);
      const problems = shown.map(({ number, fault }) => `entry ${number}: ${fault}`);
      if (faults > shown.length) problems.push(`and ${faults - shown.length} more`);
      return { intact, size, root, withheld, problems };
    },
  };
}

/** The record holds ids alone; whoever reads it is told whose they are. */
function named(row: Row, officerName: RecordHandlerDependencies['officerName']): Row {
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : officerName(id));
  const [subjectName, actorName] = [nameOf(row.subject), nameOf(row.actor)];
  return {
    ...row,
    ...(subjectName !== undefined && { subjectName }),
    ...(actorName !== undefined && { actorName }),
  };
}

interface PageQuery {
  readonly after?: string;
  readonly limit?: number;
  readonly type?: string;
}

async function readPage(record: AuditRecord, query: PageQuery): Promise<Reply<'audit.list'>> {
  const { limit = LIMIT, type } = query;
  const from = query.after === undefined ? record.size() : positionOf(query.after);
  const rows: Row[] = [];
  if (from === 0) return { rows };
  const stop = Math.max(0, from - LOOKED_AT_MAX);
  for await (const entry of record.list({ from: from - 1, reverse: true })) {
    if (type === undefined || entry.event?.type === type) rows.push(rowOf(entry));
    if (rows.length === limit || entry.number === stop) return pageTo(rows, entry.number);
  }
  return { rows };
}

function pageTo(rows: Row[], number: number): Reply<'audit.list'> {
  return number === 0 ? { rows } : { rows, next: String(number) };
}

function positionOf(after: string): number {
  if (/^\d{1,15}$/.test(after)) return Number(after);
  throw new ComityError('usage', 'This is no place in the record — take it from `next` of the page before.');
}

function rowOf({ number, event }: RecordEntry): Row {
  if (event === undefined)
    return { position: number, at: toInstant(UNKNOWN), type: 'erased', withheld: true };
  const { at, type, subject, actor, detail } = event;
  return {
    position: number,
    at: toInstant(at),
    type,
    ...(subject !== undefined && { subject }),
    ...(actor !== undefined && { actor }),
    ...(detail !== undefined && { detail }),
    withheld: false,
  };
}

/** When an erased event happened is erased with it. */
const UNKNOWN: Time = 0;
