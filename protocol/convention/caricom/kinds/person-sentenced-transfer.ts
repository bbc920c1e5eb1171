import type { CheckSpec, KindSpec, Predicate } from '../../instrument.ts';
import { person } from '../fields/custody.ts';
import { explained } from '../fields/explained.ts';
import { extraditionContent, sentence } from '../fields/extradition.ts';
import { choice, field, words } from '../fields/field.ts';
import { ACCEPTS_TERMS } from '../transfer-facts.ts';
import { BASE_VERBS, CONSULT_VERBS } from './verb-sets.ts';

const held = (by: 'requesting' | 'requested'): Predicate => ({
  opening: { field: 'held_by', equals: by },
});
const isHolder: Predicate = {
  any: (['requesting', 'requested'] as const).map((side) => ({ all: [held(side), { author: side }] })),
};

const handing = (check: string, when: Predicate, en: string, fr: string): CheckSpec => ({
  check,
  level: 'BLOCK',
  paragraph: 'TSP-1',
  when,
  says: words(en, fr),
});

const GATE: CheckSpec = {
  check: 'no-arrangement-on-sentenced',
  level: 'BLOCK',
  paragraph: 'TSP-1',
  when: { procedure: ['case_by_case'] },
  says: words(
    'There is no arrangement on sentenced persons with this State. Agree on one first (arrangement.record, subject sentenced_persons).',
    'Il n’y a pas d’accord sur les condamnés avec cet État. En convenir d’abord (arrangement.record, objet sentenced_persons).',
  ),
};

/** TSP-1: a sentenced person goes home to serve the rest. */
export const PERSON_SENTENCED_TRANSFER: KindSpec = {
  kind: 'person.sentenced_transfer',
  title: words('Transfer of a sentenced person', 'Transfèrement d’une personne condamnée'),
  articles: ['TSP-1'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: [{ from: ['CA'], to: ['CA'], paragraph: 'TSP-1' }],
  regimes: ['case_by_case', 'treaty'],
  treaty: { subject: 'sentenced_persons', procedure: 'treaty', replacedBy: 'case_by_case' },
  content: extraditionContent([
    person('TSP-1'),
    field('held_by', 'choice', 'TSP-1', {
      required: true,
      derived: true,
      choices: [
        choice('requesting', 'held by us', 'détenue par nous'),
        choice('requested', 'held by you', 'détenue par vous'),
      ],
      en: ['Held by', 'Where the person is: that State hands over, the other one takes over.'],
      fr: ['Détenue par', 'Où est la personne : cet État la remet, l’autre la prend en charge.'],
      example: 'requesting',
    }),
    explained('detention_place', 'TSP-1', {
      required: true,
      derived: true,
      textMax: 1000,
      en: ['Place of detention', 'Where the person is held.'],
      fr: ['Lieu de détention', 'Où la personne est détenue.'],
      example: ['Richmond Hill prison', 'Prison de Richmond Hill'],
    }),
    ...sentence.map((spec) => ({ ...spec, paragraph: 'TSP-1' })),
    field('person_consent', 'choice', 'TSP-1', {
      choices: [
        choice('given', 'given', 'donné'),
        choice('not_required', 'not required by the arrangement', 'non exigé par l’accord'),
      ],
      en: ['Consent', 'What the person says, if the arrangement asks.'],
      fr: ['Consentement', 'Ce qu’en dit la personne, si l’accord l’exige.'],
      example: 'given',
    }),
  ]),
  grounds: [
    { code: 'G-DISCRETION', paragraph: 'TSP-1', consultFirst: false, reasons: 'ack' },
    {
      code: 'G-TREATY-PACK',
      paragraph: 'TSP-1',
      consultFirst: false,
      reasons: 'ack',
      onlyIf: { procedure: ['treaty'] },
    },
  ],
  groundsClosed: false,
  forbidden: [],
  dualCriminality: 'domestic',
  postpone: { allowed: false, consultFirst: false },
  intakeReasons: ['security_level', 'authenticity', 'not_party'],
  timers: ['T-ACK', 'T-EXECUTE', 'T-STATUS-REPLY', 'T-INFO-REPLY', 'T-CONSULT', 'T-INCIDENT'],
  verbs: [
    'REQUEST',
    ...BASE_VERBS,
    ...CONSULT_VERBS,
    'RECONSIDER',
    'PERSON_CONSENT',
    'HANDOVER',
    'TAKEOVER',
    'INCIDENT',
  ],
  overlay: 'sentenced_transfer',
  automaticCaveats: [],
  variations: {
    REQUEST: {
      duties: [
        { timer: 'T-ACK', paragraph: 'TSP-1', debtor: 'requested' },
        { timer: 'T-EXECUTE', paragraph: 'TSP-1', debtor: 'requested' },
      ],
    },
    PERSON_CONSENT: { sender: 'either' },
    CONDITIONS_ACCEPT: {
      caveats: ['C-CUSTODY', 'C-COND'],
      countsAs: [{ verb: 'ACCEPT', when: { all: [ACCEPTS_TERMS, { status: ['received', 'in_review'] }] } }],
    },
    RESULT: { guards: ['conditions-settled'] },
    TAKEOVER: { countsAs: [{ verb: 'RESULT', when: { status: ['executing'] } }] },
  },
  paragraphsUnder: {},
  drafting: [GATE],
  checks: {
    HANDOVER: [
      handing(
        'sentenced-not-held-here',
        { not: isHolder },
        'The State that holds the person hands over.',
        'C’est l’État qui détient la personne qui la remet.',
      ),
      handing(
        'sentenced-not-agreed',
        { not: { status: ['executing'] } },
        'The transfer is not granted yet.',
        'Le transfèrement n’est pas encore accordé.',
      ),
      handing(
        'no-way-back',
        { field: 'leg', equals: 'return' },
        'A sentenced person stays: there is no way back here.',
        'Le condamné reste : il n’y a pas de retour ici.',
      ),
    ],
    TAKEOVER: [
      handing(
        'sentenced-not-handed-over',
        { any: [isHolder, { not: { said: { verb: 'HANDOVER', by: 'other' } } }] },
        'The State that receives the person takes over, once the other has handed over.',
        'C’est l’État d’arrivée qui prend en charge, une fois la remise faite.',
      ),
    ],
  },
};
