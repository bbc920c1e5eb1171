/** How a piece of text is meant; colours stand for it on a terminal, and nothing elsewhere. */
export type Tone = 'plain' | 'strong' | 'dim' | 'good' | 'warn' | 'bad';

/** A piece of one line. Whatever it holds, it can't leave its line or hide: the renderer sees to that. */
export type Piece = string | { readonly text: string; readonly tone: Tone };

export type Line = Piece | readonly Piece[];

/**
 * What a view is made of. Views hold no layout characters of their own, so untrusted text may stand anywhere.
 */
export type Block =
  | { readonly is: 'heading'; readonly text: Line }
  | { readonly is: 'line'; readonly text: Line }
  | { readonly is: 'list'; readonly items: readonly Line[] }
  /** Text of several lines, indented. */
  | { readonly is: 'text'; readonly text: string }
  /** Text of several lines as it stands: a form, a file. */
  | { readonly is: 'verbatim'; readonly text: string }
  | { readonly is: 'pairs'; readonly rows: readonly (readonly [label: string, value: Line])[] }
  | {
      readonly is: 'table';
      readonly head: readonly Column[];
      readonly rows: readonly (readonly Line[])[];
      readonly empty: string;
    }
  /** What to do next, as commands that can be copied. */
  | { readonly is: 'next'; readonly steps: readonly Step[] }
  | { readonly is: 'gap' };

/** The head of a column; `whole`: of references, kinds and codes, which are copied and so never broken. */
export type Column = string | { readonly whole: string };

/** What the reader does next, or, `elsewhere`, somebody else or on another machine: with other folders. */
export type Step = string | { readonly elsewhere: string };

export const gap: Block = { is: 'gap' };

export function heading(...pieces: readonly Piece[]): Block {
  return { is: 'heading', text: pieces };
}

export function line(...pieces: readonly Piece[]): Block {
  return { is: 'line', text: pieces };
}

export function toned(tone: Tone, text: string): Piece {
  return { tone, text };
}

/** Leaves out rows without a value. */
export function pairs(rows: readonly (readonly [string, Line | undefined])[]): Block {
  return { is: 'pairs', rows: rows.filter((row): row is [string, Line] => row[1] !== undefined) };
}

/** The next steps, if there are any. */
export function next(...steps: readonly (Step | undefined)[]): Block {
  return { is: 'next', steps: steps.filter((step) => step !== undefined) };
}
