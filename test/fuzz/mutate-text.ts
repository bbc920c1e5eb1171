import { mutateBytes } from './mutate-bytes.ts';
import { mutateJson } from './mutate-json.ts';
import type { Mutate } from './target.ts';

/** What parsers of YAML, JSON and of command lines stumble over. */
const TOKENS = [
  ...[
    '- ',
    '- - - - - - - - - - - - - - ',
    '? ',
    ': ',
    '#',
    '\t',
    '&a ',
    '*a',
    '!!js/function ',
    '!!binary ',
    '|2\n',
    '>-\n',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '[[[[[[[[[[[[[[[',
    '"',
    "'",
    '\\',
    '---\n',
    '...\n',
    '%YAML 9.9\n',
    '<<: ',
    '\r',
    '\n\n  ',
    '\n',
    '  ',
  ],
  ...[
    '\u0000',
    '\u001b[2J',
    '\u202e',
    '\ufeff',
    '\u2028',
    '~',
    'null',
    'no',
    '0x7f',
    '1e999',
    '.inf',
    '-1',
    '__proto__: ',
    'constructor',
  ],
];

/** Puts a token somewhere, takes a line away or says it again. */
const mutateLines: Mutate = (input, random) => {
  const lines = textOf(input).split('\n');
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  const place = random.below(line.length + 1);
  const changes: (() => string[])[] = [
    () => [],
    () => [line, line],
    () => [`${line.slice(0, place)}${random.pick(TOKENS)}${line.slice(place)}`],
    () => [`${line.slice(0, place)}${random.pick(TOKENS).repeat(1 + random.below(400))}${line.slice(place)}`],
    () => [`  ${line}`],
    () => [line.trimStart()],
    () => [line, random.pick(lines)],
  ];
  return Buffer.from(lines.toSpliced(at, 1, ...random.pick(changes)()).join('\n'));
};

const mutateDocument: Mutate = (input, random) =>
  Buffer.from(JSON.stringify(mutateJson(JSON.parse(textOf(input)), random)));

export const TEXT: readonly Mutate[] = [mutateBytes, mutateLines, mutateLines, mutateLines];
export const JSON_TEXT: readonly Mutate[] = [
  mutateBytes,
  mutateLines,
  mutateDocument,
  mutateDocument,
  mutateDocument,
];

/** The text of an input: what is no UTF-8 is refused before any of our parsers sees it, or replaced. */
export function textOf(input: Uint8Array): string {
  return Buffer.from(input).toString('utf8');
}
