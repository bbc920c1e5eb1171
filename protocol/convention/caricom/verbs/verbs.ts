import type { VerbSpec } from '../../instrument.ts';
import { APPEARANCE_VERBS } from './appearance.ts';
import { CONDITION_VERBS } from './conditions.ts';
import { CONFIDENTIALITY_VERBS } from './confidentiality.ts';
import { CONSULTATION_VERBS } from './consultation.ts';
import { DECISION_VERBS } from './decision.ts';
import { EMERGENCY_VERBS } from './emergency.ts';
import { EXTRADITION_VERBS } from './extradition.ts';
import { FORMAL_VERBS } from './formal.ts';
import { INFORMATION_VERBS } from './information.ts';
import { OFFCHANNEL_VERBS } from './offchannel.ts';
import { OPENING_VERBS } from './opening.ts';
import { OPERATION_VERBS } from './operations.ts';
import { PERSON_VERBS } from './persons.ts';
import { PRESERVATION_RISK_VERBS } from './preservation-risk.ts';
import { PRESERVATION_VERBS } from './preservation.ts';
import { PROPOSAL_VERBS } from './proposals.ts';
import { TRAFFIC_VERBS } from './traffic.ts';
import { USE_VERBS } from './use.ts';

const ALL: readonly VerbSpec[] = [
  ...OPENING_VERBS,
  ...INFORMATION_VERBS,
  ...CONSULTATION_VERBS,
  ...CONDITION_VERBS,
  ...PROPOSAL_VERBS,
  ...DECISION_VERBS,
  ...CONFIDENTIALITY_VERBS,
  ...USE_VERBS,
  ...PRESERVATION_VERBS,
  ...PRESERVATION_RISK_VERBS,
  ...TRAFFIC_VERBS,
  ...EMERGENCY_VERBS,
  ...PERSON_VERBS,
  ...APPEARANCE_VERBS,
  ...EXTRADITION_VERBS,
  ...OPERATION_VERBS,
  ...OFFCHANNEL_VERBS,
  ...FORMAL_VERBS,
];

export const VERBS: Readonly<Record<string, VerbSpec>> = Object.fromEntries(
  ALL.map((spec) => [spec.verb, spec]),
);
