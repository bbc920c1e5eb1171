import type { Choice, FieldSpec } from '../../field-spec.ts';
import { choice, entryId, field, words } from './field.ts';

/** The part of a restriction that a machine can hold an officer to. */
const machinePart = (paragraph: string): readonly FieldSpec[] => [
  field('until', 'date', paragraph, {
    en: ['Until', 'The day on which it ends by itself, if it does.'],
    fr: ['Jusqu’au', 'Le jour où elle prend fin d’elle-même, s’il y en a un.'],
    example: '2027-06-30',
  }),
  field('permitted_purposes', 'list', paragraph, {
    of: 'code',
    countMax: 20,
    en: [
      'Permitted purposes',
      'Ids of proceedings (`p1`), or investigation, prosecution, judicial_proceeding.',
    ],
    fr: [
      'Fins permises',
      'Identifiants de procédures (`p1`), ou investigation, prosecution, judicial_proceeding.',
    ],
    example: 'investigation',
  }),
  field('permitted_authorities', 'list', paragraph, {
    of: 'code',
    countMax: 20,
    en: [
      'Permitted authorities',
      'Desks or kinds of authority that may have it: CA, LEA, JUD or a desk’s id.',
    ],
    fr: [
      'Autorités admises',
      'Services ou types d’autorité admis : CA, LEA, JUD ou l’identifiant d’un service.',
    ],
    example: 'LEA',
  }),
  field('onward', 'choice', paragraph, {
    choices: [
      choice('never', 'never', 'jamais'),
      choice('with_consent', 'only with consent', 'avec consentement seulement'),
      choice('free', 'freely', 'librement'),
    ],
    en: ['Passing on', 'Whether it may be passed on to anyone else.'],
    fr: ['Retransmission', 'Si elle peut être retransmise à quelqu’un d’autre.'],
    example: 'with_consent',
  }),
  field('publication', 'boolean', paragraph, {
    en: ['Publication', 'Whether it may be published.'],
    fr: ['Publication', 'Si elle peut être publiée.'],
    example: 'no',
  }),
];

const wording = (paragraph: string): FieldSpec =>
  field('text', 'text', paragraph, {
    required: true,
    marks: true,
    textMax: 4000,
    en: ['Wording', 'The restriction in your own words.'],
    fr: ['Libellé', 'La restriction, dans vos propres termes.'],
    example: words(
      'For the investigation of this offence only; not before a court without our consent.',
      'Pour l’enquête sur cette infraction seulement ; pas devant un tribunal sans notre consentement.',
    ),
  });

/** SPI-2: restrictions on information given unasked. An empty list says that there is none. */
export const restrictions = (required: boolean): FieldSpec =>
  field('restrictions', 'list', 'SPI-2', {
    required,
    countMin: 0,
    countMax: 20,
    missingSentence: 'restrictions-missing',
    en: [
      'Restrictions',
      'Confidentiality and limits on use that bind whoever receives it. `[]` if there are none.',
    ],
    fr: [
      'Restrictions',
      'Confidentialité et limites d’usage qui lient le destinataire. `[]` s’il n’y en a pas.',
    ],
    fields: [
      entryId('r'),
      field('type', 'choice', 'SPI-2', {
        required: true,
        choices: [
          choice('confidentiality', 'confidentiality', 'confidentialité'),
          choice('use', 'limit on use', 'limite d’usage'),
        ],
        en: ['Type', 'What is restricted.'],
        fr: ['Type', 'Ce qui est restreint.'],
        example: 'use',
      }),
      wording('SPI-2'),
      ...machinePart('SPI-2'),
    ],
  });

const CONDITION_TYPES: readonly Choice[] = [
  choice('confidentiality', 'confidentiality', 'confidentialité'),
  choice('use', 'limit on use', 'limite d’usage'),
  choice('custody_terms', 'terms of custody', 'modalités de garde', { paragraph: 'MLA-12b' }),
  choice('return_to_serve', 'return to serve the sentence', 'retour pour purger la peine', {
    paragraph: 'EXT-12',
  }),
  choice('cost', 'costs', 'frais', { paragraph: 'MLA-33' }),
  choice('other', 'other', 'autre'),
];

/** Conditions under which help is given (MLA-31), or a record that is not public (MLA-34b). */
export const conditions = (paragraph: string, required: boolean): FieldSpec =>
  field('conditions', 'list', paragraph, {
    required,
    countMin: required ? 1 : 0,
    countMax: 20,
    en: ['Conditions', 'The conditions, each with its own id.'],
    fr: ['Conditions', 'Les conditions, chacune avec son identifiant.'],
    fields: [
      entryId('c'),
      field('type', 'choice', paragraph, {
        required: true,
        choices: CONDITION_TYPES,
        en: ['Type', 'What the condition is about.'],
        fr: ['Type', 'Sur quoi porte la condition.'],
        example: 'use',
      }),
      field('parts', 'list', paragraph, {
        of: 'code',
        countMax: 50,
        en: ['Measures', 'Ids of the measures that it concerns; all of them if left out.'],
        fr: ['Mesures', 'Les identifiants des mesures visées ; toutes, à défaut.'],
        example: 'm1',
      }),
      wording(paragraph),
      ...machinePart(paragraph),
    ],
  });
