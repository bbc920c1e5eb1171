import type { KindSpec } from '../../instrument.ts';
import { choice, entryId, field, words } from '../fields/field.ts';
import { objects } from '../fields/objects.ts';
import { persons } from '../fields/persons.ts';
import { ownReference } from '../fields/proceeding.ts';
import { contact, links } from '../fields/relations.ts';
import { restrictions } from '../fields/restrictions.ts';
import { CONSULT_VERBS, USE_VERBS } from './verb-sets.ts';

const CONTENT: KindSpec['content'] = [
  ownReference,
  contact,
  field('relies_on', 'list', 'SPI-1', {
    of: 'choice',
    countMax: 2,
    choices: [
      choice('SPI-1', 'the article on spontaneous information', 'l’article sur l’information spontanée'),
      choice('MLA-4', 'the article on mutual legal assistance', 'l’article sur l’entraide judiciaire'),
    ],
    en: [
      'Relies on',
      'The paragraph under which it is sent. Both say the same; MLA-5 lets more be disclosed.',
    ],
    fr: [
      'Fondement',
      'Le paragraphe invoqué. Les deux disent la même chose ; MLA-5 permet de divulguer davantage.',
    ],
    example: 'SPI-1',
  }),
  field('belief', 'list', 'SPI-1', {
    of: 'choice',
    required: true,
    countMin: 1,
    countMax: 3,
    choices: [
      choice('helps_inquiries', 'it could help inquiries', 'elle pourrait aider une enquête'),
      choice(
        'helps_proceedings',
        'it could help criminal proceedings',
        'elle pourrait aider une procédure pénale',
      ),
      choice('may_lead_to_request', 'it could lead to a request', 'elle pourrait donner lieu à une demande'),
    ],
    en: ['What you believe', 'Why the information could be of use to the other State.'],
    fr: ['Votre conviction', 'En quoi l’information pourrait être utile à l’autre État.'],
    example: 'helps_inquiries',
  }),
  field('subject', 'text', 'SPI-1', {
    required: true,
    derived: true,
    textMax: 1000,
    en: ['Subject', 'What it is about, in one sentence.'],
    fr: ['Objet', 'De quoi il s’agit, en une phrase.'],
    example: words('Accounts used for invoice fraud', 'Comptes utilisés pour des fraudes à la facture'),
  }),
  field('information', 'text', 'SPI-1', {
    required: true,
    textMax: 60_000,
    en: ['Information', 'The information itself.'],
    fr: ['Information', 'L’information elle-même.'],
    example: words(
      'In an investigation of our own we found a list of 40 accounts at banks in your State.',
      'Dans une enquête interne, nous avons trouvé une liste de 40 comptes dans des banques de votre État.',
    ),
  }),
  restrictions(true),
  field('own_inquiry_ongoing', 'boolean', 'SPI-2', {
    en: ['Own inquiry', 'Whether an inquiry of your own goes on. It is for information only.'],
    fr: ['Enquête propre', 'Si votre propre enquête est en cours. À titre d’information seulement.'],
    example: 'yes',
  }),
  field('suggested_request', 'text', 'SPI-1', {
    textMax: 10_000,
    en: ['Suggested request', 'What the other State might want to ask you for.'],
    fr: ['Demande suggérée', 'Ce que l’autre État pourrait vouloir demander.'],
    example: words('The full list, on request', 'La liste complète, sur demande'),
  }),
  field('offences', 'list', 'SPI-1', {
    countMax: 30,
    en: ['Offences', 'Offences that it may concern, if you can say. Any criminal matter will do.'],
    fr: ['Infractions', 'Les infractions possibles, si vous pouvez le dire. Toute affaire pénale convient.'],
    fields: [
      entryId('o'),
      field('catalogue_code', 'code', 'SPI-1', {
        en: ['Code', 'Its code in the catalogue of offences, if it is there.'],
        fr: ['Code', 'Son code dans le catalogue des infractions, si elle y figure.'],
        example: 'computer_fraud',
      }),
      field('label', 'text', 'SPI-1', {
        required: true,
        textMax: 500,
        en: ['Name', 'What your law calls it.'],
        fr: ['Qualification', 'Comment votre droit la nomme.'],
        example: words('Fraud', 'Escroquerie'),
      }),
    ],
  }),
  persons,
  objects('SPI-1'),
  links,
];

/** SPI, MLA-4 and 5: information given unasked. Nothing is asked for, nothing can be refused. */
export const INFO_SPONTANEOUS: KindSpec = {
  kind: 'info.spontaneous',
  title: words('Spontaneous information', 'Information spontanée'),
  articles: ['SPI-1', 'SPI-2', 'MLA-4', 'MLA-5'],
  opensWith: 'TRANSMIT',
  unsolicited: true,
  routes: [
    {
      from: ['CA', 'POC', 'JUD', 'EXA', 'LEA', 'COMP'],
      to: ['COMP', 'LEA', 'JUD', 'CA', 'POC'],
      paragraph: 'SPI-1',
    },
  ],
  regimes: ['domestic_conditions'],
  content: CONTENT,
  grounds: [],
  groundsClosed: true,
  forbidden: [],
  dualCriminality: 'none',
  postpone: { allowed: false, consultFirst: false },
  intakeReasons: [],
  timers: ['T-CONSULT', 'T-EXCULP-PRIOR', 'T-EXCULP-AFTER', 'T-CAVEAT-TEMP'],
  verbs: [
    'TRANSMIT',
    'FORWARD_NOTICE',
    'CORRECTION',
    ...CONSULT_VERBS.filter((name) => name.startsWith('CONSULT_')),
    ...USE_VERBS,
    'LINK_CASE',
    'NONCONFORMITY_NOTICE',
    'CLOSE',
  ],
  automaticCaveats: [],
  variations: {
    FORWARD_NOTICE: { sender: 'requesting' },
    CLOSE: { from: ['received'] },
    CORRECTION: {
      content: [restrictions(false)],
      effects: ['impose_caveats'],
      caveats: ['C-SPI-CONF', 'C-SPI-USE'],
    },
  },
  paragraphsUnder: {},
};
