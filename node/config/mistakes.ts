import { CONFIG } from './schema.ts';

/** Something wrong in the configuration: where, what, and what to do. */
export interface Mistake {
  readonly line?: number | undefined;
  readonly variable?: string;
  readonly sentence: string;
}

/** What TypeBox says of a value that does not fit. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
  readonly message: string;
}

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** An unknown key is reported twice, once for the key and once for the section that it stands in. */
export function isRepeated(error: SchemaError): boolean {
  return error.keyword === 'additionalProperties' || error.keyword === 'anyOf';
}

export function describeMistake(error: SchemaError, path: readonly string[]): string {
  const name = path.join('.');
  if (error.keyword === 'boolean') return unknownKey(path);
  return `${name}: ${expected(error)}`;
}

function expected({ keyword, params, message }: SchemaError): string {
  const { allowedValues, limit, type } = params as Readonly<Record<string, unknown>>;
  switch (keyword) {
    case 'enum':
      return `write one of ${(allowedValues as readonly unknown[]).join(', ')}`;
    case 'minimum':
      return `the least is ${String(limit)}`;
    case 'maximum':
      return `the most is ${String(limit)}`;
    case 'type':
      return `write ${TYPES[String(type)] ?? String(type)}`;
    case 'pattern':
      return 'this is not formed as it should be: see the comment above it in a file that `comity init` writes';
    default:
      return message;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list, one entry to a line behind a dash',
  boolean: 'true or false',
  integer: 'a whole number',
  object: 'a section, with its keys indented under it',
  string: 'a text',
};

function unknownKey(path: readonly string[]): string {
  const key = path.at(-1) ?? '';
  const names = Object.keys(sectionAt(path.slice(0, -1)));
  const near = nearest(key, names);
  const hint = near === undefined ? `known here are ${names.join(', ')}` : `did you mean ${near}?`;
  return `${path.join('.')} is not an option: ${hint}`;
}

function sectionAt(path: readonly string[]): Readonly<Record<string, Node>> {
  let node: Node = CONFIG as Node;
  for (const key of path) node = node.properties?.[key] ?? {};
  return node.properties ?? {};
}

/** The known name that takes the fewest changes to get to, if that is fewer than half of its letters. */
function nearest(word: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, changes: distance(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.changes - b.changes);
  return best !== undefined && best.changes * 2 < best.name.length ? best.name : undefined;
}

/** Levenshtein distance, row by row. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column++) {
      const change = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
