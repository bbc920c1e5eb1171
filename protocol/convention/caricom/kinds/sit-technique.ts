import type { KindSpec } from '../../instrument.ts';
import { choice, entryId, field, words } from '../fields/field.ts';
import { offencesUnder } from '../fields/offences.ts';
import { ownReference } from '../fields/proceeding.ts';
import { contact, links, translations } from '../fields/relations.ts';
import { cooperation, COOPERATION_TIMERS, PLAIN_RESULT, proposalsOn } from './cooperation.ts';
import { SIT_CHECKS, SIT_DRAFTING } from './sit-technique-checks.ts';
import { BASE_VERBS, CONSULT_VERBS } from './verb-sets.ts';

const onControl = { whenField: { field: 'technique', values: ['traffic_controlled'] } } as const;

const technique = [
  field('technique', 'choice', 'SIT-1', {
    required: true,
    choices: [
      choice('electronic_surveillance', 'electronic surveillance', 'surveillance électronique'),
      choice('undercover', 'undercover operation', 'opération d’infiltration'),
      choice('traffic_controlled', 'controlled passing of traffic data', 'passage contrôlé de données', {
        paragraph: 'SIT-4',
      }),
      choice('other', 'another technique', 'une autre technique'),
    ],
    en: ['Technique', 'The special investigative technique.'],
    fr: ['Technique', 'La technique d’enquête spéciale.'],
    example: 'undercover',
  }),
  field('mode', 'choice', 'SIT-4', {
    appliesWhen: onControl,
    choices: [
      choice('intact', 'let go on intact', 'laissées intactes'),
      choice('removed', 'removed', 'retirées'),
      choice('replaced', 'replaced', 'remplacées'),
    ],
    en: ['Mode', 'What happens to the data that are intercepted.'],
    fr: ['Mode', 'Ce qu’il advient des données interceptées.'],
    example: 'intact',
  }),
  field('extent', 'choice', 'SIT-4', {
    appliesWhen: onControl,
    choices: [choice('whole', 'wholly', 'en tout'), choice('part', 'partly', 'en partie')],
    en: ['Extent', 'Wholly or in part.'],
    fr: ['Étendue', 'En tout ou en partie.'],
    example: 'whole',
  }),
];

const frame = [
  field('territory', 'text', 'SIT-3', {
    required: true,
    textMax: 1000,
    en: ['Territory', 'Where it is to take place.'],
    fr: ['Territoire', 'Où elle doit avoir lieu.'],
    example: words('Your capital, and servers there', 'Votre capitale, et les serveurs qui s’y trouvent'),
  }),
  field('from', 'date', 'SIT-3', {
    required: true,
    en: ['From', 'The first day.'],
    fr: ['Du', 'Le premier jour.'],
    example: '2027-01-11',
  }),
  field('until', 'date', 'SIT-3', {
    required: true,
    notBefore: 'from',
    en: ['Until', 'The last day. Nothing is done after it.'],
    fr: ['Au', 'Le dernier jour. Rien n’a lieu ensuite.'],
    example: '2027-01-17',
  }),
  field('states_concerned', 'list', 'SIT-4', {
    countMax: 20,
    en: ['Other States concerned', 'States concerned beside the two of this case. Each must consent.'],
    fr: ['Autres États concernés', 'Les États concernés en plus des deux parties. Chacun doit consentir.'],
    fields: [
      entryId('s'),
      field('party', 'code', 'SIT-4', {
        required: true,
        format: 'party',
        en: ['State', 'Its code.'],
        fr: ['État', 'Son code.'],
        example: 'TT',
      }),
    ],
  }),
  field('arrangement', 'code', 'SIT-2', {
    en: ['Arrangement', 'Its reference in both profiles, if one governs.'],
    fr: ['Arrangement', 'Sa référence dans les deux profils, s’il en existe un.'],
    example: 'SIT-2025',
  }),
  field('terms', 'list', 'SIT-2', {
    countMax: 30,
    en: ['Terms', 'Terms of the arrangement that are to hold; each step names one of them.'],
    fr: ['Clauses', 'Les clauses de l’arrangement qui valent ; chaque étape en nomme une.'],
    fields: [
      entryId('t'),
      field('text', 'text', 'SIT-2', {
        required: true,
        textMax: 2000,
        en: ['Term', 'What it allows.'],
        fr: ['Clause', 'Ce qu’elle permet.'],
        example: words('Contact under another name', 'Prise de contact sous un autre nom'),
      }),
    ],
  }),
  field('jurisdiction', 'text', 'SIT-3', {
    textMax: 4000,
    en: ['Jurisdiction', 'What is understood on who prosecutes.'],
    fr: ['Compétence', 'Ce qui est entendu sur les poursuites.'],
    example: words('Grenada prosecutes', 'La Grenade poursuit'),
  }),
  field('financial_arrangement', 'text', 'SIT-3', {
    textMax: 4000,
    en: ['Costs', 'Who bears which costs.'],
    fr: ['Frais', 'Qui supporte quels frais.'],
    example: words('Each side bears its own.', 'Chaque partie supporte les siens.'),
  }),
];

/** SIT-2 to 4: a special technique in or with another State, by an arrangement or case by case. */
export const SIT_TECHNIQUE: KindSpec = cooperation({
  kind: 'sit.technique',
  title: words('Special investigative technique', 'Technique d’enquête spéciale'),
  articles: ['SIT-2', 'SIT-3', 'SIT-4'],
  routes: [{ from: ['CA', 'COMP'], to: ['CA', 'COMP'], paragraph: 'SIT-2' }],
  regimes: ['case_by_case', 'treaty'],
  treaty: { subject: 'special_techniques', procedure: 'treaty', replacedBy: 'case_by_case' },
  grounds: [
    { code: 'G-DISCRETION', paragraph: 'SIT-3', consultFirst: false, reasons: 'none', whenIncomplete: 'ACK' },
    {
      code: 'G-NOT-PERMITTED',
      paragraph: 'SIT-1',
      consultFirst: false,
      reasons: 'none',
      whenIncomplete: 'ACK',
    },
  ],
  dualCriminality: 'domestic',
  content: [ownReference, contact, ...technique, ...frame, offencesUnder('SIT-2', []), links, translations],
  timers: COOPERATION_TIMERS,
  verbs: ['REQUEST', ...BASE_VERBS, ...CONSULT_VERBS, 'RECONSIDER', 'OPERATION_STEP', 'CAVEAT_LIFT'],
  variations: {
    ...proposalsOn('SIT-3', [
      choice('cost_sharing', 'who bears which costs', 'le partage des frais', { paragraph: 'SIT-3' }),
      choice('jurisdiction', 'who prosecutes', 'qui poursuit', { paragraph: 'SIT-3' }),
    ]),
    ACCEPT: {
      caveats: ['C-SIT-TERMS'],
      content: [
        field('under_terms', 'boolean', 'SIT-2', {
          prominent: true,
          en: ['Under terms', '`yes` if an arrangement governs: its terms then bind strictly.'],
          fr: [
            'Selon des clauses',
            '`oui` si un arrangement s’applique : ses clauses lient alors strictement.',
          ],
          example: 'no',
        }),
      ],
    },
    RESULT: PLAIN_RESULT,
  },
  checks: SIT_CHECKS,
  drafting: SIT_DRAFTING,
});
