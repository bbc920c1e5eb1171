import type { CheckSpec, KindSpec, Predicate } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import {
  CONSENTS,
  HANDED_BACK,
  HANDED_OVER,
  onLeg,
  PERSON_ACROSS,
  TAKEN_OVER,
  TERMS_AGREED,
} from '../transfer-facts.ts';

/** Said by the wrong side for its way. */
const wrongWay = (sends: boolean): Predicate => ({
  any: [
    { all: [onLeg('outbound'), { author: sends ? 'requesting' : 'requested' }] },
    { all: [onLeg('return'), { author: sends ? 'requested' : 'requesting' }] },
  ],
});

/** Rules of every kind in which the requested State sends a person and may get the person back. */
export const handoverChecks = (paragraph: string): readonly CheckSpec[] => [
  {
    check: 'handover-not-yours',
    level: 'BLOCK',
    paragraph,
    when: wrongWay(true),
    says: words(
      'The State where the person is hands over: the requested one on the way out, the requesting one on the way back.',
      'C’est l’État où se trouve la personne qui la remet : l’État requis à l’aller, l’État requérant au retour.',
    ),
  },
  {
    check: 'person-not-there',
    level: 'BLOCK',
    paragraph,
    when: { all: [onLeg('return'), { not: TAKEN_OVER }] },
    says: words(
      'The person was never taken over: there is nobody to hand back.',
      'La personne n’a jamais été prise en charge : il n’y a personne à rendre.',
    ),
  },
];

export const takeoverChecks = (paragraph: string): readonly CheckSpec[] => [
  {
    check: 'takeover-not-yours',
    level: 'BLOCK',
    paragraph,
    when: wrongWay(false),
    says: words(
      'The State that receives the person takes over: the requesting one on the way out, the requested one on the way back.',
      'C’est l’État d’arrivée qui prend en charge : l’État requérant à l’aller, l’État requis au retour.',
    ),
  },
  {
    check: 'nothing-handed-over',
    level: 'BLOCK',
    paragraph,
    when: {
      any: [
        { all: [onLeg('outbound'), { not: HANDED_OVER }] },
        { all: [onLeg('return'), { not: HANDED_BACK }, { not: { phase: ['at_liberty_by_snd'] } }] },
      ],
    },
    says: words(
      'The other State has not handed the person over on this way. Wait for its message.',
      'L’autre État n’a pas remis la personne sur ce trajet. Attendre son message.',
    ),
  },
];

/** No decision ends the case while the person is abroad. */
export const acrossChecks = (
  paragraph: string,
  when: Predicate,
): Readonly<Record<string, readonly CheckSpec[]>> => {
  const across: CheckSpec = {
    check: 'person-across',
    level: 'BLOCK',
    paragraph,
    when,
    says: words(
      'The person is in the other State and owed back: the return comes first.',
      'La personne est dans l’autre État et doit revenir : le retour d’abord.',
    ),
  };
  return { POSTPONE: [across], REFUSE: [across], WITHDRAW: [across], CLOSE: [across] };
};

const missing = (
  check: string,
  paragraph: string,
  without: Predicate,
  says: CheckSpec['says'],
): CheckSpec => ({
  check,
  level: 'BLOCK',
  paragraph,
  when: { all: [onLeg('outbound'), { not: without }] },
  says,
});

/** What MLA-12 to 14 ask of acts. */
export const TRANSFER_CHECKS: NonNullable<KindSpec['checks']> = {
  ...acrossChecks('MLA-13b', PERSON_ACROSS),
  HANDOVER: [
    ...handoverChecks('MLA-13'),
    missing(
      'no-consent',
      'MLA-12a',
      CONSENTS,
      words(
        'The person’s consent is not on record, or was taken back. Without it nobody is handed over.',
        'Le consentement de la personne n’est pas consigné, ou a été retiré. Sans lui, nul n’est remis.',
      ),
    ),
    missing(
      'no-terms',
      'MLA-12b',
      TERMS_AGREED,
      words(
        'No terms of custody are accepted. Propose conditions of type custody_terms first.',
        'Aucune modalité de détention n’est acceptée. Proposer d’abord des conditions de type custody_terms.',
      ),
    ),
  ],
  TAKEOVER: [
    ...takeoverChecks('MLA-13'),
    {
      check: 'return-day-missing',
      level: 'BLOCK',
      paragraph: 'MLA-13b',
      when: { all: [onLeg('outbound'), { not: { given: 'return_due' } }] },
      says: words(
        'Say by which day the person is back, as agreed (`return_due`).',
        'Indiquer le jour convenu du retour (`return_due`).',
      ),
    },
  ],
  CUSTODY_CREDIT: [
    {
      check: 'credit-not-yours',
      level: 'BLOCK',
      paragraph: 'MLA-13d',
      when: { all: [{ author: 'requesting' }, { field: 'credited', equals: true }] },
      says: words(
        'You state the days; the State that sent the person says that they count.',
        'Vous indiquez les jours ; c’est l’État d’envoi qui dit qu’ils comptent.',
      ),
    },
  ],
  CONDITIONS_PROPOSE: [
    {
      check: 'other-conditions-not-yours',
      level: 'BLOCK',
      paragraph: 'MLA-12b',
      when: {
        all: [
          { author: 'requesting' },
          { some: { list: 'conditions', where: { not: { field: 'type', equals: 'custody_terms' } } } },
        ],
      },
      says: words(
        'The State that asks proposes terms of custody alone.',
        'L’État requérant ne propose que des modalités de détention.',
      ),
    },
    {
      check: 'extradition-first',
      level: 'BLOCK',
      paragraph: 'MLA-13c',
      when: { some: { list: 'conditions', where: { field: 'type', equals: 'extradition_first' } } },
      says: words(
        'Extradition may not be demanded for the return of the person. Take the condition out.',
        'L’extradition ne peut être exigée pour le retour de la personne. Retirer la condition.',
      ),
    },
  ],
};
