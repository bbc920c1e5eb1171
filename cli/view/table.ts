import { createRequire } from 'node:module';
import type { Column, Line } from './block.ts';
import { lengthOf, longestWordIn, wrapLine } from './wrap.ts';

interface TableOptions {
  /** Width of the terminal; undefined for a file, where no line is broken. */
  readonly columns: number | undefined;
  readonly cell: (text: Line) => string;
}

const GAP = '  ';
/** Narrower than this a column of words is no longer read. */
const COLUMN_MIN = 8;

const NO_FRAME = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: GAP,
};

/**
 * Columns side by side without a frame; a head in capitals, so that it stands out without colour too. Where a
 * terminal is too narrow for them, each row is a list of what its columns hold.
 */
export function renderTable(
  head: readonly Column[],
  rows: readonly (readonly Line[])[],
  options: TableOptions,
): string {
  const heads = head.map((column): Line => [{ text: nameOf(column).toUpperCase(), tone: 'dim' }]);
  const { columns = Infinity } = options;
  const widths = widthsOf(head, rows, columns);
  if (widths !== undefined && sumOf(widths) > roomIn(columns, head.length)) {
    return rows.map((row) => `${trimmed(renderRecord(heads, row, options))}\n`).join('\n');
  }
  // Loaded with the first table: most commands of a script print none.
  const Table = createRequire(import.meta.url)('cli-table3') as typeof import('cli-table3');
  const table = new Table({
    head: heads.map((name, index) => wrapped(name, widths?.[index], options)),
    chars: NO_FRAME,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) table.push(row.map((cell, index) => wrapped(cell, widths?.[index], options)));
  return `${trimmed(table.toString())}\n`;
}

/** One row, a line for each column in which it has something. */
function renderRecord(heads: readonly Line[], row: readonly Line[], options: TableOptions): string {
  const width = Math.max(...heads.map(lengthOf));
  const room = Math.max(COLUMN_MIN, (options.columns ?? Infinity) - width - GAP.length);
  const lines = row.flatMap((cell, index) => {
    if (lengthOf(cell) === 0) return [];
    const head = heads[index] ?? '';
    const label = options.cell(head) + ' '.repeat(width - lengthOf(head));
    const rest = `\n${' '.repeat(width)}${GAP}`;
    return [`${label}${GAP}${wrapped(cell, room, options).replaceAll('\n', rest)}`];
  });
  return lines.join('\n');
}

/** Without white space where lines end. */
const trimmed = (text: string): string =>
  text
    .split('\n')
    .map((row) => row.trimEnd())
    .join('\n');

const roomIn = (columns: number, count: number): number => columns - GAP.length * (count - 1);

function wrapped(cell: Line, width: number | undefined, options: TableOptions): string {
  const lines = width === undefined ? [cell] : wrapLine(cell, width);
  return lines.map(options.cell).join('\n');
}

const nameOf = (column: Column): string => (typeof column === 'string' ? column : column.whole);

/**
 * Widths that fit, taken from the widest columns first, and within words only where that is not enough; never
 * from a column that stays whole. Undefined if the table fits as it is.
 */
function widthsOf(
  head: readonly Column[],
  body: readonly (readonly Line[])[],
  columns: number,
): number[] | undefined {
  const count = head.length;
  const rows = [head.map(nameOf), ...body];
  const most = (lengthIn: (cell: Line) => number): number[] =>
    Array.from({ length: count }, (_, index) => Math.max(...rows.map((row) => lengthIn(row[index] ?? ''))));
  const natural = most(lengthOf);
  const room = roomIn(columns, count);
  if (sumOf(natural) <= room) return undefined;
  const words = most(longestWordIn);
  const least = (lengths: readonly number[]): number[] =>
    lengths.map((length, index) =>
      typeof head[index] === 'string' ? Math.max(length, COLUMN_MIN) : (natural[index] ?? 0),
    );
  return narrowed(narrowed(natural, room, least(words)), room, least(words.map(() => 0)));
}

/** Widths of which the widest have given way, none below its least, until all fit or none can. */
function narrowed(natural: readonly number[], room: number, least: readonly number[]): number[] {
  const widths = [...natural];
  for (let excess = sumOf(widths) - room; excess > 0; excess -= 1) {
    const spare = widths.map((width, index) => (width > (least[index] ?? 0) ? width : 0));
    const widest = Math.max(...spare);
    if (widest === 0) break;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return widths;
}

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each, 0);
