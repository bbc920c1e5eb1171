import fc from 'fast-check';
import type { FieldSpec, FieldType } from '../../protocol/convention/field-spec.ts';
import { completeContent } from '../../protocol/convention/content/complete-content.ts';
import type { FormContent, FormValue } from '../../protocol/convention/content/form-value.ts';
import { holds, isList } from '../../protocol/convention/content/form-value.ts';
import { exampleValue } from '../../protocol/convention/form/example-content.ts';
import type { Fields } from '../../protocol/value.ts';

/** Contents that a form allows, of every shape that its field data allow, completed. */
export function contentArbitrary(specs: readonly FieldSpec[]): fc.Arbitrary<Fields> {
  return recordOf(specs).map((content) => completeContent(specs, mend(specs, content, content)));
}

function recordOf(specs: readonly FieldSpec[]): fc.Arbitrary<FormContent> {
  const fields = Object.fromEntries(specs.map((spec) => [spec.name, valueOf(spec)]));
  const requiredKeys = specs.filter(({ required }) => required === true).map(({ name }) => name);
  return fc.record(fields, { requiredKeys });
}

function valueOf(spec: FieldSpec): fc.Arbitrary<FormValue> {
  if (spec.type === 'record') return recordOf(spec.fields ?? []);
  if (spec.type !== 'list') return scalarOf(spec, spec.type);
  const minLength = spec.countMin ?? 0;
  const bounds = { minLength, maxLength: Math.max(3, minLength) };
  if (spec.fields !== undefined) return fc.uniqueArray(recordOf(spec.fields), { ...bounds, selector: idOf });
  const entry = scalarOf(spec, spec.of ?? 'text');
  return spec.of === 'text' ? fc.array(entry, bounds) : fc.uniqueArray(entry, bounds);
}

function scalarOf(spec: FieldSpec, type: FieldType): fc.Arbitrary<FormValue> {
  const make = SCALARS[type];
  if (make !== undefined) return make(spec);
  return spec.format === undefined ? code() : fc.constantFrom(FORMATTED[spec.format]);
}

const SCALARS: Readonly<Partial<Record<FieldType, (spec: FieldSpec) => fc.Arbitrary<FormValue>>>> = {
  text: (spec) => textOf(spec),
  choice: ({ choices = [] }) => fc.constantFrom(...choices.map((choice) => choice.code)),
  date: () => day(),
  time: () => day().map((date) => `${date}T12:30Z`),
  boolean: () => fc.boolean(),
  integer: ({ integerMin = 0, integerMax = 1e9 }) =>
    fc.integer({ min: integerMin, max: Math.min(integerMax, 0x7fffffff) }),
  digest: () => fc.stringMatching(/^[0-9a-f]{64}$/),
};

const FORMATTED = {
  language: 'fr',
  party: 'GD',
  case_id: '00112233445566778899aabbccddeeff',
  paragraph: 'MLA-20f',
  currency: 'XCD',
  media_type: 'application/pdf',
} as const;

function textOf(spec: FieldSpec): fc.Arbitrary<string> {
  const max = Math.min(spec.textMax ?? 200, 200);
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .map((value) => value.replaceAll(/\p{Cc}/gu, '·').slice(0, max))
    .filter((value) => value.trim() !== '' && value.isWellFormed())
    .map((value) => value.trimEnd());
  return spec.unknownAllowed === true ? fc.oneof(text, fc.constant('unknown')) : text;
}

const day = (): fc.Arbitrary<string> =>
  fc
    .record({
      year: fc.integer({ min: 1900, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      date: fc.integer({ min: 1, max: 28 }),
    })
    .map(
      ({ year, month, date }) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
    );

const code = (): fc.Arbitrary<string> => fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,20}$/);

/** Makes true what neighbours ask of each other: conditions, references, the order of dates. */
function mend(specs: readonly FieldSpec[], record: FormContent, form: FormContent): FormContent {
  let mended = record;
  for (const spec of specs) mended = mendField(spec, mended, form);
  return mended;
}

function mendField(spec: FieldSpec, record: FormContent, form: FormContent): FormContent {
  const value = record[spec.name];
  if (value === undefined) return mendMissing(spec, record);
  if (!holds(spec.appliesWhen ?? true, record as Fields)) return without(record, spec.name);
  if (spec.refersTo !== undefined) return refer(spec, record, idsOf(form[spec.refersTo]));
  if (spec.notBefore !== undefined) return mendOrder(spec, record, record[spec.notBefore]);
  return spec.fields === undefined
    ? record
    : { ...record, [spec.name]: mendInside(spec.fields, value, form) };
}

function mendMissing(spec: FieldSpec, record: FormContent): FormContent {
  const owed = spec.refersTo === undefined && holds(spec.required, record as Fields);
  return owed ? { ...record, [spec.name]: exampleValue(spec, 'en') } : record;
}

function mendOrder(spec: FieldSpec, record: FormContent, start: FormValue | undefined): FormContent {
  const end = record[spec.name];
  const early = typeof start === 'string' && typeof end === 'string' && end < start;
  return early ? { ...record, [spec.name]: start } : record;
}

function mendInside(fields: readonly FieldSpec[], value: FormValue, form: FormContent): FormValue {
  if (isList(value)) return (value as readonly FormContent[]).map((entry) => mend(fields, entry, form));
  return mend(fields, value as FormContent, form);
}

function refer(spec: FieldSpec, record: FormContent, ids: readonly string[]): FormContent {
  if (ids.length === 0) return without(record, spec.name);
  return { ...record, [spec.name]: spec.type === 'list' ? [...ids] : (ids[0] ?? '') };
}

function idsOf(list: FormValue | undefined): readonly string[] {
  return Array.isArray(list) ? (list as readonly FormContent[]).map(idOf) : [];
}

function idOf(entry: FormContent): string {
  const id = entry['id'];
  return typeof id === 'string' ? id : '';
}

function without(record: FormContent, name: string): FormContent {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== name));
}
