import type { Duty, KindSpec, Predicate } from '../../instrument.ts';
import { explained } from '../fields/explained.ts';
import { field } from '../fields/field.ts';

const TELLING = ['ACKNOWLEDGE', 'STATUS_REPORT', 'ACCEPT'] as const;

/** EMLA-4: whether the requested State is satisfied, and if not, why. It binds nobody to refuse. */
const SATISFIED = [
  field('emergency_satisfied', 'boolean', 'EMLA-4', {
    en: ['Emergency shown', '`yes`: you are satisfied that an emergency exists. `no` refuses nothing.'],
    fr: ['Urgence établie', '`oui` : vous êtes convaincu de l’urgence. `non` ne refuse rien.'],
    example: 'yes',
  }),
  field('requirements_satisfied', 'boolean', 'EMLA-4', {
    en: ['Other requirements met', '`yes`: the other requirements for assistance are met too.'],
    fr: ['Autres conditions remplies', '`oui` : les autres conditions de l’entraide sont remplies aussi.'],
    example: 'yes',
  }),
  explained('not_satisfied_because', 'EMLA-4', {
    appliesWhen: { whenField: { field: 'emergency_satisfied', values: [false] } },
    required: { whenField: { field: 'emergency_satisfied', values: [false] } },
    derived: true,
    en: ['Why not', 'What is missing to show the emergency.'],
    fr: ['Pourquoi pas', 'Ce qui manque pour établir l’urgence.'],
    example: [
      'Nothing says when the threat will be carried out.',
      'Rien ne dit quand la menace sera exécutée.',
    ],
  }),
];

const now = (name: string): Predicate => ({ field: name, equals: true });
const before = (name: string): Predicate => ({
  any: TELLING.map((verb) => ({ said: { verb, by: 'requested', where: now(name) } })),
});

/** The clock of the answer starts with the word that completes both. */
const respond: Duty = {
  timer: 'T-EMLA-RESPOND',
  paragraph: 'EMLA-4',
  debtor: 'requested',
  onlyWhen: {
    all: [
      { any: [now('emergency_satisfied'), now('requirements_satisfied')] },
      { any: [now('emergency_satisfied'), before('emergency_satisfied')] },
      { any: [now('requirements_satisfied'), before('requirements_satisfied')] },
      { not: { owes: { timer: 'T-EMLA-RESPOND' } } },
      { not: { status: ['executed'] } },
    ],
  },
};

/** Without the emergency the usual clock runs. */
const ordinary = (when: Predicate): Duty => ({
  timer: 'T-EXECUTE',
  paragraph: 'MLA-29',
  debtor: 'requested',
  onlyWhen: { all: [when, { not: { owes: { timer: 'T-EXECUTE' } } }, { not: { status: ['executed'] } }] },
  onlyIn: ['received', 'in_review', 'executing', 'postponed'],
});

const notSatisfied = ordinary({ field: 'emergency_satisfied', equals: false });

/** What an emergency changes in what is said. */
export const EMERGENCY_VARIATIONS: NonNullable<KindSpec['variations']> = {
  // T-EXECUTE waits until the case goes on as an ordinary one.
  REQUEST: {
    duties: [
      { timer: 'T-DUTY-ACK', paragraph: 'EMLA-5', debtor: 'requested' },
      { timer: 'T-EMLA-SUPP-ASK', paragraph: 'EMLA-3', debtor: 'requested' },
      {
        timer: 'T-SUGGESTED',
        paragraph: 'MLA-29',
        debtor: 'requested',
        onlyWhen: { field: 'deadline_reasons_given', equals: true },
      },
      { timer: 'T-STILL-NEEDED', paragraph: 'MLA-29', debtor: 'requesting' },
      {
        timer: 'T-CA-COPY',
        paragraph: 'EMLA-9',
        debtor: 'requesting',
        onlyWhen: { recipient: ['JUD', 'POC'] },
      },
    ],
  },
  ACKNOWLEDGE: { content: SATISFIED, duties: [respond, notSatisfied] },
  STATUS_REPORT: { content: SATISFIED, duties: [respond, notSatisfied] },
  ACCEPT: { content: SATISFIED, duties: [respond, notSatisfied] },
  AGREE: { duties: [ordinary({ field: 'subject', equals: 'treat_as_ordinary' })] },
  CONDITIONS_ACCEPT: { caveats: ['C-BUD-28'] },
};
