import type { VerbSpec } from '../../instrument.ts';
import { choice, field, words } from '../fields/field.ts';
import { refusalGrounds } from '../fields/refusal-grounds.ts';
import { conditions } from '../fields/restrictions.ts';
import { note, wholeOrPart } from '../fields/scope.ts';
import { FIRST_ANSWER } from './data-duties.ts';
import { LIVE, verb } from './verb.ts';

const conditionIds = field('conditions', 'list', 'MLA-31', {
  of: 'code',
  required: true,
  countMin: 1,
  countMax: 20,
  en: ['Conditions', 'Ids of the conditions concerned.'],
  fr: ['Conditions', 'Les identifiants des conditions visées.'],
  example: 'c1',
});

/** Conditions under which help is given (register 2.3). */
export const CONDITION_VERBS: readonly VerbSpec[] = [
  verb('CONDITIONS_PROPOSE', words('proposal of conditions', 'proposition de conditions'), {
    paragraph: 'MLA-31',
    sender: 'requested',
    from: LIVE,
    opens: { dialog: 'conditions', itemsField: 'conditions' },
    effects: ['propose_conditions'],
    duties: [{ timer: 'T-CONSULT', paragraph: 'MLA-31', debtor: 'other' }],
    discharges: ['T-EPROD-DETERMINE', ...FIRST_ANSWER],
    content: [
      conditions('MLA-31', true),
      field('replaces', 'list', 'MLA-31', {
        of: 'code',
        countMax: 20,
        en: ['Replaces', 'Ids of earlier conditions that these take the place of.'],
        fr: ['Remplace', 'Les identifiants des conditions antérieures remplacées.'],
        example: 'c1',
      }),
    ],
  }),
  verb('CONDITIONS_ACCEPT', words('acceptance of conditions', 'acceptation de conditions'), {
    paragraph: 'MLA-31',
    sender: 'requesting',
    from: LIVE,
    closes: { dialog: 'conditions', itemsField: 'conditions' },
    effects: ['accept_conditions'],
    caveats: ['C-COND'],
    discharges: ['T-CONSULT', 'T-EPROD-CONDITION'],
    guards: ['conditions-known'],
    content: [conditionIds],
  }),
  verb('CONDITIONS_DECLINE', words('conditions declined', 'refus de conditions'), {
    paragraph: 'MLA-31',
    sender: 'requesting',
    from: LIVE,
    closes: { dialog: 'conditions', itemsField: 'conditions' },
    effects: ['decline_conditions'],
    discharges: ['T-CONSULT', 'T-EPROD-CONDITION'],
    duties: [{ timer: 'T-EPROD-CONDITION', paragraph: 'EPROD-9', debtor: 'requested' }],
    guards: ['conditions-known'],
    content: [
      conditionIds,
      field('reasons', 'text', 'MLA-31', {
        required: true,
        marks: true,
        textMax: 10_000,
        en: ['Reasons', 'Why you cannot comply.'],
        fr: ['Raisons', 'Pourquoi vous ne pouvez vous y conformer.'],
        example: words(
          'Evidence must be heard in open court.',
          'La preuve doit être produite en audience publique.',
        ),
      }),
    ],
  }),
  verb('CONDITIONS_DETERMINE', words('decision on conditions', 'décision sur des conditions'), {
    paragraph: 'MLA-31',
    sender: 'requested',
    from: LIVE,
    closes: { dialog: 'conditions', itemsField: 'conditions' },
    effects: ['determine_conditions'],
    countsAs: [
      { verb: 'ACCEPT', when: { field: 'determination', equals: ['provide', 'provide_without'] } },
      { verb: 'REFUSE', when: { field: 'determination', equals: 'withhold' } },
    ],
    discharges: ['T-CONSULT', 'T-EPROD-CONDITION'],
    guards: ['conditions-determinable'],
    content: [
      field('determination', 'choice', 'MLA-31', {
        required: true,
        choices: [
          choice(
            'provide',
            'help is given though conditions were declined',
            'l’aide est accordée malgré tout',
          ),
          choice(
            'provide_without',
            'help is given without the conditions named',
            'l’aide est accordée sans les conditions nommées',
          ),
          choice('withhold', 'help is withheld', 'l’aide est refusée', { paragraph: 'MLA-26' }),
        ],
        en: ['Decision', 'What follows from the answer. Conditions that were accepted go on to bind.'],
        fr: ['Décision', 'Ce qui suit de la réponse. Les conditions acceptées continuent de lier.'],
        example: 'provide',
      }),
      {
        ...conditionIds,
        countMin: 0,
        paragraph: 'MLA-31',
        required: { whenField: { field: 'determination', values: ['provide_without'] } },
        help: words(
          'Ids of the conditions that you drop; all that were declined, if left out.',
          'Les identifiants des conditions abandonnées ; toutes celles refusées, à défaut.',
        ),
      },
      ...wholeOrPart('MLA-31'),
      {
        ...refusalGrounds,
        appliesWhen: { whenField: { field: 'determination', values: ['withhold'] } },
        required: { whenField: { field: 'determination', values: ['withhold'] } },
      },
      note('MLA-31', 'What there is to say about it.', 'Ce qu’il y a à en dire.'),
    ],
  }),
];
