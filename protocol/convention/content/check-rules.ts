import type { Value } from '../../value.ts';
import type { ContentRule, FieldSpec } from '../field-spec.ts';
import type { Finding } from '../problem.ts';
import { shown } from './check-value.ts';
import { given, isList, isRecord, textOf } from './form-value.ts';
import { finding, type Place } from './place.ts';

/** What the data ask of a field beyond its own shape. */
export function checkRules(spec: FieldSpec, value: Value, place: Place): readonly Finding[] {
  const rules = (spec.rules ?? []).flatMap((rule) => RULES[rule](spec, value, place));
  return [...checkReference(spec, value, place), ...checkOrder(spec, value, place), ...rules];
}

type Rule = (spec: FieldSpec, value: Value, place: Place) => readonly Finding[];

const RULES: Readonly<Record<ContentRule, Rule>> = {
  /** MLA-1: help is owed for offences of the convention; for others there may be another basis. */
  some_in_catalogue: (spec, value, place) => {
    const catalogue = place.context.catalogue;
    if (catalogue === undefined || !isList(value) || value.length === 0) return [];
    const codes = new Set<string>(catalogue.offences.map((offence) => offence.code));
    const covered = value.some((entry) => isRecord(entry) && codes.has(textOf(entry, 'catalogue_code')));
    const details = { codes: [...codes].join(', ') };
    return covered ? [] : [finding(spec, place, { code: 'outside-catalogue', details }, 'ACK')];
  },

  /** MLA-20a: the authority is one that the State's own profile has. */
  own_authority: (spec, value, place) => {
    const authorities = place.context.authorities;
    if (authorities === undefined || typeof value !== 'string') return [];
    const wanted = value.toLowerCase();
    const known = authorities.some(
      ({ id, name }) => wanted === id.toLowerCase() || wanted === name.toLowerCase(),
    );
    if (known) return [];
    const names = authorities.map((authority) => authority.name).join(', ');
    return [finding(spec, place, { code: 'not-own-authority', details: { value: shown(value), names } })];
  },
};

function checkReference(spec: FieldSpec, value: Value, place: Place): readonly Finding[] {
  if (spec.refersTo === undefined) return [];
  const list = given(place.form, spec.refersTo);
  const entries = isList(list) ? list.filter(isRecord) : [];
  const ids = entries.map((entry) => given(entry, 'id')).filter((id) => typeof id === 'string');
  const wanted = isList(value) ? value : [value];
  return wanted
    .filter((id) => typeof id === 'string' && !ids.includes(id))
    .map((id) =>
      finding(spec, place, {
        code: 'unknown-reference',
        details: { value: shown(id), list: spec.refersTo ?? '', ids: ids.join(', ') || '–' },
      }),
    );
}

/** ISO dates sort as texts. */
function checkOrder(spec: FieldSpec, value: Value, place: Place): readonly Finding[] {
  const start = spec.notBefore === undefined ? undefined : given(place.record, spec.notBefore);
  if (typeof start !== 'string' || typeof value !== 'string' || value >= start) return [];
  return [finding(spec, place, { code: 'before-start', details: { other: spec.notBefore ?? '' } })];
}
