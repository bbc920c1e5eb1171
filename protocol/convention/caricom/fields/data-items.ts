import type { FieldSpec } from '../../field-spec.ts';
import { choice, entryId, field, words } from './field.ts';

/** Classes of data, as the text tells them apart (PRES-2c, EPROD-5f, RTT-1, INT-1). */
export const DATA_CLASSES = [
  choice('subscriber', 'who the subscriber is', 'identité de l’abonné'),
  choice('traffic', 'traffic data', 'données relatives au trafic'),
  choice('content', 'content', 'contenu'),
  choice('other', 'other data', 'autres données'),
];

/** First and last day; `required` where the text asks for a period. */
export const period = (paragraph: string, required = false): readonly FieldSpec[] => [
  field('period_from', 'date', paragraph, {
    required,
    en: ['From', 'First day of the period.'],
    fr: ['Du', 'Premier jour de la période.'],
    example: '2026-03-01',
  }),
  field('period_until', 'date', paragraph, {
    required,
    notBefore: 'period_from',
    en: ['Until', 'Last day of the period.'],
    fr: ['Au', 'Dernier jour de la période.'],
    example: '2026-03-05',
  }),
];

/** What finds the data: an address, an account, a number, a device. */
export const selectors = (paragraph: string, missingLevel: 'BLOCK' | 'WARN'): FieldSpec =>
  field('selectors', 'list', paragraph, {
    of: 'text',
    required: true,
    missingLevel,
    derived: missingLevel === 'WARN',
    marks: true,
    countMin: 1,
    countMax: 100,
    textMax: 500,
    missingSentence: 'selectors-missing',
    en: ['Selectors', 'What the data can be found by: account, address, number, device, one on each line.'],
    fr: [
      'Sélecteurs',
      'Ce qui permet de trouver les données : compte, adresse, numéro, appareil, un par ligne.',
    ],
    example: 'j.doe@mail.example',
  });

interface ItemParagraphs {
  readonly item: string;
  /** Absent: the kind asks for the relation elsewhere. */
  readonly relation?: string;
  /** Our own demand, not the text's. */
  readonly relationDerived?: boolean;
}

/** The `DataItem` block: each is decided and answered by itself. */
export const dataItems = ({ item, relation, relationDerived = false }: ItemParagraphs): FieldSpec =>
  field('data_items', 'list', item, {
    required: true,
    countMin: 1,
    countMax: 50,
    en: ['Data', 'The stored data that it is about. Each entry is decided and answered by itself.'],
    fr: [
      'Données',
      'Les données stockées visées. Chaque entrée fait l’objet d’une décision et d’une réponse propres.',
    ],
    fields: [
      entryId('d'),
      field('class', 'choice', item, {
        required: true,
        choices: DATA_CLASSES,
        en: ['Class', 'What class of data it is.'],
        fr: ['Catégorie', 'La catégorie de données.'],
        example: 'traffic',
      }),
      field('description', 'text', item, {
        required: true,
        textMax: 10_000,
        en: ['Description', 'Which data, as exactly as you can.'],
        fr: ['Description', 'Quelles données, aussi précisément que possible.'],
        example: words(
          'Log of connections to the account j.doe@mail.example',
          'Journal des connexions au compte j.doe@mail.example',
        ),
      }),
      selectors(item, 'WARN'),
      ...period(item),
      ...(relation === undefined ? [] : related(relation, relationDerived)),
    ],
  });

function related(paragraph: string, derived: boolean): readonly FieldSpec[] {
  return [
    field('offences', 'list', paragraph, {
      of: 'code',
      refersTo: 'offences',
      countMax: 30,
      en: ['Offences', 'Ids of the offences that these data are about; all of them if left out.'],
      fr: ['Infractions', 'Identifiants des infractions que ces données concernent ; toutes, à défaut.'],
      example: 'o1',
    }),
    field('relation_to_offence', 'text', paragraph, {
      required: true,
      ...(derived ? { derived, missingLevel: 'WARN' } : {}),
      marks: true,
      textMax: 4000,
      en: ['Relation to the offence', 'How these data are connected with the offence.'],
      fr: ['Lien avec l’infraction', 'En quoi ces données se rattachent à l’infraction.'],
      example: words(
        'The payment orders were sent from this account on 3 March 2026.',
        'Les ordres de paiement ont été envoyés depuis ce compte le 3 mars 2026.',
      ),
    }),
  ];
}
