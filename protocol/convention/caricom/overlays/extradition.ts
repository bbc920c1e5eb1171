import type { OverlaySpec, Predicate } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { onlyGround, QUOTES_EXTRADITION_REQUEST } from '../follow-up.ts';
import { ACCEPTS_RETURN, onLeg, RETURN_AGREED } from '../transfer-facts.ts';

const WHOLE: Predicate = { whole: true };
const HELD: Predicate = { field: 'measure', equals: ['custody', 'other'] };
const AGREED = ['surrender_agreed', 'conditional_agreed'];
const REFUSED = ['refused_other', 'refused_nationality'];

/** From the full request to surrender and return (register 3.6; the other three kinds follow). */
export const EXTRADITION: OverlaySpec = {
  initial: 'requested',
  phases: {
    requested: { title: words('requested', 'demandée') },
    surrender_agreed: { title: words('surrender agreed', 'remise convenue') },
    conditional_agreed: {
      title: words('surrender agreed, on condition of return', 'remise convenue, sous condition de retour'),
    },
    surrendered: { title: words('surrendered', 'remise') },
    surrendered_return_due: { title: words('surrendered, to be returned', 'remise, à rendre') },
    returned: { title: words('returned', 'rendue') },
    refused_other: { title: words('refused', 'refusée') },
    refused_nationality: { title: words('refused for nationality', 'refusée pour nationalité') },
  },
  steps: [
    {
      from: ['requested', 'surrender_agreed'],
      verb: 'CONDITIONS_ACCEPT',
      when: ACCEPTS_RETURN,
      to: 'conditional_agreed',
    },
    { from: ['requested'], verb: 'ACCEPT', when: RETURN_AGREED, to: 'conditional_agreed' },
    { from: ['requested'], verb: 'ACCEPT', to: 'surrender_agreed' },
    {
      from: ['requested', ...AGREED],
      verb: 'REFUSE',
      when: { all: [WHOLE, onlyGround('G-NATIONALITY')] },
      to: 'refused_nationality',
    },
    { from: ['requested', ...AGREED], verb: 'REFUSE', when: WHOLE, to: 'refused_other' },
    {
      from: AGREED,
      verb: 'TAKEOVER',
      when: { all: [onLeg('outbound'), RETURN_AGREED] },
      to: 'surrendered_return_due',
    },
    { from: AGREED, verb: 'TAKEOVER', when: onLeg('outbound'), to: 'surrendered' },
    { from: ['surrendered_return_due'], verb: 'TAKEOVER', when: onLeg('return'), to: 'returned' },
    { from: REFUSED, verb: 'RECONSIDER', to: 'requested' },
  ],
};

/** Before it: custody, or another measure, until the full request is there (EXT-10). */
export const PROVISIONAL_ARREST: OverlaySpec = {
  initial: 'provisional_asked',
  phases: {
    provisional_asked: { title: words('asked for', 'demandée') },
    measure_in_force: { title: words('measure in force', 'mesure en vigueur') },
    requested: { title: words('extradition requested', 'extradition demandée') },
    provisional_lapsed: { title: words('measure ended', 'mesure terminée') },
    provisional_refused: { title: words('refused', 'refusée') },
  },
  steps: [
    {
      from: ['provisional_asked', 'provisional_lapsed'],
      verb: 'MEASURE_REPORT',
      when: HELD,
      to: 'measure_in_force',
    },
    {
      from: ['measure_in_force', 'requested'],
      verb: 'MEASURE_REPORT',
      when: { not: HELD },
      to: 'provisional_lapsed',
    },
    { from: ['measure_in_force'], verb: 'LINK_CASE', when: QUOTES_EXTRADITION_REQUEST, to: 'requested' },
    {
      from: ['provisional_asked', 'measure_in_force'],
      verb: 'REFUSE',
      when: WHOLE,
      to: 'provisional_refused',
    },
    { from: ['provisional_refused'], verb: 'RECONSIDER', to: 'provisional_asked' },
  ],
};

/** Instead of it: prosecution where the person is a national (EXT-11). */
export const PROSECUTION: OverlaySpec = {
  initial: 'prosecution_due',
  phases: {
    prosecution_due: { title: words('to be put before the prosecutor', 'à soumettre aux poursuites') },
    prosecution_submitted: { title: words('before the prosecutor', 'soumise aux poursuites') },
    prosecution_concluded: { title: words('prosecution concluded', 'poursuites terminées') },
  },
  steps: [
    { from: ['prosecution_due'], verb: 'PROSECUTION_SUBMITTED', to: 'prosecution_submitted' },
    {
      from: ['prosecution_due', 'prosecution_submitted'],
      verb: 'PROSECUTION_OUTCOME',
      to: 'prosecution_concluded',
    },
  ],
};

/** Instead of it: enforcement of the sentence (EXT-13). */
export const ENFORCEMENT: OverlaySpec = {
  initial: 'sentence_due',
  phases: {
    sentence_due: { title: words('to be considered', 'à examiner') },
    sentence_considered: { title: words('considered', 'examinée') },
  },
  steps: [{ from: ['sentence_due'], verb: 'SENTENCE_DECISION', to: 'sentence_considered' }],
};
