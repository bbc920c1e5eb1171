import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
} from 'yaml';
import { ComityError } from '../../errors.ts';
import { COUNTS, SIZES } from '../../limits.ts';
import type { FormContent, FormValue } from '../content/form-value.ts';
import type { Language } from '../field-spec.ts';
import { say } from '../say.ts';
import { FORM_SENTENCES } from '../sentences/form-sentences.ts';
import { fill } from '../sentences/sentence.ts';
import { slipIn, tokensIn } from './yaml-slip.ts';

export interface FormLimits {
  readonly bytesMax: number;
  /** Lists and groups of fields inside each other. */
  readonly depthMax: number;
  readonly valuesMax: number;
}

/** A body takes 256 KiB; the rest is comments, and room for a second language. */
export const FORM_LIMITS: FormLimits = {
  bytesMax: 4 * SIZES.bodyBytesMax,
  depthMax: 12,
  valuesMax: COUNTS.values,
};

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A form as it was read: every value as a text, for `completeContent` to understand. */
export interface Form {
  readonly content: FormContent;
  /** Where each field stands, by its path (`measures[0].code`). */
  readonly positions: ReadonlyMap<string, Position>;
}

interface Reader {
  readonly limits: FormLimits;
  readonly language: Language;
  readonly lines: LineCounter;
  readonly positions: Map<string, Position>;
  /** Values read so far. */
  values: number;
}

/**
 * Reads a form written in YAML (JSON is YAML). Only what forms need is understood: no anchors, references,
 * tags or second documents, no field twice. What is too large is refused before it is looked at.
 * @throws ComityError with a code of `FORM_SENTENCES`; `details` have `line` and `column`.
 */
export function parseForm(text: string, language: Language = 'en', limits: FormLimits = FORM_LIMITS): Form {
  const reader: Reader = { limits, language, lines: new LineCounter(), positions: new Map(), values: 0 };
  if (text.length > limits.bytesMax || Buffer.byteLength(text, 'utf8') > limits.bytesMax) {
    throw refuse(reader, 'form-too-large', { max: limits.bytesMax });
  }
  assertFlat(text, reader);
  const document = onlyDocument(text, reader);
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === '')) throw refuse(reader, 'form-empty', {});
  if (!isMap(root)) throw refuseAt(reader, 'form-not-a-list-of-fields', root);
  return { content: readValue(root, '', 1, reader) as FormContent, positions: reader.positions };
}

/** Stops at the first line that nests too deep, before a reader recurses into it. */
function assertFlat(text: string, reader: Reader): void {
  const depth = { brackets: 0, dashes: 0 };
  for (const { token, offset } of tokensIn(text)) {
    if (token.includes('\n')) depth.dashes = 0;
    depth.brackets += BRACKETS.get(token) ?? 0;
    depth.dashes += DASHES.has(token) ? 1 : 0;
    if (Math.max(depth.brackets, depth.dashes) <= reader.limits.depthMax) continue;
    const before = text.slice(0, offset + token.length);
    const column = before.length - before.lastIndexOf('\n');
    throw refuse(reader, 'form-too-deep', { line: before.split('\n').length, column });
  }
}

const BRACKETS: ReadonlyMap<string, number> = new Map([
  ['[', 1],
  ['{', 1],
  [']', -1],
  ['}', -1],
]);
const DASHES: ReadonlySet<string> = new Set(['-', '?']);

function onlyDocument(text: string, reader: Reader): Document.Parsed {
  const documents = parseAllDocuments(text, {
    // Every value stays the text that was written: 0042 keeps its noughts, and `no` may be the name of a
    // language.
    schema: 'failsafe',
    version: '1.2',
    // Looking for a field twice is done below, in linear time.
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: reader.lines,
  });
  const [document, second] = documents;
  if (document === undefined) throw refuse(reader, 'form-empty', {});
  const error = document.errors[0];
  if (error !== undefined) {
    const { code, offset, values } = slipIn(text, error);
    throw refuse(reader, code, { ...position(reader, offset), ...values });
  }
  if (second !== undefined) throw refuse(reader, 'form-several-documents', {});
  return document;
}

type FormCode = keyof typeof FORM_SENTENCES;

function readValue(node: unknown, path: string, depth: number, reader: Reader): FormValue {
  if (node === null) return null;
  const place = node as Node;
  assertPlain(place, depth, reader);
  if (isScalar(node)) return String(node.value);
  if (isSeq(node))
    return node.items.map((item, index) => readEntry(item, `${path}[${index}]`, depth, reader));
  if (!isMap(node)) throw refuseAt(reader, 'form-unreadable', place);
  return readFields(node.items, path, depth, reader);
}

function assertPlain(node: Node, depth: number, reader: Reader): void {
  if (depth > reader.limits.depthMax) throw refuseAt(reader, 'form-too-deep', node);
  if (isAlias(node) || node.anchor !== undefined) throw refuseAt(reader, 'form-reference', node);
  if (node.tag !== undefined) throw refuseAt(reader, 'form-tag', node);
  reader.values += 1;
  if (reader.values > reader.limits.valuesMax) {
    throw refuseAt(reader, 'form-too-long', node, { max: reader.limits.valuesMax });
  }
}

function readEntry(item: unknown, path: string, depth: number, reader: Reader): FormValue {
  remember(item, path, reader);
  return readValue(item, path, depth + 1, reader);
}

function readFields(
  pairs: readonly { key: unknown; value: unknown }[],
  path: string,
  depth: number,
  reader: Reader,
) {
  const seen = new Map<string, FormValue>();
  for (const { key, value } of pairs) {
    if (!isScalar(key) || typeof key.value !== 'string' || key.value === '') {
      throw refuseAt(reader, 'form-bad-name', key as Node);
    }
    const name = key.value;
    if (seen.has(name)) throw refuseAt(reader, 'form-twice', key, { name: name.slice(0, 64) });
    const inner = path === '' ? name : `${path}.${name}`;
    remember(key, inner, reader);
    seen.set(name, readValue(value, inner, depth + 1, reader));
  }
  return Object.fromEntries(seen);
}

function remember(node: unknown, path: string, reader: Reader): void {
  const offset = (node as Node | null)?.range?.[0];
  if (offset !== undefined) reader.positions.set(path, position(reader, offset));
}

function position(reader: Reader, offset: number): { line: number; column: number } {
  const { line, col } = reader.lines.linePos(offset);
  return { line, column: col };
}

function refuseAt(
  reader: Reader,
  code: FormCode,
  node: Node | null,
  values: Record<string, string | number> = {},
): ComityError {
  return refuse(reader, code, { ...position(reader, node?.range?.[0] ?? 0), ...values });
}

function refuse(
  reader: Reader,
  code: FormCode,
  details: Record<string, string | number>,
): ComityError<FormCode> {
  return new ComityError(code, fill(say(FORM_SENTENCES[code].text, reader.language), details), { details });
}
