import type { CheckSpec, KindGround, KindSpec } from '../../instrument.ts';
import { person } from '../fields/custody.ts';
import { explained } from '../fields/explained.ts';
import { extraditionContent, presenceGrounds, warrant } from '../fields/extradition.ts';
import { field, words } from '../fields/field.ts';
import { EXT_REFUSAL_GUARDS } from './ext-extradition.ts';
import { BASE_VERBS } from './verb-sets.ts';

const ground = (code: string, paragraph: string): KindGround => ({
  code,
  paragraph,
  consultFirst: false,
  reasons: 'none',
});

const INTENT: CheckSpec = {
  check: 'no-intent-to-extradite',
  level: 'BLOCK',
  paragraph: 'EXT-10',
  when: { not: { field: 'intent_to_request', equals: true } },
  says: words(
    'The measure holds a person whose extradition is sought. Say that you ask, or will ask, for it (`intent_to_request`).',
    'La mesure vise une personne dont l’extradition est demandée. Dire que vous la demandez ou la demanderez (`intent_to_request`).',
  ),
};

const FAIRLY: CheckSpec = {
  check: 'guarantees-untold',
  level: 'WARN',
  paragraph: 'EXT-14',
  when: { all: [{ field: 'measure', equals: 'custody' }, { not: { given: 'guarantees' } }] },
  says: words(
    'Fair treatment is owed at every stage. Say what the person was given (`guarantees`).',
    'Un traitement équitable est dû à tout stade. Dire ce dont la personne a bénéficié (`guarantees`).',
  ),
};

const NEVER_BEGUN: CheckSpec = {
  check: 'no-measure-to-end',
  level: 'BLOCK',
  paragraph: 'EXT-10',
  when: { all: [{ field: 'measure', equals: 'none' }, { not: { status: ['executing'] } }] },
  says: words(
    'No measure was reported: there is none to end. Refuse, or report one.',
    'Aucune mesure n’a été signalée : aucune ne peut finir. Refuser, ou en signaler une.',
  ),
  instead: ['REFUSE'],
};

/** EXT-10: custody, or another measure, while extradition is sought. */
export const EXT_PROVISIONAL_ARREST: KindSpec = {
  kind: 'ext.provisional_arrest',
  title: words('Provisional arrest', 'Arrestation provisoire'),
  articles: ['EXT-10', 'EXT-14'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: [{ from: ['EXA', 'POC'], to: ['EXA', 'POC'], paragraph: 'EXT-10' }],
  regimes: ['article_only', 'treaty'],
  treaty: { subject: 'extradition', procedure: 'treaty', replacedBy: 'article_only' },
  content: extraditionContent([
    person('EXT-10'),
    presenceGrounds,
    explained('urgency_reasons', 'EXT-10', {
      required: true,
      en: ['Why it is urgent', 'Why the measure is warranted, and cannot wait for the full request.'],
      fr: ['Urgence', 'Pourquoi la mesure se justifie, et ne peut attendre la demande complète.'],
      example: ['A flight is booked for 12 April.', 'Un vol est réservé pour le 12 avril.'],
    }),
    warrant,
    field('intent_to_request', 'boolean', 'EXT-10', {
      required: true,
      en: ['Extradition', '`yes`: extradition is requested, or will be.'],
      fr: ['Extradition', '`oui` : l’extradition est demandée, ou le sera.'],
      example: 'yes',
    }),
  ]),
  grounds: [
    ground('G-DISCRETION', 'EXT-10'),
    ground('G-NOT-PRESENT', 'EXT-1'),
    ground('G-DISCRIMINATION', 'EXT-15'),
    ground('G-EXT-DOMESTIC', 'EXT-8'),
  ],
  groundsClosed: false,
  forbidden: ['X-DC-LABEL'],
  dualCriminality: 'none',
  postpone: { allowed: false, consultFirst: false },
  intakeReasons: ['security_level', 'authenticity', 'not_party'],
  timers: ['T-ORAL-CONFIRM', 'T-DUTY-ACK', 'T-ACK', 'T-EXT-PROVISIONAL', 'T-STATUS-REPLY', 'T-INFO-REPLY'],
  verbs: ['REQUEST', ...BASE_VERBS, 'RECONSIDER', 'MEASURE_REPORT'],
  overlay: 'provisional_arrest',
  automaticCaveats: [],
  variations: {
    REQUEST: {
      duties: [
        { timer: 'T-DUTY-ACK', paragraph: 'N247-1', debtor: 'requested' },
        { timer: 'T-ACK', paragraph: 'EXT-10', debtor: 'requested' },
      ],
    },
    REFUSE: { guards: EXT_REFUSAL_GUARDS },
    RECONSIDER: { duties: [] },
    RESULT: { guards: [] },
  },
  paragraphsUnder: {},
  checks: { REQUEST: [INTENT], MEASURE_REPORT: [FAIRLY, NEVER_BEGUN] },
};
