import { ComityError } from '../../protocol/errors.ts';
import type { Engine, Row } from './engine.ts';
import { WRITE_BUFFER_BYTES } from './level-engine.ts';
import { rowsOf } from './stored-keyspace.ts';

/**
 * Each batch writes its number, so that one that went missing is noticed: LevelDB skips a damaged stretch of
 * its log when it opens and goes on with what follows, without a word. The rows are a ring. They hold a
 * number and nothing else, so they are not sealed, and reading them all at the start costs a tenth of a
 * second.
 */
const PREFIX = '#';
const BOUNDS = { gte: '#!', lt: '#"' };

/**
 * Batches that can be told to be there. Two logs of LevelDB hold no more, unless batches stay under 128
 * bytes: one row alone, sealed and with its number, has more.
 */
const JOURNAL_BATCHES = (2 * WRITE_BUFFER_BYTES) / 128;

export function journalRow(batch: number): Row {
  const value = Buffer.alloc(8);
  value.writeBigUInt64BE(BigInt(batch));
  return { key: keyOf(batch), value };
}

function keyOf(batch: number): string {
  return `${PREFIX}!${(batch % JOURNAL_BATCHES).toString(16).padStart(6, '0')}`;
}

export interface JournalState {
  /** Number of the last batch; 0 before the first. */
  readonly last: number;
  /** Batches that must have been written before it and are not there. */
  readonly missing: number;
}

/** Reads the ring, and counts what is missing in it. */
export async function readJournal(engine: Engine): Promise<JournalState> {
  const batches: number[] = [];
  let damaged = 0;
  for await (const [key, value] of rowsOf(() => Promise.resolve(engine.rows(BOUNDS)))) {
    const batch = value.length === 8 ? Number(Buffer.from(value).readBigUInt64BE()) : -1;
    if (key === keyOf(Math.max(batch, 0))) batches.push(batch);
    else damaged += 1;
  }
  const last = batches.reduce((most, batch) => Math.max(most, batch), 0);
  const first = Math.max(1, last - JOURNAL_BATCHES + 1);
  const present = batches.filter((batch) => batch >= first).length;
  return { last, missing: Math.max(damaged, last - first + 1 - present) };
}

/** All rows that the ring has when nothing is missing up to this batch. */
export function journalRing(last: number): Row[] {
  const first = Math.max(1, last - JOURNAL_BATCHES + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => journalRow(first + index));
}

export function lostBatches(missing: number): ComityError<'damaged'> {
  return new ComityError(
    'damaged',
    `The database has lost ${missing} of its latest changes to damage on the disk: keep a copy of the folder as it is, ` +
      'check the disk, and restore the latest backup.',
    { details: { missing } },
  );
}
