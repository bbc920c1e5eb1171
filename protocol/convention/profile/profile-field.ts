import type { Choice, FieldSpec } from '../field-spec.ts';

/** One thing that a State says of itself (register, section 4), under its dotted name below `profile.`. */
export interface ProfileField {
  readonly spec: FieldSpec;
  /** May be wrapped with the State's words, the moment and the depositary's notice of it. */
  readonly declared: boolean;
}

type Wording = readonly [en: string, fr: string];
type Shape = Partial<FieldSpec> & Pick<FieldSpec, 'type'>;

/** A profile field: its source in the text, its label, its shape. */
export const says = (name: string, paragraph: string, [en, fr]: Wording, shape: Shape): ProfileField => ({
  declared: false,
  spec: {
    name,
    part: 'body',
    required: false,
    paragraph,
    label: { en, fr },
    help: { en: '', fr: '' },
    ...shape,
  },
});

/** The same, as a declaration that goes to the depositary. */
export const declares = (name: string, paragraph: string, wording: Wording, shape: Shape): ProfileField => ({
  ...says(name, paragraph, wording, shape),
  declared: true,
});

export const oneOf = (...choices: readonly (readonly [code: string, en: string, fr: string])[]): Shape => ({
  type: 'choice',
  choices: choices.map(([code, en, fr]): Choice => ({ code, label: { en, fr } })),
});

export const listOf = (...fields: readonly ProfileField[]): Shape => ({
  type: 'list',
  countMax: 250,
  fields: fields.map(({ spec }) => spec),
});

export const codes = (shape: Partial<FieldSpec> = {}): Shape => ({
  type: 'list',
  of: 'code',
  countMax: 250,
  ...shape,
});

export const YES_NO_CASE = oneOf(
  ['yes', 'yes', 'oui'],
  ['no', 'no', 'non'],
  ['case_by_case', 'case by case', 'au cas par cas'],
);
export const ORAL = oneOf(
  ['yes', 'yes', 'oui'],
  ['urgent_only', 'in urgency only', 'en cas d’urgence seulement'],
  ['no', 'no', 'non'],
);
