import type { KindGround, KindSpec, Level } from '../../instrument.ts';
import { confidentiality } from '../fields/confidentiality.ts';
import { deadlineReasons, suggestedDeadline } from '../fields/deadline.ts';
import { words } from '../fields/field.ts';
import { measures, particularProcedures } from '../fields/measures.ts';
import { offences } from '../fields/offences.ts';
import { persons } from '../fields/persons.ts';
import {
  conductingAuthority,
  factsSummary,
  ownReference,
  proceedingNature,
  purpose,
  purposeProceedings,
  requestingAuthority,
  subjectMatter,
} from '../fields/proceeding.ts';
import { contact, dualCriminalityStatement, links, translations } from '../fields/relations.ts';
import { BASE_VERBS, CONFIDENTIALITY_VERBS, CONSULT_VERBS, USE_VERBS } from './verb-sets.ts';

const refusable = (code: string, paragraph: string): KindGround => ({
  code,
  paragraph,
  consultFirst: true,
  reasons: 'block',
});

const withoutConsulting = (code: string, paragraph: string, rest: Partial<KindGround> = {}): KindGround => ({
  code,
  paragraph,
  consultFirst: false,
  reasons: 'block',
  ...rest,
});

/**
 * Grounds of every `mla.*` kind (register 1.2). MLA-31 asks for consultation before those of MLA-26 alone.
 */
const MLA_GROUNDS: readonly KindGround[] = [
  refusable('G-NONCONFORM', 'MLA-26a'),
  refusable('G-ESSENTIAL-INTERESTS', 'MLA-26b'),
  refusable('G-DOMESTIC-PROHIBITION', 'MLA-26c'),
  refusable('G-LEGAL-SYSTEM', 'MLA-26d'),
  withoutConsulting('G-NO-DUAL-CRIM', 'MLA-10', { onlyMeasures: 'coercive' }),
  withoutConsulting('G-DC-DE-MINIMIS', 'MLA-10', { onlyMeasures: 'non_coercive' }),
  withoutConsulting('G-DC-OTHER-ARTICLE', 'MLA-10', { onlyMeasures: 'non_coercive' }),
  withoutConsulting('G-DC-BASIC-CONCEPTS', 'MLA-10', { onlyMeasures: 'non_coercive' }),
  withoutConsulting('G-RECORD-DISCRETION', 'MLA-34b', {
    onlyParts: { field: 'record_kind', equals: 'government' },
  }),
  withoutConsulting('G-TREATY-PACK', 'MLA-7'),
  withoutConsulting('G-FISCAL', 'MLA-27'),
];

/** MLA-7: paragraphs 9 to 29 weigh less where a treaty governs, but for those that no treaty takes away. */
const MLA_9_TO_29: KindSpec['paragraphsUnder'] = Object.fromEntries(
  ['9', '10', '20', '21', '22', '24', '25', '26', '26a', '26b', '26c', '26d', '27', '28', '29'].map(
    (number) => [
      `MLA-${number}`,
      { regimes: ['mla_9_29', 'treaty_replaced_by_mla_9_29'], otherwise: 'WARN' satisfies Level },
    ],
  ),
);

/** MLA-1 to 3, 15 to 31 and 33: the request of which the other `mla.*` kinds are variants. */
export const MLA_GENERAL: KindSpec = {
  kind: 'mla.general',
  title: words('Mutual legal assistance', 'Entraide judiciaire'),
  articles: ['MLA-1', 'MLA-2', 'MLA-3', 'MLA-17', 'MLA-18', 'MLA-20'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: [{ from: ['CA'], to: ['CA'], paragraph: 'MLA-17' }],
  regimes: ['mla_9_29', 'treaty', 'treaty_replaced_by_mla_9_29'],
  treaty: {
    subject: 'mutual_legal_assistance',
    procedure: 'treaty',
    replacedBy: 'treaty_replaced_by_mla_9_29',
  },
  languageLevel: 'BLOCK',
  content: [
    requestingAuthority,
    ownReference,
    contact,
    subjectMatter,
    proceedingNature,
    conductingAuthority,
    offences,
    factsSummary,
    persons,
    measures,
    particularProcedures,
    purpose,
    purposeProceedings,
    suggestedDeadline,
    deadlineReasons,
    confidentiality,
    dualCriminalityStatement,
    links,
    translations,
  ],
  grounds: MLA_GROUNDS,
  groundsClosed: false,
  forbidden: ['X-BANK-SECRECY', 'X-FISCAL-SOLE', 'X-DC-LABEL', 'X-ELECTRONIC-FORM', 'X-PUBLIC-RECORD'],
  dualCriminality: 'per_measure',
  postpone: { allowed: true, consultFirst: true },
  intakeReasons: ['security_level', 'authenticity', 'channel', 'not_party'],
  timers: [
    'T-ORAL-CONFIRM',
    'T-DUTY-ACK',
    'T-ACK',
    'T-SPEEDY',
    'T-EXECUTE',
    'T-SUGGESTED',
    'T-STATUS-REPLY',
    'T-STILL-NEEDED',
    'T-INFO-REPLY',
    'T-CONSULT',
    'T-POSTPONE-REVIEW',
    'T-CONF-CANNOT',
    'T-EXCULP-PRIOR',
    'T-EXCULP-AFTER',
  ],
  verbs: [
    'REQUEST',
    ...BASE_VERBS,
    ...CONSULT_VERBS,
    ...CONFIDENTIALITY_VERBS,
    ...USE_VERBS,
    'POSTPONE',
    'RESUME',
    'RECONSIDER',
  ],
  automaticCaveats: ['C-USE-LIMIT'],
  paragraphsUnder: MLA_9_TO_29,
};
