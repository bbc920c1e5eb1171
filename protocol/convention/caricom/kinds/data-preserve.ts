import type { KindSpec } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { PRESERVATION_CONTENT } from '../fields/preservation.ts';
import { PRESERVE_CHECKS, PRESERVE_DRAFTING } from './data-preserve-checks.ts';
import { BASE_VERBS, CONFIDENTIALITY_VERBS, CONSULT_VERBS, USE_VERBS } from './verb-sets.ts';

/** Nothing is furnished here, so nothing is answered, and no use of it is limited. */
const NOT_HERE = ['PARTIAL_RESULT', 'RESULT', 'RESULT_RECEIPT'];

/** PRES: stored data are kept until a request for them can follow. Nothing is disclosed. */
export const DATA_PRESERVE: KindSpec = {
  kind: 'data.preserve',
  title: words('Preservation of stored data', 'Conservation de données stockées'),
  articles: ['PRES-1', 'PRES-2', 'PRES-7', 'N247-1b'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: [
    { from: ['POC'], to: ['POC'], paragraph: 'N247-1b' },
    { from: ['CA'], to: ['CA'], paragraph: 'PRES-1' },
  ],
  regimes: ['article_only'],
  content: PRESERVATION_CONTENT,
  partsField: 'data_items',
  grounds: [
    { code: 'G-POLITICAL', paragraph: 'PRES-5a', consultFirst: false, reasons: 'ack' },
    {
      code: 'G-ESSENTIAL-INTERESTS',
      paragraph: 'PRES-5b',
      consultFirst: false,
      reasons: 'ack',
      whenIncomplete: 'ACK',
    },
    {
      code: 'G-PRES-DC-RESERVATION',
      paragraph: 'PRES-4',
      consultFirst: false,
      reasons: 'ack',
      onlyIf: {
        all: [
          { declares: { by: 'requested', field: 'preservation.dual_criminality_reservation', equals: true } },
          { declares: { by: 'requested', field: 'preservation.requires_dc_for_disclosure', equals: true } },
        ],
      },
      onlyParts: {
        not: { refers: { field: 'offences', list: 'offences', where: { given: 'catalogue_code' } } },
      },
    },
  ],
  groundsClosed: true,
  closedBy: 'PRES-5',
  forbidden: ['X-DC-PRES', 'X-UNLISTED'],
  dualCriminality: 'forbidden',
  postpone: { allowed: false, consultFirst: false },
  intakeReasons: ['authenticity', 'not_party'],
  minimumPreservationDays: 90,
  timers: [
    'T-ORAL-CONFIRM',
    'T-DUTY-ACK',
    'T-PRES-EXPEDITE',
    'T-PRES-RISK',
    'T-PRES-EXPIRY',
    'T-TRAFFIC',
    'T-STATUS-REPLY',
    'T-INFO-REPLY',
    'T-CONSULT',
    'T-CONF-CANNOT',
    'T-EXCULP-PRIOR',
    'T-EXCULP-AFTER',
    'T-INTRA-STATE',
  ],
  verbs: [
    'REQUEST',
    ...BASE_VERBS.filter((name) => !NOT_HERE.includes(name)),
    ...CONFIDENTIALITY_VERBS,
    ...CONSULT_VERBS.filter((name) => name.startsWith('CONSULT_')),
    'PRES_CONFIRM',
    'PRES_EXTEND_REQUEST',
    'PRES_EXTEND_REPLY',
    'PRES_END',
    'RISK_NOTICE',
    'RISK_DETERMINE',
    'TRAFFIC_PATH',
    'TRAFFIC_PATH_WITHHOLD',
    ...USE_VERBS,
    'RECONSIDER',
  ],
  overlay: 'preservation',
  automaticCaveats: [],
  paragraphsUnder: {},
  checks: PRESERVE_CHECKS,
  drafting: PRESERVE_DRAFTING,
};
