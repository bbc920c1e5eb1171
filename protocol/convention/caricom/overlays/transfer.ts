import type { OverlaySpec, Predicate } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { ACCEPTS_TERMS, onLeg, TERMS_AGREED } from '../transfer-facts.ts';

const WHOLE: Predicate = { whole: true };
const GIVEN: Predicate = { field: 'consent', equals: 'given' };
const BEFORE = ['consent_pending', 'terms_pending', 'transfer_agreed'];

const phases = {
  consent_pending: { title: words('waits for the person’s consent', 'en attente du consentement') },
  terms_pending: { title: words('waits for agreed terms', 'en attente d’un accord sur les modalités') },
  transfer_agreed: { title: words('transfer agreed', 'transfèrement convenu') },
  in_rcv_custody: { title: words('in custody abroad', 'en détention à l’étranger') },
  at_liberty_by_snd: { title: words('at liberty, by the sending State', 'en liberté, par l’État d’envoi') },
  return_in_progress: { title: words('on the way back', 'sur le retour') },
  returned: { title: words('returned', 'rendue') },
  not_transferred: { title: words('not transferred', 'non transférée') },
} as const;

/** A person in custody goes, and comes back (register 3.7). */
export const TRANSFER: OverlaySpec = {
  initial: 'consent_pending',
  phases,
  steps: [
    {
      from: ['consent_pending'],
      verb: 'PERSON_CONSENT',
      when: { all: [GIVEN, TERMS_AGREED] },
      to: 'transfer_agreed',
    },
    { from: ['consent_pending'], verb: 'PERSON_CONSENT', when: GIVEN, to: 'terms_pending' },
    {
      from: ['terms_pending', 'transfer_agreed'],
      verb: 'PERSON_CONSENT',
      when: { not: GIVEN },
      to: 'consent_pending',
    },
    { from: ['terms_pending'], verb: 'CONDITIONS_ACCEPT', when: ACCEPTS_TERMS, to: 'transfer_agreed' },
    { from: BEFORE, verb: 'TAKEOVER', when: onLeg('outbound'), to: 'in_rcv_custody' },
    {
      from: ['in_rcv_custody'],
      verb: 'CUSTODY_VARY',
      when: { field: 'measure', equals: ['release', 'other'] },
      to: 'at_liberty_by_snd',
    },
    {
      from: ['at_liberty_by_snd'],
      verb: 'CUSTODY_VARY',
      when: { field: 'measure', equals: 'ended' },
      to: 'in_rcv_custody',
    },
    {
      from: ['in_rcv_custody', 'at_liberty_by_snd'],
      verb: 'HANDOVER',
      when: onLeg('return'),
      to: 'return_in_progress',
    },
    {
      from: ['at_liberty_by_snd', 'return_in_progress'],
      verb: 'TAKEOVER',
      when: onLeg('return'),
      to: 'returned',
    },
    { from: BEFORE, verb: 'REFUSE', when: WHOLE, to: 'not_transferred' },
    { from: BEFORE, verb: 'WITHDRAW', when: WHOLE, to: 'not_transferred' },
    { from: ['not_transferred'], verb: 'RECONSIDER', to: 'consent_pending' },
  ],
};

const AGREEING = ['terms_pending', 'transfer_agreed'];

/** A sentenced person goes home, and stays (TSP-1). */
export const SENTENCED_TRANSFER: OverlaySpec = {
  initial: 'terms_pending',
  phases: {
    terms_pending: phases.terms_pending,
    transfer_agreed: phases.transfer_agreed,
    transferred: { title: words('transferred', 'transférée') },
    not_transferred: phases.not_transferred,
  },
  steps: [
    { from: ['terms_pending'], verb: 'CONDITIONS_ACCEPT', when: ACCEPTS_TERMS, to: 'transfer_agreed' },
    { from: ['terms_pending'], verb: 'ACCEPT', to: 'transfer_agreed' },
    { from: AGREEING, verb: 'TAKEOVER', to: 'transferred' },
    { from: AGREEING, verb: 'REFUSE', when: WHOLE, to: 'not_transferred' },
    { from: AGREEING, verb: 'WITHDRAW', when: WHOLE, to: 'not_transferred' },
    { from: ['not_transferred'], verb: 'RECONSIDER', to: 'terms_pending' },
  ],
};
