import type { FieldSpec } from '../../field-spec.ts';
import { choice, field, words } from './field.ts';

/** Whole or part. Left out, an act covers the whole, unless it names parts. */
export const scope = (paragraph: string): FieldSpec =>
  field('scope', 'choice', paragraph, {
    choices: [
      choice('whole', 'the whole request', 'toute la demande'),
      choice('part', 'a part of it', 'une partie'),
    ],
    en: ['Scope', 'The whole request, or the parts named. The whole, if left out.'],
    fr: ['Portée', 'Toute la demande, ou les parties nommées. Toute la demande, à défaut.'],
    example: 'part',
  });

export const parts = (paragraph: string, required: FieldSpec['required'] = false): FieldSpec =>
  field('parts', 'list', paragraph, {
    of: 'code',
    countMin: 1,
    countMax: 50,
    required,
    en: ['Parts', 'Ids of the measures or data concerned, as in the request: `m1`, `d1`.'],
    fr: ['Parties', 'Les identifiants des mesures ou données visées, comme dans la demande : `m1`, `d1`.'],
    example: 'm1',
  });

/** Both fields of an act that covers the whole or a part. */
export const wholeOrPart = (paragraph: string): readonly FieldSpec[] => [
  scope(paragraph),
  parts(paragraph, { whenField: { field: 'scope', values: ['part'] } }),
];

/** MLA-22: one line for each particular procedure that was asked for; `id` is its id in the request. */
export const proceduresAnswered: FieldSpec = field('procedures', 'list', 'MLA-22', {
  countMax: 50,
  en: ['Procedures', 'For each particular procedure that was asked for, by its id: was it followed?'],
  fr: [
    'Procédures',
    'Pour chaque procédure particulière demandée, par son identifiant : a-t-elle été suivie ?',
  ],
  fields: [
    field('id', 'code', 'MLA-22', {
      part: 'both',
      required: true,
      en: ['Procedure', 'Its id in the request.'],
      fr: ['Procédure', 'Son identifiant dans la demande.'],
      example: 'pr1',
    }),
    field('followed', 'choice', 'MLA-22', {
      required: true,
      choices: [
        choice('followed', 'followed', 'suivie'),
        choice(
          'contrary_to_law',
          'not followed: contrary to our law',
          'non suivie : contraire à notre droit',
        ),
        choice('not_possible', 'not followed: not possible', 'non suivie : impossible'),
      ],
      en: ['Followed', 'Whether it is followed, and if not, why.'],
      fr: ['Suivie', 'Si elle est suivie et, sinon, pourquoi.'],
      example: 'followed',
    }),
    field('explanation', 'text', 'MLA-22', {
      required: { whenField: { field: 'followed', values: ['contrary_to_law', 'not_possible'] } },
      marks: true,
      textMax: 4000,
      en: ['Explanation', 'The provision of your law, or why it was not possible.'],
      fr: ['Explication', 'La disposition de votre droit, ou la raison de l’impossibilité.'],
      example: words(
        'The custodian swore to them on 2 March 2027.',
        'Le dépositaire a prêté serment le 2 mars 2027.',
      ),
    }),
  ],
});

/** MLA-3: one line for each measure; `id` is its id in the request. */
export const outcomes = (required: boolean): FieldSpec =>
  field('outcomes', 'list', 'MLA-3', {
    required,
    countMin: required ? 1 : 0,
    countMax: 50,
    en: ['Outcomes', 'For each measure or entry of data, by its id: what came of it.'],
    fr: ['Suites', 'Pour chaque mesure ou donnée, par son identifiant : ce qu’il en est.'],
    fields: [
      entryOf('m1'),
      field('outcome', 'choice', 'MLA-3', {
        required: true,
        choices: [
          choice('executed', 'executed', 'exécutée'),
          choice('executed_in_part', 'executed in part', 'exécutée en partie'),
          choice('nothing_found', 'executed, nothing found', 'exécutée, sans résultat'),
          choice('not_possible', 'not possible', 'impossible'),
        ],
        en: ['Outcome', 'What came of it.'],
        fr: ['Suite', 'Ce qu’il en est.'],
        example: 'executed',
      }),
      field('note', 'text', 'MLA-3', {
        textMax: 10_000,
        en: ['Note', 'What there is to say about it; the answer to a question to an expert.'],
        fr: ['Précision', 'Ce qu’il y a à en dire ; la réponse à une question posée à un expert.'],
        example: words(
          'Both accounts were closed in April 2026.',
          'Les deux comptes ont été clos en avril 2026.',
        ),
      }),
    ],
  });

/** The id, in an answer, of what is answered. */
export function entryOf(example: string): FieldSpec {
  return field('id', 'code', '', {
    part: 'both',
    required: true,
    en: ['Id', 'The id of what this line answers.'],
    fr: ['Identifiant', 'L’identifiant de ce à quoi cette ligne répond.'],
    example,
  });
}

/** A plain text that may go with an act. */
export const note = (paragraph: string, en: string, fr: string): FieldSpec =>
  field('note', 'text', paragraph, {
    textMax: 10_000,
    en: ['Note', en],
    fr: ['Note', fr],
    example: words('Thank you for your help.', 'Merci de votre concours.'),
  });
