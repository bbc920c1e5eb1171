import type { FieldSpec } from '../../field-spec.ts';
import type { KindGround, KindSpec, Level } from '../../instrument.ts';
import { confidentiality } from '../fields/confidentiality.ts';
import { deadlineReasons, suggestedDeadline } from '../fields/deadline.ts';
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
export const MLA_GROUNDS: readonly KindGround[] = [
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
export const MLA_9_TO_29: KindSpec['paragraphsUnder'] = Object.fromEntries(
  ['9', '10', '20', '21', '22', '24', '25', '26', '26a', '26b', '26c', '26d', '27', '28', '29'].map(
    (number) => [
      `MLA-${number}`,
      { regimes: ['mla_9_29', 'treaty_replaced_by_mla_9_29'], otherwise: 'WARN' satisfies Level },
    ],
  ),
);

/** MLA-20: what every request for assistance says, around what it asks for. */
export const assistanceContent = (asked: readonly FieldSpec[]): readonly FieldSpec[] => [
  requestingAuthority,
  ownReference,
  contact,
  subjectMatter,
  proceedingNature,
  conductingAuthority,
  offences,
  factsSummary,
  persons,
  ...asked,
  purpose,
  purposeProceedings,
  suggestedDeadline,
  deadlineReasons,
  confidentiality,
  dualCriminalityStatement,
  links,
  translations,
];

/** A treaty on mutual legal assistance governs in the place of MLA-9 to 29, unless both agreed otherwise. */
export const MLA_TREATY = {
  subject: 'mutual_legal_assistance',
  procedure: 'treaty',
  replacedBy: 'treaty_replaced_by_mla_9_29',
} as const;

/** Timers of every kind that goes the way of MLA. */
export const MLA_TIMERS: readonly string[] = [
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
];

/** What is said in every kind that goes the way of MLA. */
export const MLA_VERBS: readonly string[] = [
  'REQUEST',
  ...BASE_VERBS,
  ...CONSULT_VERBS,
  ...CONFIDENTIALITY_VERBS,
  ...USE_VERBS,
  'POSTPONE',
  'RESUME',
  'RECONSIDER',
];
