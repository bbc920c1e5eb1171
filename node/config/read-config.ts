import { Value } from 'typebox/value';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
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
  const mistakes: Mistake[] = document.errors.map((error) => ({
    line: error.linePos?.[0].line,
    sentence: `this is not YAML: ${error.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? ''}`,
  }));
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

function invalid(file: string, mistakes: readonly Mistake[]): ComityError {
  const listed = mistakes.map(({ line, variable, sentence }) => {
    const place = variable ?? (line === undefined ? file : `${file}:${line}`);
    return `${place}: ${sentence}`;
  });
  const count = listed.length === 1 ? 'a mistake' : `${listed.length} mistakes`;
  return new ComityError('config-invalid', `The configuration has ${count} — ${listed.join('; ')}.`, {
    details: { file, mistakes: listed },
  });
}
