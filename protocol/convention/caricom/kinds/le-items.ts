import type { KindSpec } from '../../instrument.ts';
import { choice, entryId, field, words } from '../fields/field.ts';
import { ownReference } from '../fields/proceeding.ts';
import { contact, links, translations } from '../fields/relations.ts';
import { cooperation, viaOrganization } from './cooperation.ts';
import { LEC_PROPOSALS, LEC_REGIME } from './law-enforcement.ts';

const items = field('items', 'list', 'LEC-1c', {
  required: true,
  countMin: 1,
  countMax: 50,
  en: ['Items', 'What is needed for analysis or investigation. Each entry is decided by itself.'],
  fr: ['Objets', 'Ce qui est nécessaire à l’analyse ou à l’enquête. Chaque entrée est décidée à part.'],
  fields: [
    entryId('i'),
    field('item', 'text', 'LEC-1c', {
      required: true,
      textMax: 2000,
      en: ['Item', 'The item or the substance.'],
      fr: ['Objet', 'L’objet ou la substance.'],
      example: words('Card reader of the same make', 'Lecteur de cartes de la même marque'),
    }),
    field('quantity', 'text', 'LEC-1c', {
      required: true,
      textMax: 200,
      en: ['Quantity', 'How much or how many.'],
      fr: ['Quantité', 'Combien.'],
      example: words('One', 'Un'),
    }),
  ],
});

const custody = [
  field('received_on', 'date', 'LEC-1c', {
    prominent: true,
    en: ['Received on', 'The day on which you took the items over.'],
    fr: ['Reçu le', 'Le jour où vous avez pris les objets en charge.'],
    example: '2027-03-15',
  }),
  field('held_by', 'text', 'LEC-1c', {
    prominent: true,
    marks: true,
    textMax: 500,
    en: ['Held by', 'Who holds them now, and where.'],
    fr: ['Détenu par', 'Qui les détient désormais, et où.'],
    example: words('Forensic laboratory, store 4', 'Laboratoire de police scientifique, dépôt 4'),
  }),
];

/** LEC-1c: items or quantities of substances, for analysis or investigation. They travel apart. */
export const LE_ITEMS: KindSpec = cooperation({
  kind: 'le.items',
  title: words('Items for analysis or investigation', 'Objets pour analyse ou enquête'),
  articles: ['LEC-1c', 'LEC-2'],
  ...LEC_REGIME,
  partsField: 'items',
  content: [
    ownReference,
    contact,
    items,
    field('purpose', 'text', 'LEC-1c', {
      required: true,
      textMax: 4000,
      en: ['Purpose', 'The analysis or investigation that they are for.'],
      fr: ['But', 'L’analyse ou l’enquête à laquelle ils servent.'],
      example: words('Comparison with a seized device', 'Comparaison avec un appareil saisi'),
    }),
    field('handling', 'text', 'LEC-1c', {
      required: true,
      textMax: 4000,
      en: ['Handling', 'How they are to be packed, carried and kept.'],
      fr: ['Manipulation', 'Comment les emballer, les transporter et les garder.'],
      example: words('Sealed, in a shielded bag', 'Scellé, sous emballage blindé'),
    }),
    field('afterwards', 'choice', 'LEC-1c', {
      choices: [
        choice('returned', 'returned', 'restitués'),
        choice('consumed', 'used up', 'consommés'),
        choice('kept', 'kept', 'conservés'),
      ],
      en: ['Afterwards', 'What becomes of them.'],
      fr: ['Ensuite', 'Ce qu’ils deviennent.'],
      example: 'returned',
    }),
    field('return_date', 'date', 'LEC-1c', {
      appliesWhen: { whenField: { field: 'afterwards', values: ['returned'] } },
      en: ['Return by', 'The day by which they come back.'],
      fr: ['Retour avant le', 'Le jour avant lequel ils reviennent.'],
      example: '2027-06-30',
    }),
    viaOrganization,
    links,
    translations,
  ],
  variations: { ...LEC_PROPOSALS, RESULT_RECEIPT: { content: custody } },
  checks: {
    RESULT_RECEIPT: [
      {
        check: 'custody-entry-missing',
        level: 'BLOCK',
        paragraph: 'LEC-1c',
        when: { not: { all: [{ given: 'received_on' }, { given: 'held_by' }] } },
        says: words(
          'Say on which day you took the items over and who holds them: the chain of custody goes on with it.',
          'Indiquer le jour de la prise en charge et le détenteur : la chaîne de garde en dépend.',
        ),
      },
    ],
  },
});
