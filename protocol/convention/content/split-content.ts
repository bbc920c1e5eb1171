import type { Fields, Value } from '../../value.ts';
import type { FieldSpec } from '../field-spec.ts';
import { given, isList, isRecord } from './form-value.ts';

/** The two halves of a content: codes for the act, wording for the body. */
export interface SplitContent {
  readonly act: Fields;
  readonly body: Fields;
}

/** The field of an act that says that a wording was given in the body (D-17). */
function markOf(name: string): string {
  return `${name}_given`;
}

/** Whether a field was given, as the act alone can tell: it stands there, or its mark does. */
export function givenInAct(act: Fields, name: string): boolean {
  const value = given(act, name);
  if (isList(value)) return value.length > 0;
  return value !== undefined || given(act, markOf(name)) === true;
}

/**
 * Splits a completed content. Every half leaves out what is empty in it; entries of a list stand in the act,
 * all of them, and in the body those that have a wording. Fields that the form does not know are left out of
 * both.
 */
export function splitContent(specs: readonly FieldSpec[], content: Fields): SplitContent {
  const act: [string, Value][] = [];
  const body: [string, Value][] = [];
  for (const spec of specs) {
    const value = given(content, spec.name);
    if (value === undefined) continue;
    const half = splitValue(spec, value);
    if (half.act !== undefined) act.push([spec.name, half.act]);
    if (half.body !== undefined) body.push([spec.name, half.body]);
    if (spec.marks === true) act.push([markOf(spec.name), true]);
  }
  return { act: Object.fromEntries(act), body: Object.fromEntries(body) };
}

interface Halves {
  readonly act?: Value;
  readonly body?: Value;
}

function splitValue(spec: FieldSpec, value: Value): Halves {
  if (spec.part !== 'both') return { [spec.part]: value };
  if (spec.fields === undefined) return { act: value, body: value };
  if (isList(value)) return splitList(spec.fields, value);
  return isRecord(value) ? leaveOutEmpty(splitContent(spec.fields, value)) : {};
}

function splitList(fields: readonly FieldSpec[], entries: readonly Value[]): Halves {
  const split = entries.filter(isRecord).map((entry) => splitContent(fields, entry));
  const worded = split
    .map((entry) => entry.body)
    .filter((entry) => Object.keys(entry).some((name) => name !== 'id'));
  return {
    act: split.map((entry) => entry.act),
    ...(worded.length === 0 ? {} : { body: worded }),
  };
}

function leaveOutEmpty({ act, body }: SplitContent): Halves {
  return {
    ...(Object.keys(act).length === 0 ? {} : { act }),
    ...(Object.keys(body).length === 0 ? {} : { body }),
  };
}

/**
 * The content that was split. For valid content `joinContent(specs, act, body)` is what `splitContent` was
 * given. A received act or body may hold what the form does not know; it is kept, so that nothing is hidden
 * from the reader. Without a body (withheld, erased) what the act says is left.
 */
export function joinContent(specs: readonly FieldSpec[], act: Fields, body: Fields = {}): Fields {
  const names = [...new Set([...specs.map((spec) => spec.name), ...Object.keys(act), ...Object.keys(body)])];
  const marks = new Set(specs.filter((spec) => spec.marks === true).map((spec) => markOf(spec.name)));
  const joined = names.flatMap((name): [string, Value][] => {
    if (marks.has(name)) return [];
    const spec = specs.find((field) => field.name === name);
    const value = joinValue(spec, given(act, name), given(body, name));
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(joined);
}

function joinValue(
  spec: FieldSpec | undefined,
  act: Value | undefined,
  body: Value | undefined,
): Value | undefined {
  if (spec?.fields === undefined || spec.part !== 'both') return either(spec?.part, act, body);
  if (act === undefined && body === undefined) return undefined;
  return spec.type === 'list'
    ? joinList(spec.fields, listOr(act), listOr(body))
    : joinContent(spec.fields, recordOr(act), recordOr(body));
}

/** What should stand in one half alone; a partner may have put it into the other. */
function either(part: FieldSpec['part'] | undefined, act: Value | undefined, body: Value | undefined) {
  return part === 'body' ? (body ?? act) : (act ?? body);
}

function listOr(value: Value | undefined): readonly Fields[] {
  return isList(value) ? value.filter(isRecord) : [];
}

function recordOr(value: Value | undefined): Fields {
  return isRecord(value) ? value : {};
}

/** By id, in the order of the act; what the body alone has comes last. */
function joinList(fields: readonly FieldSpec[], coded: readonly Fields[], worded: readonly Fields[]): Value {
  const left = new Map(worded.map((entry) => [given(entry, 'id'), entry]));
  const joined = coded.map((entry) => {
    const other = left.get(given(entry, 'id'));
    left.delete(given(entry, 'id'));
    return joinContent(fields, entry, other ?? {});
  });
  return [...joined, ...[...left.values()].map((entry) => joinContent(fields, {}, entry))];
}
