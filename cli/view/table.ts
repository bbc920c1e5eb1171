import { createRequire } from 'node:module';
import type { Line } from './block.ts';

interface TableOptions {
  readonly columns: number;
  readonly colour: boolean;
  readonly cell: (text: Line) => string;
}

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
  middle: '  ',
};

/** Columns side by side without a frame; a head in capitals, so that it stands out without colour too. */
export function renderTable(
  head: readonly string[],
  rows: readonly (readonly Line[])[],
  options: TableOptions,
): string {
  // Loaded with the first table: most commands of a script print none.
  const Table = createRequire(import.meta.url)('cli-table3') as typeof import('cli-table3');
  const table = new Table({
    head: head.map((name) => options.cell({ text: name.toUpperCase(), tone: 'dim' })),
    chars: NO_FRAME,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) table.push(row.map(options.cell));
  return `${table
    .toString()
    .split('\n')
    .map((row) => row.trimEnd())
    .join('\n')}\n`;
}
