import type { KindSpec } from '../../instrument.ts';
import { dataItems } from '../fields/data-items.ts';
import { explained } from '../fields/explained.ts';
import { choice, field, words } from '../fields/field.ts';
import { proceduresOn } from '../fields/measures.ts';
import { factsSummary } from '../fields/proceeding.ts';
import {
  assistanceContent,
  MLA_9_TO_29,
  MLA_GROUNDS,
  MLA_TIMERS,
  MLA_TREATY,
  MLA_VERBS,
} from './assistance.ts';

const ASKED = [
  field('actions', 'list', 'ACC-1', {
    of: 'choice',
    required: true,
    countMin: 1,
    countMax: 3,
    choices: [
      choice('search_access', 'search or similarly access', 'perquisitionner ou accéder'),
      choice('seize_secure', 'seize or similarly secure', 'saisir ou obtenir'),
      choice('disclose', 'disclose', 'divulguer'),
    ],
    en: ['Actions', 'What should be done with the data.'],
    fr: ['Actions', 'Ce qui doit être fait des données.'],
    example: 'disclose',
  }),
  dataItems({ item: 'ACC-1', relation: 'ACC-1', relationDerived: true }),
  field('custodian', 'text', 'ACC-1', {
    prominent: true,
    textMax: 2000,
    en: ['Custodian', 'Who holds the data, with address if you have it.'],
    fr: ['Gardien', 'Qui détient les données, avec son adresse si possible.'],
    example: words('Harbour Mail Ltd, 10 Harbour Street', 'Harbour Mail Ltd, 10, rue du Port'),
  }),
  field('preservation_case', 'code', 'ACC-1', {
    prominent: true,
    format: 'case_id',
    en: [
      'Preservation',
      'The id of the case in which the data were preserved; they are kept until this is decided.',
    ],
    fr: [
      'Conservation',
      'L’identifiant de l’affaire de conservation ; les données restent conservées jusqu’à la décision.',
    ],
    example: '00112233445566778899aabbccddeeff',
  }),
  proceduresOn('data_items', 'd1'),
  field('expedite_reason', 'choice', 'ACC-3', {
    choices: [
      choice(
        'vulnerable',
        'the data may be lost or changed',
        'les données risquent d’être perdues ou modifiées',
        {
          paragraph: 'ACC-3a',
        },
      ),
      choice('instrument', 'another instrument provides for it', 'un autre instrument le prévoit', {
        paragraph: 'ACC-3b',
      }),
    ],
    en: ['Why expedited', 'One of the two situations in which the answer must be expedited.'],
    fr: ['Raison de l’urgence', 'L’une des deux situations où la réponse doit être accélérée.'],
    example: 'vulnerable',
  }),
  explained('expedite_explanation', 'ACC-3a', {
    required: { whenField: { field: 'expedite_reason', values: ['vulnerable'] } },
    appliesWhen: { whenField: { field: 'expedite_reason', values: ['vulnerable'] } },
    en: ['Explanation', 'Why the data are particularly vulnerable to loss or modification.'],
    fr: ['Explication', 'Pourquoi les données risquent particulièrement d’être perdues ou modifiées.'],
    example: ['The provider ends the service in January.', 'Le fournisseur cesse le service en janvier.'],
  }),
  explained('expedite_reference', 'ACC-3b', {
    required: { whenField: { field: 'expedite_reason', values: ['instrument'] } },
    appliesWhen: { whenField: { field: 'expedite_reason', values: ['instrument'] } },
    en: ['Reference', 'The instrument and its article.'],
    fr: ['Référence', 'L’instrument et son article.'],
    example: ['Treaty of 1996, article 12', 'Traité de 1996, article 12'],
  }),
  field('publicly_available', 'boolean', 'TBA-a', {
    prominent: true,
    en: ['Open to the public', 'Are the data open to everybody? Then no request is needed.'],
    fr: [
      'Accessibles au public',
      'Les données sont-elles accessibles à tous ? Alors aucune demande n’est requise.',
    ],
    example: 'no',
  }),
];

const content = assistanceContent(ASKED).map((spec) =>
  spec.name === factsSummary.name
    ? {
        ...spec,
        required: true,
        help: words('What happened, when and where.', 'Ce qui s’est passé, quand et où.'),
      }
    : spec,
);

/** ACC: search of, seizure of and access to stored data, preserved or not. */
export const DATA_STORED_ACCESS: KindSpec = {
  kind: 'data.stored_access',
  title: words('Access to stored data', 'Accès à des données stockées'),
  articles: ['ACC-1', 'ACC-2', 'ACC-3', 'MLA-20'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: [{ from: ['CA'], to: ['CA'], paragraph: 'MLA-17' }],
  regimes: ['mla_9_29', 'treaty', 'treaty_replaced_by_mla_9_29'],
  treaty: MLA_TREATY,
  languageLevel: 'BLOCK',
  content,
  partsField: 'data_items',
  grounds: MLA_GROUNDS.filter(({ code }) => code !== 'G-RECORD-DISCRETION'),
  groundsClosed: false,
  forbidden: ['X-BANK-SECRECY', 'X-FISCAL-SOLE', 'X-DC-LABEL', 'X-ELECTRONIC-FORM'],
  dualCriminality: 'per_measure',
  postpone: { allowed: true, consultFirst: true },
  intakeReasons: ['security_level', 'authenticity', 'channel', 'not_party'],
  timers: [...MLA_TIMERS, 'T-ACC-EXPEDITE'],
  verbs: MLA_VERBS,
  automaticCaveats: ['C-USE-LIMIT'],
  paragraphsUnder: MLA_9_TO_29,
  checks: {
    REQUEST: [
      {
        check: 'expedition-without-reason',
        level: 'ACK',
        paragraph: 'ACC-3',
        when: { all: [{ urgency: ['urgent', 'emergency'] }, { not: { given: 'expedite_reason' } }] },
        says: words(
          'It is marked as urgent without one of the two reasons for expedition (`expedite_reason`). Give it, or say why it is urgent.',
          'Elle est marquée urgente sans l’une des deux raisons d’accélérer (`expedite_reason`). L’indiquer, ou dire pourquoi c’est urgent.',
        ),
      },
    ],
  },
  drafting: [
    {
      check: 'public-data',
      level: 'HELP',
      paragraph: 'TBA-a',
      when: { field: 'publicly_available', equals: true },
      says: words(
        'Data open to the public may be accessed wherever they are, without a request (TBA-a, AIT-a). Keep a record of what was accessed, and when.',
        'Les données accessibles au public peuvent être consultées où qu’elles soient, sans demande (TBA-a, AIT-a). Noter ce qui a été consulté, et quand.',
      ),
    },
  ],
};
