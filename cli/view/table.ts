import { createRequire } from 'node:module';
import type { Line } from './block.ts';
import { lengthOf, wrapLine } from './wrap.ts';

interface TableOptions {
  /** Width of the terminal; undefined for a file, where no line is broken. */
  readonly columns: number | undefined;
  readonly cell: (text: Line) => string;
}

const GAP = '  ';
/** Narrower than this a column of words is no longer read. */
const COLUMN_MIN = 10;

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

/** Columns side by side without a frame; a head in capitals, so that it stands out without colour too. */
export function renderTable(
  head: readonly string[],
  rows: readonly (readonly Line[])[],
  options: TableOptions,
): string {
  // Loaded with the first table: most commands of a script print none.
  const Table = createRequire(import.meta.url)('cli-table3') as typeof import('cli-table3');
  const widths = widthsOf([head, ...rows], options.columns);
  const table = new Table({
    head: head.map((name) => options.cell({ text: name.toUpperCase(), tone: 'dim' })),
    chars: NO_FRAME,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) table.push(row.map((cell, index) => wrapped(cell, widths?.[index], options)));
  return `${table
    .toString()
    .split('\n')
    .map((row) => row.trimEnd())
    .join('\n')}\n`;
}

function wrapped(cell: Line, width: number | undefined, options: TableOptions): string {
  const lines = width === undefined ? [cell] : wrapLine(cell, width);
  return lines.map(options.cell).join('\n');
}

/** Widths that fit, taken from the widest columns first; undefined if the table fits as it is. */
function widthsOf(rows: readonly (readonly Line[])[], columns = Infinity): number[] | undefined {
  const count = rows[0]?.length ?? 0;
  const natural = Array.from({ length: count }, (_, index) =>
    Math.max(...rows.map((row) => lengthOf(row[index] ?? ''))),
  );
  const room = columns - GAP.length * (count - 1);
  let excess = natural.reduce((sum, each) => sum + each, 0) - room;
  if (excess <= 0) return undefined;
  const widths = [...natural];
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= COLUMN_MIN) break;
    widths[widths.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}
