import type { OverlaySpec, Predicate } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { QUOTES_ASSISTANCE_REQUEST, QUOTES_EMERGENCY_REQUEST } from '../follow-up.ts';

const WHOLE: Predicate = { whole: true };
const WITHHELD: Predicate = { all: [{ field: 'determination', equals: 'withhold' }, WHOLE] };
const SETTLED: Predicate = { settles: 'conditions' };
const FOLLOW_UP: Predicate = {
  declares: { by: 'requested', field: 'emergency_production.followup.required', equals: true },
};
const SENT_ELSEWHERE: Predicate = {
  all: [
    { field: 'said_by', equals: 'us' },
    { field: 'medium', equals: ['diplomatic', 'post', 'other'] },
  ],
};

const UNDETERMINED = ['determination_due', 'conditional', 'determine_again'];
const GIVEN = ['granted', 'awaiting_emla'];

/** From the request to the data, and what may be asked after them (register 3.4). */
export const EMERGENCY_PRODUCTION: OverlaySpec = {
  initial: 'determination_due',
  phases: {
    determination_due: { title: words('to be determined', 'à décider') },
    conditional: { title: words('conditions proposed', 'conditions proposées') },
    determine_again: {
      title: words('conditions declined, to be decided', 'conditions refusées, à trancher'),
    },
    granted: { title: words('granted', 'accordée') },
    awaiting_emla: { title: words('waits for the emergency request', 'en attente de la demande d’urgence') },
    followup_due: { title: words('produced, request to be sent again', 'fournies, demande à renvoyer') },
    followup_done: { title: words('produced, request sent again', 'fournies, demande renvoyée') },
    done: { title: words('produced', 'fournies') },
    not_given: { title: words('not given', 'non fournies') },
  },
  steps: [
    { from: ['determination_due', 'determine_again'], verb: 'CONDITIONS_PROPOSE', to: 'conditional' },
    { from: ['conditional', 'determine_again'], verb: 'CONDITIONS_ACCEPT', when: SETTLED, to: 'granted' },
    { from: ['conditional'], verb: 'CONDITIONS_DECLINE', to: 'determine_again' },
    { from: UNDETERMINED, verb: 'CONDITIONS_DETERMINE', when: WITHHELD, to: 'not_given' },
    { from: UNDETERMINED, verb: 'CONDITIONS_DETERMINE', when: SETTLED, to: 'granted' },
    { from: UNDETERMINED, verb: 'ACCEPT', to: 'granted' },
    { from: [...UNDETERMINED, 'granted'], verb: 'AWAIT_EMLA', to: 'awaiting_emla' },
    { from: ['awaiting_emla'], verb: 'LINK_CASE', when: QUOTES_EMERGENCY_REQUEST, to: 'granted' },
    { from: [...UNDETERMINED, ...GIVEN], verb: 'REFUSE', when: WHOLE, to: 'not_given' },
    { from: [...UNDETERMINED, ...GIVEN], verb: 'RESULT', when: FOLLOW_UP, to: 'followup_due' },
    { from: [...UNDETERMINED, ...GIVEN], verb: 'RESULT', to: 'done' },
    { from: ['followup_due'], verb: 'FORMAT_RESUBMIT', to: 'followup_done' },
    { from: ['followup_due'], verb: 'LINK_CASE', when: QUOTES_ASSISTANCE_REQUEST, to: 'followup_done' },
    { from: ['followup_due'], verb: 'OFFCHANNEL_NOTE', when: SENT_ELSEWHERE, to: 'followup_done' },
    { from: ['not_given'], verb: 'RECONSIDER', to: 'determination_due' },
  ],
};
