import type { Duty } from '../../instrument.ts';

/** What a request about data, or in an emergency, puts on the State that is asked. */
export const DATA_DUTIES: readonly Duty[] = [
  { timer: 'T-PRES-EXPEDITE', paragraph: 'PRES-3', debtor: 'requested' },
  { timer: 'T-EPROD-DETERMINE', paragraph: 'EPROD-8', debtor: 'requested' },
  { timer: 'T-EMLA-SUPP-ASK', paragraph: 'EMLA-3', debtor: 'requested' },
  {
    timer: 'T-ACC-EXPEDITE',
    paragraph: 'ACC-3',
    debtor: 'requested',
    onlyWhen: { given: 'expedite_reason' },
  },
  { timer: 'T-N247-FIRST', paragraph: 'N247-2', debtor: 'requested' },
];

/** What any word of an officer of the requested side settles. */
export const FIRST_ANSWER: readonly string[] = [
  'T-DUTY-ACK',
  'T-N247-FIRST',
  'T-INTRA-STATE',
  'T-EARLY-WARNING',
];

/** What a decision on the whole settles, beside what it settles in every kind. */
export const DECIDED_DATA: readonly string[] = [
  'T-PRES-EXPEDITE',
  'T-PRES-RISK',
  'T-EPROD-DETERMINE',
  'T-EPROD-CONDITION',
  'T-EMLA-SUPP-ASK',
  'T-EMLA-SUPP',
  'T-EMLA-RESPOND',
  'T-ACC-EXPEDITE',
  'T-NEGOTIATE',
  'T-ICJ',
  ...FIRST_ANSWER,
];
