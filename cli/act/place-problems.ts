import type { Prepared } from '../../protocol/control/types.ts';
import type { PlacedProblem } from '../view/problems.ts';
import type { WrittenForm } from './read-form.ts';

/** Problems with the line of the file where each stands, or where what lies round it begins. */
export function placeProblems(
  problems: readonly Prepared['problems'][number][],
  positions: WrittenForm['positions'],
): readonly PlacedProblem[] {
  return problems.map((problem) => {
    const line = lineOf(problem.path ?? '', positions);
    return line === undefined ? problem : { ...problem, line };
  });
}

function lineOf(path: string, positions: WrittenForm['positions']): number | undefined {
  for (let place = path; place !== ''; place = place.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '')) {
    const found = positions.get(place);
    if (found !== undefined) return found.line;
  }
  return undefined;
}
