import { type Block, line, toned } from '../../view/block.ts';
import type { Faults } from './faults.ts';
import type { LineView } from './lines-server.ts';

/** The lines that are not as they should be, by what each side sends. */
export function linesView(lines: readonly LineView[]): Block[] {
  const rows = lines.flatMap(({ between: [a, b], faults }) =>
    [
      { from: a, to: b },
      { from: b, to: a },
    ].flatMap(({ from, to }) => {
      const words = wordsOf(faults[from] ?? {});
      return words.length === 0 ? [] : [[`${from} → ${to}`, words.join(', ')]];
    }),
  );
  if (rows.length === 0) return [line(toned('dim', 'The lines between them are as they should be.'))];
  return [{ is: 'table', head: ['from → to', 'what is sent'], rows, empty: '' }];
}

/** Whether a line between two States harms what either of them sends. */
export function isBad({ faults }: LineView): boolean {
  return Object.values(faults).some((each) => wordsOf(each).length > 0);
}

function wordsOf({ state, delayMs, jitterMs, kbps, corrupt, breakAfter }: Faults): string[] {
  return [
    state === 'cut' && 'is refused: the line is cut',
    state === 'silent' && 'is lost: the line is silent',
    delayMs !== undefined && `takes ${delayMs} ms`,
    jitterMs !== undefined && `up to ${jitterMs} ms more`,
    kbps !== undefined && `${kbps} kbit/s`,
    corrupt !== undefined && `${corrupt} of the bytes are spoilt`,
    breakAfter !== undefined && `breaks off after ${breakAfter} bytes, once`,
  ].filter((words) => words !== false);
}
