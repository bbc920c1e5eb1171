import type { OverlaySpec, Predicate } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { QUOTES_DECISION, QUOTES_FOLLOW_UP } from '../follow-up.ts';

const WHOLE: Predicate = { whole: true };
const GIVEN_UP: Predicate = { field: 'determination', equals: 'do_not_execute' };

const BEFORE = ['asked', 'risk_pending'];
const KEPT = ['preserved', 'held_pending_decision', 'risk_pending_again'];

/** From the request to the end of preservation (register 3.3). */
export const PRESERVATION: OverlaySpec = {
  initial: 'asked',
  phases: {
    asked: { title: words('asked for', 'demandée') },
    risk_pending: {
      title: words('waits for a decision on a risk', 'en attente d’une décision sur un risque'),
    },
    preserved: { title: words('preserved', 'conservées') },
    risk_pending_again: {
      title: words(
        'preserved, waits for a decision on a risk',
        'conservées, en attente d’une décision sur un risque',
      ),
    },
    held_pending_decision: {
      title: words('held until the request is decided', 'maintenues jusqu’à la décision sur la demande'),
    },
    ended: { title: words('ended', 'finie') },
  },
  steps: [
    { from: ['asked'], verb: 'RISK_NOTICE', to: 'risk_pending' },
    { from: ['preserved', 'held_pending_decision'], verb: 'RISK_NOTICE', to: 'risk_pending_again' },
    { from: ['risk_pending'], verb: 'RISK_DETERMINE', when: GIVEN_UP, to: 'ended' },
    { from: ['risk_pending', 'risk_pending_again'], verb: 'RISK_DETERMINE', to: { back: true } },
    { from: BEFORE, verb: 'PRES_CONFIRM', to: 'preserved' },
    { from: BEFORE, verb: 'WITHDRAW', when: WHOLE, to: 'ended' },
    {
      from: BEFORE,
      verb: 'CONFIDENTIALITY_DIRECT',
      when: { field: 'direction', equals: 'withdraw' },
      to: 'ended',
    },
    { from: BEFORE, verb: 'REFUSE', when: WHOLE, to: 'ended' },
    {
      from: ['preserved', 'risk_pending_again'],
      verb: 'LINK_CASE',
      when: QUOTES_FOLLOW_UP,
      to: 'held_pending_decision',
    },
    { from: ['held_pending_decision'], verb: 'LINK_CASE', when: QUOTES_DECISION, to: 'preserved' },
    { from: KEPT, verb: 'PRES_END', to: 'ended' },
    { from: ['ended'], verb: 'RECONSIDER', to: 'asked' },
  ],
};
