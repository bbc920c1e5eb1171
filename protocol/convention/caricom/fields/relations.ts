import type { FieldSpec } from '../../field-spec.ts';
import { choice, entryId, field, words } from './field.ts';

const LINK_RELATIONS = [
  choice('follows_preservation', 'follows a preservation', 'fait suite à une conservation', {
    paragraph: 'PRES-7',
  }),
  choice(
    'emla_for_eprod',
    'the emergency request that a production waits for',
    'la demande d’urgence attendue',
    {
      paragraph: 'EPROD-2',
    },
  ),
  choice('prompted_by', 'prompted by information', 'suscitée par une information', { paragraph: 'MLA-4' }),
  choice('arises_from_refusal', 'arises from a refusal', 'née d’un refus', { paragraph: 'EXT-11' }),
  choice('reverse_evidence', 'evidence in the other direction', 'preuves en sens inverse', {
    paragraph: 'EXT-11',
  }),
  choice('resubmits', 'submits an earlier request again', 'présente à nouveau une demande'),
  choice('related', 'otherwise connected', 'autrement liée'),
];

/** Another case, and how it belongs to this one. */
export const linkedCase = (paragraph: string): readonly FieldSpec[] => [
  field('case', 'code', paragraph, {
    required: true,
    format: 'case_id',
    en: ['Case', 'The id of the other case (32 characters; `comity case show` gives it).'],
    fr: ['Affaire', 'L’identifiant de l’autre affaire (32 caractères ; voir `comity case show`).'],
    example: '00112233445566778899aabbccddeeff',
  }),
  field('relation', 'choice', paragraph, {
    required: true,
    choices: LINK_RELATIONS,
    en: ['Relation', 'How they belong together.'],
    fr: ['Lien', 'La nature du lien.'],
    example: 'prompted_by',
  }),
];

/** Other cases between the two States that this one belongs to. */
export const links = field('links', 'list', 'MLA-4', {
  countMax: 20,
  en: [
    'Linked cases',
    'Cases with this State to which this one belongs. Nothing of their content is copied.',
  ],
  fr: [
    'Affaires liées',
    'Les affaires avec cet État dont relève celle-ci. Rien de leur contenu n’est repris.',
  ],
  fields: [entryId('l'), ...linkedCase('MLA-4')],
});

/** MLA-18: original and translation stand side by side, the translator named. */
export const translations = field('translations', 'list', 'MLA-18', {
  derived: true,
  countMax: 10,
  en: [
    'Translations',
    'Translations that go with the original. One must be in a language that the partner accepts.',
  ],
  fr: ['Traductions', 'Les traductions jointes. L’une doit être dans une langue acceptée par le partenaire.'],
  fields: [
    entryId('t'),
    field('language', 'code', 'MLA-18', {
      required: true,
      format: 'language',
      en: ['Language', 'Its language, as a code such as `fr`.'],
      fr: ['Langue', 'Sa langue, sous forme de code comme `fr`.'],
      example: 'fr',
    }),
    field('translator', 'text', 'MLA-18', {
      textMax: 300,
      en: ['Translator', 'Who made it.'],
      fr: ['Traducteur', 'Qui l’a établie.'],
      example: words(
        'Ministry of Justice, translation service',
        'Ministère de la justice, service de traduction',
      ),
    }),
    field('text', 'text', 'MLA-18', {
      required: true,
      textMax: 60_000,
      en: ['Text', 'The translated request.'],
      fr: ['Texte', 'La demande traduite.'],
      example: words('Le 3 mars 2026, …', 'Le 3 mars 2026, …'),
    }),
  ],
});

export const dualCriminalityStatement = field('dual_criminality_statement', 'text', 'MLA-11', {
  derived: true,
  marks: true,
  textMax: 4000,
  en: [
    'Statement on dual criminality',
    'Why the conduct would be an offence in the other State too. Some States give more help without it.',
  ],
  fr: [
    'Déclaration sur la double incrimination',
    'Pourquoi les faits constitueraient aussi une infraction dans l’autre État. Certains États en dispensent.',
  ],
  example: words(
    'Unauthorised access is an offence under the law of both States.',
    'L’accès non autorisé est une infraction dans le droit des deux États.',
  ),
});

export const contact = field('contact', 'text', 'MLA-20b', {
  derived: true,
  textMax: 1000,
  en: ['Contact', 'Whom the other side may call, and how.'],
  fr: ['Contact', 'Qui l’autre partie peut appeler, et comment.'],
  example: words('Duty officer, +1 473 555 0100', 'Officier de permanence, +1 473 555 0100'),
});
