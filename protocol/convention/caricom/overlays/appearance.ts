import type { OverlaySpec, Predicate } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { CAME_BACK, STILL_PROTECTED } from '../safe-conduct-facts.ts';

const GIVEN: Predicate = { field: 'consent', equals: 'given' };
const LEFT: Predicate = { field: 'what', equals: 'left' };
const OVER: Predicate = { not: STILL_PROTECTED };

/** A person comes of free will, and is protected (register 3.8). */
export const APPEARANCE: OverlaySpec = {
  initial: 'invited',
  phases: {
    invited: { title: words('invited', 'invitée') },
    protected: { title: words('coming or there, protected', 'attendue ou présente, protégée') },
    release_counting: {
      title: words('no longer needed, still protected', 'plus requise, encore protégée'),
    },
    left: { title: words('left', 'partie') },
    protection_ended: { title: words('protection ended', 'protection terminée') },
    not_coming: { title: words('not coming', 'ne vient pas') },
  },
  steps: [
    { from: ['invited', 'not_coming'], verb: 'PERSON_CONSENT', when: GIVEN, to: 'protected' },
    { from: ['invited'], verb: 'PERSON_CONSENT', to: 'not_coming' },
    { from: ['invited'], verb: 'REFUSE', when: { whole: true }, to: 'not_coming' },
    { from: ['invited'], verb: 'WITHDRAW', when: { whole: true }, to: 'not_coming' },
    { from: ['not_coming'], verb: 'RECONSIDER', to: 'invited' },
    { from: ['protected'], verb: 'PRESENCE_RELEASE', to: 'release_counting' },
    { from: ['protected', 'release_counting'], verb: 'INCIDENT', when: LEFT, to: 'left' },
    { from: ['release_counting'], verb: 'SAFE_CONDUCT_END', when: OVER, to: 'protection_ended' },
    {
      from: ['protected', 'left'],
      verb: 'SAFE_CONDUCT_END',
      when: { all: [CAME_BACK, OVER] },
      to: 'protection_ended',
    },
  ],
};
