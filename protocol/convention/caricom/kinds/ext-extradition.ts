import type { KindGround, KindSpec } from '../../instrument.ts';
import { person } from '../fields/custody.ts';
import {
  extraditionContent,
  extraditionOffences,
  facts,
  presenceGrounds,
  purposeOfExtradition,
  warrant,
} from '../fields/extradition.ts';
import { guarantees, returnDue } from '../fields/custody.ts';
import { choice, entryId, field, words } from '../fields/field.ts';
import { ACCEPTS_RETURN, onLeg, RETURN_AGREED } from '../transfer-facts.ts';
import { EXTRADITION_CHECKS, EXTRADITION_DRAFTING, POLITICS_EXCLUDED } from './ext-extradition-checks.ts';
import { BASE_VERBS, CONSULT_VERBS, USE_VERBS } from './verb-sets.ts';

const ground = (code: string, paragraph: string, rest: Partial<KindGround> = {}): KindGround => ({
  code,
  paragraph,
  consultFirst: false,
  reasons: 'ack',
  ...rest,
});

/** Reasons are no duty here, and consultation has rules of its own (EXT-17, A-17). */
export const EXT_REFUSAL_GUARDS = [
  'scope-known',
  'ground-not-forbidden',
  'ground-allowed',
  'ground-complete',
  'dual-criminality',
] as const;

export const EXT_ROUTES: KindSpec['routes'] = [{ from: ['EXA'], to: ['EXA'], paragraph: 'EXT-1' }];

const requiresNone = (by: 'requesting' | 'requested') =>
  ({ declares: { by, field: 'extradition.treaty_required', equals: false } }) as const;

const DECISION = [
  field('basis', 'choice', 'EXT-5', {
    prominent: true,
    choices: [
      choice('treaty', 'a treaty', 'un traité'),
      choice('convention', 'the Convention', 'la Convention', { paragraph: 'EXT-5' }),
      choice('domestic', 'own law', 'le droit interne', { paragraph: 'EXT-8' }),
      choice('without_dual_criminality', 'own law, without dual criminality', 'sans double incrimination', {
        paragraph: 'EXT-2',
      }),
    ],
    en: ['Basis', 'On what the extradition rests.'],
    fr: ['Base', 'Ce qui fonde l’extradition.'],
    example: 'convention',
  }),
  field('dual_criminality', 'boolean', 'EXT-1', {
    en: ['Punishable here', 'Is the conduct an offence under your law, under whatever name?'],
    fr: [
      'Punissable ici',
      'Les faits constituent-ils une infraction dans votre droit, quel qu’en soit le nom ?',
    ],
    example: 'yes',
  }),
  field('decided', 'list', 'EXT-3', {
    countMax: 30,
    en: ['Offences', 'How each offence is granted, if not all alike.'],
    fr: ['Infractions', 'Comment chacune est accordée, si elles diffèrent.'],
    fields: [
      entryId('o'),
      field('as', 'choice', 'EXT-3', {
        required: true,
        choices: [
          choice('extraditable', 'extraditable', 'donnant lieu à extradition'),
          choice('accessory', 'with another one', 'à la suite d’une autre', { paragraph: 'EXT-3' }),
        ],
        en: ['As', 'Whether it is extraditable by itself, or joins one that is.'],
        fr: ['À titre', 'Si elle donne lieu à extradition, ou en suit une autre.'],
        example: 'extraditable',
      }),
      field('only_bar_is_length', 'boolean', 'EXT-3', {
        appliesWhen: { whenField: { field: 'as', values: ['accessory'] } },
        en: ['Term too short', '`yes`: the length of the term is all that stands in the way.'],
        fr: ['Peine trop courte', '`oui` : seule la durée de la peine y fait obstacle.'],
        example: 'yes',
      }),
    ],
  }),
  guarantees,
];

