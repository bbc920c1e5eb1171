import type { Fields, Value } from '../../value.ts';
import type { FieldSpec } from '../field-spec.ts';
import { type FormContent, type FormValue, given, holds, isList, isRecord } from './form-value.ts';

/** Ids that the case has used already, so that a new one means one thing in the whole case. */
export type TakenIds = ReadonlySet<string>;

/**
 * What an officer wrote, as the form means it: texts become numbers and truths where the field is one, what
 * is empty is dropped, entries without an id are numbered, fixed values filled in. What cannot be read stays
 * as it is, for `checkContent` to name. Done twice it changes nothing.
 */
export function completeContent(
  specs: readonly FieldSpec[],
  content: FormContent | Fields,
  taken: TakenIds = new Set(),
): Fields {
  return completeRecord(specs, content as FormContent, taken) ?? {};
}

/** Every id that stands in an entry of these contents. */
export function idsTaken(contents: readonly Fields[]): TakenIds {
  const lists = contents.flatMap((content) => Object.values(content)).filter(isList);
  return new Set(lists.flatMap(idsOf));
}

function idsOf(list: readonly Value[]): readonly string[] {
  const ids = list.filter(isRecord).map((entry) => given(entry, 'id'));
  return ids.filter((id) => typeof id === 'string');
}

function completeRecord(
  specs: readonly FieldSpec[],
  record: FormContent,
  taken: TakenIds,
): Fields | undefined {
  const entries = Object.entries(record).flatMap(([name, value]): [string, Value][] => {
    const spec = specs.find((field) => field.name === name);
    const complete = completeValue(spec, value, taken);
    return complete === undefined ? [] : [[name, complete]];
  });
  if (entries.length === 0) return undefined;
  const content: Fields = Object.fromEntries(entries);
  const fixed = specs.flatMap((spec): [string, Value][] =>
    spec.fixed !== undefined && holds(spec.appliesWhen ?? true, content) ? [[spec.name, spec.fixed]] : [],
  );
  return { ...content, ...Object.fromEntries(fixed) };
}

function completeValue(spec: FieldSpec | undefined, value: FormValue, taken: TakenIds): Value | undefined {
  if (value === null || value === '') return undefined;
  if (spec === undefined) return value as Value;
  if (spec.type === 'list') return completeList(spec, value, taken);
  if (spec.type === 'record') {
    return isRecord(value)
      ? completeRecord(spec.fields ?? [], value as FormContent, taken)
      : (value as Value);
  }
  return spec.unknownAllowed === true && saysUnknown(value) ? 'unknown' : scalar(spec.type, value);
}

function saysUnknown(value: FormValue): boolean {
  return typeof value === 'string' && ['unknown', 'inconnu'].includes(value.trim().toLowerCase());
}

/**
 * A list may be written as its only entry; one of codes also with commas. Entries that are all empty are
 * dropped.
 */
function completeList(spec: FieldSpec, value: FormValue, taken: TakenIds): Value | undefined {
  const entries = isList(value) ? (value as readonly FormValue[]) : alone(spec, value);
  const complete = entries
    .map((entry) => completeEntry(spec, entry, taken))
    .filter((entry) => entry !== undefined);
  if (complete.length === 0 && entries.length > 0) return undefined;
  return numbered(spec, complete, taken);
}

function alone(spec: FieldSpec, value: FormValue): readonly FormValue[] {
  const split = spec.fields === undefined && spec.of !== 'text' && typeof value === 'string';
  return split ? value.split(',') : [value];
}

function completeEntry(spec: FieldSpec, entry: FormValue, taken: TakenIds): Value | undefined {
  if (entry === null || entry === '') return undefined;
  if (spec.fields === undefined) return scalar(spec.of ?? 'text', entry);
  if (!isRecord(entry)) return entry as Value;
  const complete = completeRecord(spec.fields, entry as FormContent, taken);
  return complete === undefined || saysNothing(complete) ? undefined : complete;
}

/** An entry of a form that was printed and not filled in: nothing but the id that was printed with it. */
function saysNothing(entry: Fields): boolean {
  return Object.keys(entry).every((name) => name === 'id');
}

function numbered(spec: FieldSpec, entries: readonly Value[], taken: TakenIds): readonly Value[] {
  const counter = spec.fields?.find((field) => field.name === 'id')?.counter;
  if (counter === undefined) return entries;
  const used = new Set(taken);
  for (const id of idsOf(entries)) used.add(id);
  let next = 1;
  return entries.map((entry) => {
    if (!isRecord(entry) || given(entry, 'id') !== undefined) return entry;
    while (used.has(`${counter}${next}`)) next += 1;
    used.add(`${counter}${next}`);
    return { ...entry, id: `${counter}${next}` };
  });
}

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['oui', true],
  ['no', false],
  ['false', false],
  ['non', false],
]);

function scalar(type: FieldSpec['type'], value: FormValue): Value | undefined {
  if (typeof value === 'object') return value as Value;
  if (type === 'boolean') return truth(value);
  if (type === 'integer')
    return typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : value;
  const text = type === 'text' ? String(value).trimEnd() : String(value).trim();
  return text === '' ? undefined : text;
}

function truth(value: string | number | boolean): Value {
  return typeof value === 'string' ? (TRUTHS.get(value.trim().toLowerCase()) ?? value) : value;
}
