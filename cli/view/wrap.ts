import { visibleText } from '../../protocol/visible-text.ts';
import type { Line, Piece, Tone } from './block.ts';

interface Toned {
  readonly text: string;
  readonly tone: Tone;
}

/** The pieces of a line with nothing hidden in them, each with its tone. */
export function piecesOf(line: Line, tone: Tone = 'plain'): readonly Toned[] {
  const pieces: readonly Piece[] = isPieces(line) ? line : [line];
  return pieces.map((piece) =>
    typeof piece === 'string'
      ? { text: visibleText(piece), tone }
      : { text: visibleText(piece.text), tone: piece.tone },
  );
}

/** How long a line is, in characters. */
export function lengthOf(line: Line): number {
  return piecesOf(line).reduce((sum, { text }) => sum + Array.from(text).length, 0);
}

/** How long its longest word is, in characters. */
export function longestWordIn(line: Line): number {
  const text = piecesOf(line)
    .map((piece) => piece.text)
    .join('');
  return Math.max(0, ...text.split(/\s+/u).map((word) => Array.from(word).length));
}

/** A line as several of at most so many characters, broken between words where there are any. */
export function wrapLine(line: Line, columns: number): readonly Line[] {
  const rows: Toned[][] = [[]];
  let left = columns;
  for (const part of piecesOf(line).flatMap((piece) => partsOf(piece, columns))) {
    const length = Array.from(part.text).length;
    const isSpace = part.text.trim() === '';
    // White space where a line is broken is the break itself.
    if (isSpace && (left === columns || length > left)) continue;
    if (length > left) {
      rows.push([]);
      left = columns;
    }
    rows.at(-1)?.push(part);
    left -= length;
  }
  return rows;
}

/**
 * Words and the spaces between them; a word that is longer than a line in several. Characters are never cut.
 */
function partsOf({ text, tone }: Toned, columns: number): readonly Toned[] {
  const words = text.match(/\s+|\S+/gu) ?? [];
  return words.flatMap((word) => {
    const characters = Array.from(word);
    const count = Math.ceil(characters.length / columns);
    return Array.from({ length: count }, (_, index) => ({
      text: characters.slice(index * columns, (index + 1) * columns).join(''),
      tone,
    }));
  });
}

function isPieces(line: Line): line is readonly Piece[] {
  return Array.isArray(line);
}
