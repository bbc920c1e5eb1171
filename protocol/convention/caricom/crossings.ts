import type { CrossingException } from '../instrument.ts';
import { QUOTES_FOLLOW_UP } from './follow-up.ts';

/** Where two acts that cross end otherwise than the canonical order has it (register 3.1.4, D-16). */
export const CROSSINGS: readonly CrossingException[] = [
  { first: 'REFUSE', second: 'WITHDRAW', result: 'second_prevails', paragraph: 'MLA-29' },
  { first: 'CAVEAT_LIFT', second: 'CONSENT_REQUEST', result: 'closes_dialog', paragraph: 'MLA-24' },
  {
    first: 'PRES_END',
    second: 'LINK_CASE',
    result: 'voids_first',
    when: QUOTES_FOLLOW_UP,
    receivedBefore: true,
    paragraph: 'PRES-7',
  },
];
