import type { Choice, FieldSpec, FieldType, Text } from '../../field-spec.ts';

/** Label, then help. */
type Wording = readonly [label: string, help: string];

type FieldRest = Partial<Omit<FieldSpec, 'name' | 'type' | 'paragraph' | 'label' | 'help'>> & {
  readonly en: Wording;
  readonly fr: Wording;
};

/** Wording goes to the body and codes to the act, unless the data say otherwise. */
const usualPart = (type: FieldType, rest: FieldRest): FieldSpec['part'] => {
  if (type === 'record' || rest.fields !== undefined) return 'both';
  return type === 'text' || rest.of === 'text' ? 'body' : 'act';
};

/** A field, optional and in its usual part unless `rest` says otherwise. */
export const field = (name: string, type: FieldType, paragraph: string, rest: FieldRest): FieldSpec => {
  const { en, fr, ...more } = rest;
  return {
    name,
    type,
    paragraph,
    part: usualPart(type, rest),
    required: false,
    label: { en: en[0], fr: fr[0] },
    help: { en: en[1], fr: fr[1] },
    ...more,
  };
};

/** The id that stands in both halves of an entry; entries without one are numbered. */
export const entryId = (counter: string): FieldSpec =>
  field('id', 'code', '', {
    part: 'both',
    required: true,
    counter,
    en: ['Id', 'A short name by which later messages refer to this entry; numbered by the node if left out.'],
    fr: [
      'Identifiant',
      'Un nom court par lequel la suite de l’échange désigne cette entrée ; numéroté d’office.',
    ],
  });

export const choice = (code: string, en: string, fr: string, rest: Partial<Choice> = {}): Choice => ({
  code,
  label: { en, fr },
  ...rest,
});

export const words = (en: string, fr: string): Text => ({ en, fr });
