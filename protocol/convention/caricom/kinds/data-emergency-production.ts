import type { KindGround, KindSpec } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { PRODUCTION_CONTENT, PROVIDER_TIMES } from '../fields/production.ts';
import { offeredKinds } from '../fields/offered-kinds.ts';
import { PRODUCTION_CHECKS, PRODUCTION_DRAFTING } from './data-emergency-production-checks.ts';
import { BASE_VERBS, CONSULT_VERBS, EXPLAIN_VERBS, USE_VERBS } from './verb-sets.ts';

/** EPROD-8 asks for a determination that is told, not for reasons under MLA-28: see the checks. */
const ground = (code: string, paragraph: string, rest: Partial<KindGround> = {}): KindGround => ({
  code,
  paragraph,
  consultFirst: false,
  reasons: 'none',
  ...rest,
});

/** EPROD: stored data of a provider, at once, between the 24/7 contacts. */
export const DATA_EMERGENCY_PRODUCTION: KindSpec = {
  kind: 'data.emergency_production',
  title: words('Production of data in an emergency', 'Production de données en urgence'),
  articles: ['EPROD-1', 'EPROD-5', 'EPROD-8'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: [{ from: ['POC'], to: ['POC'], paragraph: 'EPROD-1' }],
  regimes: ['article_only'],
  content: PRODUCTION_CONTENT,
  partsField: 'data_items',
  grounds: [
    ground('G-SUBSCRIBER-ONLY', 'EPROD-3', {
      onlyIf: {
        all: [
          { declares: { by: 'requested', field: 'emergency_production.no_subscriber_only', equals: true } },
          {
            opening: {
              not: { some: { list: 'data_items', where: { not: { field: 'class', equals: 'subscriber' } } } },
            },
          },
        ],
      },
    }),
    ground('G-NO-EMERGENCY', 'EPROD-5e'),
    ground('G-CONDITION-UNMET', 'EPROD-9'),
    ground('G-DISCRETION', 'EPROD-8'),
  ],
  groundsClosed: false,
  oral: { declaredIn: 'emergency_production.oral_requests', paragraph: 'EPROD-6' },
  forbidden: ['X-ELECTRONIC-FORM'],
  dualCriminality: 'none',
  postpone: { allowed: false, consultFirst: false },
  intakeReasons: ['security_level', 'authenticity', 'not_party'],
  timers: [
    'T-ORAL-CONFIRM',
    'T-DUTY-ACK',
    'T-EPROD-DETERMINE',
    'T-EPROD-CONDITION',
    'T-EPROD-FORMAT',
    'T-USE-EXPLAIN',
    'T-STATUS-REPLY',
    'T-INFO-REPLY',
    'T-CONSULT',
    'T-EXCULP-PRIOR',
    'T-EXCULP-AFTER',
    'T-INTRA-STATE',
  ],
  verbs: [
    'REQUEST',
    ...BASE_VERBS,
    ...CONSULT_VERBS,
    ...EXPLAIN_VERBS,
    ...USE_VERBS,
    'AWAIT_EMLA',
    'FORMAT_RESUBMIT',
    'RECONSIDER',
  ],
  overlay: 'emergency_production',
  automaticCaveats: [],
  variations: {
    CONDITIONS_PROPOSE: {
      duties: [{ timer: 'T-EPROD-CONDITION', paragraph: 'EPROD-9', debtor: 'other' }],
      content: [offeredKinds('EPROD-8')],
    },
    CONDITIONS_ACCEPT: {
      countsAs: [
        { verb: 'ACCEPT', when: { all: [{ settles: 'conditions' }, { status: ['received', 'in_review'] }] } },
      ],
      caveats: ['C-EPROD-COND'],
    },
    STATUS_REPORT: { content: PROVIDER_TIMES },
    PARTIAL_RESULT: { content: PROVIDER_TIMES },
    RESULT: { content: PROVIDER_TIMES },
  },
  paragraphsUnder: {},
  checks: PRODUCTION_CHECKS,
  drafting: PRODUCTION_DRAFTING,
};
