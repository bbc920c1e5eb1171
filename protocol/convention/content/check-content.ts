import type { Fields, Value } from '../../value.ts';
import type { FieldSpec } from '../field-spec.ts';
import { type Finding, type Problem, problem } from '../problem.ts';
import type { SentenceCode } from '../sentences/sentences.ts';
import { checkRules } from './check-rules.ts';
import { flawOf, shown, wrongType } from './check-value.ts';
import { completeContent } from './complete-content.ts';
import { exampleLeft } from './example-left.ts';
import { type FormContent, given, holds, isList, isRecord } from './form-value.ts';
import { nearest } from './nearest.ts';
import { at, type CheckContext, entryFinding, finding, join, type Place } from './place.ts';

export type { CheckContext } from './place.ts';

/**
 * Everything that is wrong with the content of a form, at once, in the order of the form. The content is
 * completed first, so that it may come as an officer wrote it. Nothing here looks at the case or at the
 * partner.
 */
export function checkContent(
  specs: readonly FieldSpec[],
  content: FormContent | Fields,
  context: CheckContext = {},
): readonly Problem[] {
  const form = completeContent(specs, content, context.taken);
  const language = context.language ?? 'en';
  const findings = checkRecord(specs, { form, record: form, path: '', context });
  return [...findings, ...exampleLeft(specs, form)].map((finding) => problem(finding, language));
}

function checkRecord(specs: readonly FieldSpec[], place: Place): readonly Finding[] {
  const names = specs.filter((spec) => spec.filledByNode !== true).map((spec) => spec.name);
  const known = new Set(specs.map((spec) => spec.name));
  const strangers = Object.keys(place.record).filter((name) => !known.has(name));
  return [
    ...strangers.slice(0, STRANGERS_NAMED).map((name) => stranger(name, names, place)),
    ...specs.flatMap((spec) => checkField(spec, place)),
  ];
}

/** Whoever has more than these has taken another file for the form. */
const STRANGERS_NAMED = 20;

function stranger(name: string, names: readonly string[], place: Place): Finding {
  const near = nearest(name, names);
  const rest = { path: join(place.path, name), paragraph: '', level: 'BLOCK' } as const;
  return near === undefined
    ? { ...rest, code: 'unknown-field', details: { name: shown(name), names: names.join(', ') } }
    : { ...rest, code: 'unknown-field-near', details: { name: shown(name), near } };
}

function checkField(spec: FieldSpec, place: Place): readonly Finding[] {
  const value = given(place.record, spec.name);
  if (value === undefined) return holds(spec.required, place.record) ? [missing(spec, place)] : [];
  if (!holds(spec.appliesWhen ?? true, place.record))
    return [finding(spec, place, { code: 'not-applicable' }, 'WARN')];
  return [...checkGiven(spec, value, place), ...checkRules(spec, value, place)];
}

function checkGiven(spec: FieldSpec, value: Value, place: Place): readonly Finding[] {
  if (spec.type === 'list')
    return isList(value) ? checkList(spec, value, place) : [finding(spec, place, wrongType('list'))];
  if (spec.type === 'record') {
    if (!isRecord(value)) return [finding(spec, place, wrongType('record'))];
    return checkRecord(spec.fields ?? [], { ...place, record: value, path: join(place.path, spec.name) });
  }
  const flaw = flawOf(spec, spec.type, value);
  return flaw === undefined ? noticesOf(spec, [value], place) : [finding(spec, place, flaw)];
}

function checkList(spec: FieldSpec, list: readonly Value[], place: Place): readonly Finding[] {
  const min = spec.countMin ?? 0;
  const max = spec.countMax ?? 100;
  if (list.length > max)
    return [finding(spec, place, { code: 'too-many', details: { count: list.length, max } })];
  const few = list.length < min ? [finding(spec, place, { code: 'too-few', details: { min } })] : [];
  const entries = list.flatMap((entry, index) =>
    checkEntry(spec, entry, { ...place, path: at(place, spec, index) }),
  );
  return [...few, ...twice(spec, list, place), ...entries];
}

function checkEntry(spec: FieldSpec, entry: Value, place: Place): readonly Finding[] {
  if (spec.fields !== undefined) {
    if (!isRecord(entry)) return [entryFinding(spec, place, wrongType('record'))];
    return checkRecord(spec.fields, { ...place, record: entry });
  }
  const flaw = flawOf(spec, spec.of ?? 'text', entry);
  return flaw === undefined ? [] : [entryFinding(spec, place, flaw)];
}

/** Ids name one entry each; a code in a list means nothing the second time. */
function twice(spec: FieldSpec, list: readonly Value[], place: Place): readonly Finding[] {
  const keys =
    spec.fields === undefined
      ? list
      : list.map((entry) => (isRecord(entry) ? given(entry, 'id') : undefined));
  if (spec.of === 'text') return [];
  const texts = keys.filter((key) => typeof key === 'string');
  const again = texts.filter((key, index) => texts.indexOf(key) < index);
  return [...new Set(again)].map((value) =>
    finding(spec, place, { code: 'said-twice', details: { value: shown(value) } }),
  );
}

/** What is to be known about a choice that was made. */
function noticesOf(spec: FieldSpec, values: readonly Value[], place: Place): readonly Finding[] {
  const chosen = (spec.choices ?? []).filter(
    (choice) => values.includes(choice.code) && choice.notice !== undefined,
  );
  return chosen.map((choice) => ({
    ...finding(spec, place, { code: choice.notice as SentenceCode }, 'WARN'),
    paragraph: choice.paragraph ?? spec.paragraph,
  }));
}

function missing(spec: FieldSpec, place: Place): Finding {
  const code = (spec.missingSentence ?? 'missing') as SentenceCode;
  return finding(spec, place, { code }, spec.missingLevel ?? 'BLOCK');
}
