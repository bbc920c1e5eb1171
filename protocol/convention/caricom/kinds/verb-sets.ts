/** Sets of verbs that kinds have in common (register 1.5). */
export const BASE_VERBS: readonly string[] = [
  'INTAKE_REJECT',
  'ACKNOWLEDGE',
  'FORWARD_NOTICE',
  'CORRECTION',
  'INFO_REQUEST',
  'INFO_REPLY',
  'SUPPLEMENT',
  'STATUS_QUERY',
  'STATUS_REPORT',
  'DEADLINE_SUGGEST',
  'ACCEPT',
  'REFUSE',
  'PARTIAL_RESULT',
  'RESULT',
  'RESULT_RECEIPT',
  'WITHDRAW',
  'CLOSE',
  'LINK_CASE',
  'NONCONFORMITY_NOTICE',
];

export const CONSULT_VERBS: readonly string[] = [
  'CONSULT_OPEN',
  'CONSULT_NOTE',
  'CONSULT_CLOSE',
  'CONDITIONS_PROPOSE',
  'CONDITIONS_ACCEPT',
  'CONDITIONS_DECLINE',
];

export const CONFIDENTIALITY_VERBS: readonly string[] = ['CONFIDENTIALITY_CANNOT', 'CONFIDENTIALITY_DIRECT'];

export const USE_VERBS: readonly string[] = [
  'CONSENT_REQUEST',
  'CONSENT_REPLY',
  'EXCULPATORY_NOTICE',
  'CAVEAT_LIFT',
];
