import type { Predicate } from '../predicate.ts';
import type { Side } from '../roles.ts';

/** Which way a person goes. */
export type Leg = 'outbound' | 'return';

export const onLeg = (leg: Leg): Predicate => ({ field: 'leg', equals: leg });

const crossed = (verb: 'HANDOVER' | 'TAKEOVER', by: Side, leg: Leg): Predicate => ({
  said: { verb, by, where: onLeg(leg) },
});

/** The requested State sends, the requesting one receives, and gives back. */
export const HANDED_OVER = crossed('HANDOVER', 'requested', 'outbound');
export const TAKEN_OVER = crossed('TAKEOVER', 'requesting', 'outbound');
export const HANDED_BACK = crossed('HANDOVER', 'requesting', 'return');
const TAKEN_BACK = crossed('TAKEOVER', 'requested', 'return');

/** The person left the requested State and is not back (register 3.1.1, rows 7, 10, 12 to 14). */
export const PERSON_ACROSS: Predicate = { all: [HANDED_OVER, { not: TAKEN_BACK }] };

/** The person consents: the last word on it is yes (MLA-12a, 32). */
export const CONSENTS: Predicate = {
  said: { verb: 'PERSON_CONSENT', where: { field: 'consent', equals: 'given' } },
};

/** Terms of custody are accepted, or are with this act (MLA-12b). */
export const TERMS_AGREED: Predicate = { condition: { type: 'custody_terms', is: ['accepted'] } };

/** The act accepts terms of custody. */
export const ACCEPTS_TERMS: Predicate = {
  condition: { type: 'custody_terms', is: ['proposed'], named: 'conditions' },
};

/** The act accepts that a national comes back to serve the sentence (EXT-12). */
export const ACCEPTS_RETURN: Predicate = {
  condition: { type: 'return_to_serve', is: ['proposed'], named: 'conditions' },
};

export const RETURN_AGREED: Predicate = { condition: { type: 'return_to_serve', is: ['accepted'] } };
