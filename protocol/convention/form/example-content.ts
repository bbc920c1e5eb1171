import type { FormContent, FormValue } from '../content/form-value.ts';
import { holds } from '../content/form-value.ts';
import type { FieldSpec, Language } from '../field-spec.ts';
import { say } from '../say.ts';
import type { Fields } from '../../value.ts';

/**
 * A content made of the examples of a form: of what is required, or of every field that is of use beside the
 * others. It passes `checkContent`.
 */
export function exampleContent(
  specs: readonly FieldSpec[],
  language: Language,
  everything = false,
): FormContent {
  const shown = specs.filter(isShown);
  const always = build(
    shown.filter((spec) => spec.required === true),
    language,
    everything,
  );
  const wanted = shown.filter((spec) => isLive(spec, always, everything));
  return build(wanted, language, everything);
}

/** Whether an officer is asked for a field at all. */
export function isShown(spec: FieldSpec): boolean {
  return spec.filledByNode !== true && spec.fixed === undefined;
}

/** Whether a form shows the field as one to fill in, beside this content. */
export function isLive(spec: FieldSpec, beside: FormContent, everything: boolean): boolean {
  const content = beside as Fields;
  const applies = holds(spec.appliesWhen ?? true, content);
  return applies && (everything || spec.prominent === true || holds(spec.required, content));
}

/** The example of one field, as it is written in a form. */
export function exampleValue(spec: FieldSpec, language: Language, everything = false): FormValue {
  if (spec.type === 'list') {
    return [
      spec.fields === undefined
        ? exampleText(spec, language)
        : exampleContent(spec.fields, language, everything),
    ];
  }
  if (spec.type === 'record') return exampleContent(spec.fields ?? [], language, everything);
  return exampleText(spec, language);
}

export function exampleText(spec: FieldSpec, language: Language): string {
  if (spec.counter !== undefined) return `${spec.counter}1`;
  if (spec.example === undefined) return '';
  if (typeof spec.example !== 'string') return say(spec.example, language);
  return spec.type === 'boolean'
    ? say(TRUTH_WORDS[spec.example === 'yes' ? 'yes' : 'no'], language)
    : spec.example;
}

const TRUTH_WORDS = { yes: { en: 'yes', fr: 'oui' }, no: { en: 'no', fr: 'non' } } as const;

function build(specs: readonly FieldSpec[], language: Language, everything: boolean): FormContent {
  return Object.fromEntries(specs.map((spec) => [spec.name, exampleValue(spec, language, everything)]));
}