/** EXT: a person is surrendered for trial, or to serve a sentence. */
export const EXT_EXTRADITION: KindSpec = {
  kind: 'ext.extradition',
  title: words('Extradition', 'Extradition'),
  articles: ['EXT-1', 'EXT-3', 'EXT-8', 'EXT-12', 'EXT-17'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: EXT_ROUTES,
  regimes: ['article_only', 'treaty'],
  treaty: { subject: 'extradition', procedure: 'treaty', replacedBy: 'article_only' },
  content: extraditionContent([
    person('EXT-1'),
    presenceGrounds,
    purposeOfExtradition,
    extraditionOffences,
    facts,
    warrant,
    field('provisional_case', 'code', 'EXT-10', {
      format: 'case_id',
      en: ['Provisional arrest', 'The id of that case, if there is one (32 characters).'],
      fr: ['Arrestation provisoire', 'L’identifiant de cette affaire, s’il y en a une (32 caractères).'],
      example: '00112233445566778899aabbccddeeff',
    }),
  ]),
  partsField: 'offences',
  grounds: [
    ground('G-NO-DUAL-CRIM', 'EXT-1'),
    ground('G-NOT-PRESENT', 'EXT-1'),
    ground('G-MIN-PENALTY', 'EXT-8'),
    ground('G-EXT-DOMESTIC', 'EXT-8'),
    ground('G-NATIONALITY', 'EXT-11'),
    ground('G-DISCRIMINATION', 'EXT-15'),
    ground('G-NO-TREATY', 'EXT-7', {
      onlyIf: { not: { all: [requiresNone('requesting'), requiresNone('requested')] } },
    }),
    ground('G-POLITICAL', 'EXT-4', { onlyIf: { not: POLITICS_EXCLUDED } }),
    ground('G-TREATY-PACK', 'EXT-8', { onlyIf: { procedure: ['treaty'] } }),
    ground('G-FISCAL', 'EXT-16'),
  ],
  groundsClosed: false,
  forbidden: ['X-POLITICAL-EXT', 'X-NO-TREATY', 'X-DC-LABEL', 'X-OUTSIDE-TREATY-LIST'],
  dualCriminality: 'required',
  postpone: { allowed: false, consultFirst: false },
  intakeReasons: ['security_level', 'authenticity', 'channel', 'not_party'],
  timers: [
    'T-ORAL-CONFIRM',
    'T-DUTY-ACK',
    'T-ACK',
    'T-EXT-EXPEDITE',
    'T-EXT-CONSULT',
    'T-STATUS-REPLY',
    'T-INFO-REPLY',
    'T-CONSULT',
    'T-EXCULP-PRIOR',
    'T-EXCULP-AFTER',
    'T-RETURN',
    'T-INCIDENT',
  ],
  verbs: [
    'REQUEST',
    ...BASE_VERBS,
    ...CONSULT_VERBS,
    ...USE_VERBS,
    'RECONSIDER',
    'HANDOVER',
    'TAKEOVER',
    'INCIDENT',
  ],
  overlay: 'extradition',
  automaticCaveats: [],
  variations: {
    REQUEST: {
      duties: [
        { timer: 'T-DUTY-ACK', paragraph: 'N247-1', debtor: 'requested' },
        { timer: 'T-ACK', paragraph: 'EXT-9', debtor: 'requested' },
        { timer: 'T-EXT-EXPEDITE', paragraph: 'EXT-9', debtor: 'requested' },
      ],
    },
    CONSULT_OPEN: {
      duties: [
        {
          timer: 'T-EXT-CONSULT',
          paragraph: 'EXT-17',
          debtor: 'other',
          onlyWhen: { field: 'purpose', equals: 'refusal' },
        },
        {
          timer: 'T-CONSULT',
          paragraph: 'MLA-31',
          debtor: 'other',
          onlyWhen: { not: { field: 'purpose', equals: 'refusal' } },
        },
      ],
    },
    CONDITIONS_ACCEPT: {
      caveats: ['C-RETURN', 'C-COND'],
      countsAs: [{ verb: 'ACCEPT', when: { all: [ACCEPTS_RETURN, { status: ['received', 'in_review'] }] } }],
    },
    ACCEPT: { content: DECISION },
    REFUSE: { guards: EXT_REFUSAL_GUARDS },
    RECONSIDER: { duties: [{ timer: 'T-EXT-EXPEDITE', paragraph: 'EXT-9', debtor: 'requested' }] },
    // The surrender is what ends it, or the return where one is owed.
    RESULT: { guards: ['conditions-settled'] },
    TAKEOVER: {
      countsAs: [
        {
          verb: 'RESULT',
          when: {
            all: [
              { status: ['executing'] },
              { any: [onLeg('return'), { all: [onLeg('outbound'), { not: RETURN_AGREED }] }] },
            ],
          },
        },
      ],
      duties: [
        {
          timer: 'T-RETURN',
          paragraph: 'EXT-12',
          debtor: 'requesting',
          onlyWhen: { all: [onLeg('outbound'), RETURN_AGREED] },
        },
      ],
      content: [{ ...returnDue(), paragraph: 'EXT-12' }],
    },
  },
  paragraphsUnder: {},
  checks: EXTRADITION_CHECKS,
  drafting: EXTRADITION_DRAFTING,
};
