import type { CommandSpec, OptionSpec } from './command.ts';

/**
 * The arguments with what the table leaves unsaid written out, since `commander` takes the next word for the
 * value of an option whatever it is: `--wait accept` becomes `--wait=60 accept`, `--field a=1 b=2` becomes
 * `--field=a=1 --field=b=2`.
 */
export function spelledOut(argv: readonly string[], commands: readonly CommandSpec[]): readonly string[] {
  const options = new Map(
    commands.flatMap((command) => command.options ?? []).map((option) => [`--${option.name}`, option]),
  );
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  const out: string[] = [];
  for (let index = 0; index < words.length;) {
    const word = words[index] ?? '';
    const option = options.get(word);
    const values = option === undefined ? [] : valuesAfter(words.slice(index + 1), option);
    out.push(...(option === undefined ? [word] : joined(word, values, option)));
    index += 1 + values.length;
  }
  return [...out, ...argv.slice(words.length)];
}

const WHOLE_NUMBER = /^\d+$/;

/** The words that belong to an option though its name stands only before the first. */
function valuesAfter(words: readonly string[], { impliedValue, also }: OptionSpec): readonly string[] {
  const isValue = impliedValue === undefined ? also : WHOLE_NUMBER;
  if (isValue === undefined) return [];
  const end = words.findIndex((word) => !isValue.test(word));
  const values = end === -1 ? words : words.slice(0, end);
  return impliedValue === undefined ? values : values.slice(0, 1);
}

function joined(word: string, values: readonly string[], { impliedValue }: OptionSpec): readonly string[] {
  if (values.length > 0) return values.map((value) => `${word}=${value}`);
  return [impliedValue === undefined ? word : `${word}=${impliedValue}`];
}
