import type { Prepared } from '../../protocol/control/types.ts';
import { type Block, line, toned } from './block.ts';

/** What is wrong with an act or a form, with its place in the file where that is known. */
export type PlacedProblem = Prepared['problems'][number] & { readonly line?: number };

/** The problems that an error carries, if it carries any. */
export function problemsOf(details: Readonly<Record<string, unknown>> | undefined): readonly PlacedProblem[] {
  const problems = details?.['problems'];
  return Array.isArray(problems) ? (problems as readonly PlacedProblem[]) : [];
}

/** One problem: where it is, what it is, by which paragraph, and what to do. */
export function problemView(problem: PlacedProblem): readonly Block[] {
  const place = [problem.line === undefined ? undefined : `line ${problem.line}`, problem.path]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
  const paragraph = problem.paragraph === undefined ? '' : ` (${problem.paragraph})`;
  const tone = problem.level === 'WARN' || problem.level === 'HELP' ? 'warn' : 'bad';
  const wayOut = problem.wayOut === undefined ? '' : ` — ${problem.wayOut}`;
  return [
    line(
      '  ',
      toned(tone, place === '' ? '- ' : `${place}: `),
      `${problem.message}${wayOut}`,
      toned('dim', paragraph),
    ),
  ];
}
