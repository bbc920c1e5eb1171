import type { Block, Step } from './block.ts';

/** A command in a next step that reads the officer's folder and does not name it yet. */
const READS_FOLDER = /\bcomity (?=[a-z])(?!(?:net|start|init|state-key)\b)/g;

/** Next steps with the officer's folder as it was named on the command line, so that they can be copied. */
export function asGiven(view: readonly Block[], officer: string | undefined): readonly Block[] {
  if (officer === undefined) return view;
  const words = `comity --officer ${quoted(officer)} `;
  const named = (step: Step): Step =>
    typeof step !== 'string' || step.includes('--officer ')
      ? step
      : step.replaceAll(READS_FOLDER, () => words);
  return view.map((block) => (block.is === 'next' ? { ...block, steps: block.steps.map(named) } : block));
}

/** A word as a shell takes it for one. */
export function quoted(word: string): string {
  return /^[\w$./:=,@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
