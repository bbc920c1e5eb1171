import { Value } from 'typebox/value';
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { ComityError } from '../../protocol/errors.ts';
import { CONFIG, type Config } from './schema.ts';
import { overridesFrom } from './overrides.ts';
import { describeMistake, isRepeated, type Mistake } from './mistakes.ts';

export interface ConfigSource {
  /** Named in messages. */
  readonly file: string;
  readonly text: string;
  /** Variables that go before the file: `COMITY_LISTEN` and so on. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * The configuration in a file, with the environment before it and defaults behind it. All mistakes are found
 * at once.
 * @throws ComityError `config-invalid`: each mistake with its line, what is wrong and what to do, in
 * `details`.
 */
export function readConfig(source: ConfigSource): Config {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines });
  const mistakes = unreadable(document, lines);
  if (mistakes.length > 0) throw invalid(source.file, mistakes);

  const given = (document.toJS() ?? {}) as Record<string, unknown>;
  const overrides = overridesFrom(source.env ?? {});
  const config = Value.Default(CONFIG, merged(given, overrides.values));
  for (const error of Value.Errors(CONFIG, config)) {
    if (isRepeated(error)) continue;
    const path = error.instancePath.split('/').slice(1);
    const variable =
      overrides.variables.get(path.slice(0, 2).join('.')) ?? overrides.variables.get(path[0] ?? '');
    mistakes.push({
      ...(variable === undefined ? { line: lineOf(document, lines, path) } : { variable }),
      sentence: describeMistake(error, path),
    });
  }
  if (mistakes.length > 0) throw invalid(source.file, mistakes);
  return config as Config;
}

/** What is no YAML, or more of it than a list of options needs. */
function unreadable({ errors, contents }: Document.Parsed, lines: LineCounter): Mistake[] {
  const mistakes: Mistake[] = errors.map((error) => ({
    line: error.linePos?.[0].line,
    sentence: `this is not YAML: ${error.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? ''}`,
  }));
  if (mistakes.length > 0 || contents === null || (isScalar(contents) && contents.value === null))
    return mistakes;
  if (!isMap(contents)) return [{ sentence: 'write options as `name: value`, one to a line' }];
  const at = (node: Node, sentence: string): void => {
    mistakes.push({ line: node.range ? lines.linePos(node.range[0]).line : undefined, sentence });
  };
  visit(contents, {
    Alias: (_, node) => {
      at(node, 'references to other lines are not understood here: write the value itself');
    },
    Pair: (_, { key }) => {
      if (isNode(key) && !isScalar(key)) at(key, 'the name of an option is one word');
    },
  });
  return mistakes;
}

function merged(below: Record<string, unknown>, above: Record<string, unknown>): Record<string, unknown> {
  const both = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = both[key];
    both[key] = isPlain(value) && isPlain(under) ? merged(under, value) : value;
  }
  return both;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The line of what a path names, or of the nearest thing round it that stands in the file. */
function lineOf(document: Document, lines: LineCounter, path: readonly string[]): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length).map(indexOrName), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

function indexOrName(key: string): string | number {
  return /^\d+$/.test(key) ? Number(key) : key;
}

/** Whoever has more than these has taken another file for the configuration. */
const MISTAKES_LISTED = 20;

function invalid(file: string, mistakes: readonly Mistake[]): ComityError {
  const listed = mistakes.slice(0, MISTAKES_LISTED).map(({ line, variable, sentence }) => {
    const place = variable ?? (line === undefined ? file : `${file}:${line}`);
    return `${place}: ${sentence}`;
  });
  const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
  const more = mistakes.length > listed.length ? '; …' : '';
  return new ComityError('config-invalid', `The configuration has ${count} — ${listed.join('; ')}${more}.`, {
    details: { file, mistakes: listed },
  });
}
