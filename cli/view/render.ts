import { styleText } from 'node:util';
import { visibleText } from '../../protocol/visible-text.ts';
import type { Block, Line, Tone } from './block.ts';
import { renderTable } from './table.ts';
import { lengthOf, piecesOf, wrapLine } from './wrap.ts';

export interface Paper {
  /** Width of a terminal; undefined where no line needs to be broken. */
  readonly columns: number | undefined;
  readonly colour: boolean;
}

const STYLES = {
  plain: [],
  strong: ['bold'],
  dim: ['dim'],
  good: ['green'],
  warn: ['yellow'],
  bad: ['red', 'bold'],
} as const satisfies Record<Tone, readonly Parameters<typeof styleText>[0][]>;

/**
 * Blocks as text for a terminal or a file. The only control characters in it are line feeds and, with colour,
 * styles.
 */
export function render(blocks: readonly Block[], paper: Paper): string {
  return blocks.map((block) => renderBlock(block, paper)).join('');
}

type Renderers = {
  readonly [Is in Block['is']]: (block: Extract<Block, { is: Is }>, paper: Paper) => string;
};

const RENDERERS: Renderers = {
  gap: () => '\n',
  heading: ({ text }, paper) => `${styled(text, paper, 'strong')}\n`,
  line: ({ text }, paper) => `${brokenLine(text, paper)}\n`,
  list: ({ items }, paper) => items.map((item) => `  - ${broken(item, paper, 4)}\n`).join(''),
  text: ({ text }, paper) => lines(text, '    ', paper),
  verbatim: ({ text }) => lines(text, ''),
  pairs: ({ rows }, paper) => renderPairs(rows, paper),
  table: ({ head, rows, empty }, paper) =>
    rows.length === 0
      ? `${styled({ text: empty, tone: 'dim' }, paper)}\n`
      : renderTable(head, rows, {
          columns: paper.columns,
          cell: (cell) => styled(cell, paper),
        }),
  next: ({ steps }, paper) =>
    steps
      .map((step) => (typeof step === 'string' ? step : step.elsewhere))
      .map((step) => `${mark('→', 'dim', paper)} ${styled(step, paper)}\n`)
      .join(''),
};

function renderBlock(block: Block, paper: Paper): string {
  // The table has a renderer for each kind of block; the compiler can't follow that the two go together.
  const renderer = RENDERERS[block.is] as (block: Block, paper: Paper) => string;
  return renderer(block, paper);
}

function renderPairs(rows: readonly (readonly [string, Line])[], paper: Paper): string {
  const width = Math.max(0, ...rows.map(([label]) => lengthOf(label)));
  return rows
    .map(([label, value]) => {
      const name = mark(visibleText(label).padEnd(width), 'dim', paper);
      return `  ${name}  ${broken(value, paper, width + 4)}\n`;
    })
    .join('');
}

/** Line feeds, with or without a carriage return, are layout here; every other control character is not. */
function lines(text: string, indent: string, paper?: Paper): string {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  return body
    .split(/\r?\n/)
    .map((row) => (paper === undefined ? visibleText(row) : broken(row, paper, indent.length)))
    .map((row) => `${row === '' ? '' : indent}${row}\n`)
    .join('');
}

/** How much further in the rest of a broken line stands. */
const FURTHER_IN = 4;

/** Narrower than this there is no sense in breaking between words. */
const COLUMNS_MIN = 20;

/**
 * What stands so far in, broken between words where the terminal ends; each part stands as far in, so that
 * none passes for a line of its own. A command is left to the terminal: copied from there it stays one line.
 */
function broken(text: Line, paper: Paper, indent: number): string {
  const room = (paper.columns ?? Infinity) - indent;
  const isCommand = piecesOf(text).some((piece) => /(^|\s)(comity |--\w|\$ )/.test(piece.text));
  if (lengthOf(text) <= room || room < COLUMNS_MIN || isCommand) return styled(text, paper);
  const rows = wrapLine(text, room).map((row) => styled(row, paper).trimEnd());
  return rows.join(`\n${' '.repeat(indent)}`);
}

/** A line, of which what follows a break stands further in than it does itself. */
function brokenLine(text: Line, paper: Paper): string {
  if (lengthOf(text) <= (paper.columns ?? Infinity)) return styled(text, paper);
  const [own = ''] = /^ */.exec(piecesOf(text)[0]?.text ?? '') ?? [];
  const rows = broken(text, paper, own.length + FURTHER_IN);
  return rows.startsWith(own) ? rows : own + rows;
}

function styled(text: Line, paper: Paper, tone: Tone = 'plain'): string {
  return piecesOf(text, tone)
    .map((piece) => mark(piece.text, piece.tone, paper))
    .join('');
}

function mark(text: string, tone: Tone, { colour }: Paper): string {
  if (!colour || tone === 'plain' || text === '') return text;
  return styleText([...STYLES[tone]], text, { validateStream: false });
}
