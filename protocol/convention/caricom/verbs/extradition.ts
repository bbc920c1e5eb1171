import type { VerbSpec } from '../../instrument.ts';
import { guarantees, onDay, reasons } from '../fields/custody.ts';
import { explained } from '../fields/explained.ts';
import { choice, field, words } from '../fields/field.ts';
import { note } from '../fields/scope.ts';
import { FIRST_ANSWER } from './data-duties.ts';
import { LIVE, verb } from './verb.ts';

const OPEN = ['received', 'in_review', 'executing'] as const;
const inForce = ['custody', 'other'];

/** Arrest before, and prosecution or enforcement instead of, extradition (register 2.7). */
export const EXTRADITION_VERBS: readonly VerbSpec[] = [
  verb('MEASURE_REPORT', words('report on custody', 'compte rendu de mesure'), {
    paragraph: 'EXT-10',
    sender: 'requested',
    from: OPEN,
    countsAs: [
      {
        verb: 'ACCEPT',
        when: { all: [{ field: 'measure', equals: inForce }, { status: ['received', 'in_review'] }] },
      },
      { verb: 'RESULT', when: { all: [{ field: 'measure', equals: 'none' }, { status: ['executing'] }] } },
    ],
    discharges: ['T-ACK', 'T-EXT-PROVISIONAL', ...FIRST_ANSWER],
    duties: [
      {
        timer: 'T-EXT-PROVISIONAL',
        paragraph: 'EXT-10',
        debtor: 'requesting',
        onlyWhen: { field: 'measure', equals: inForce },
      },
    ],
    content: [
      field('measure', 'choice', 'EXT-10', {
        required: true,
        choices: [
          choice('custody', 'in custody', 'en détention'),
          choice('other', 'another measure that ensures presence', 'autre mesure assurant la présence'),
          choice('none', 'none: it has ended', 'aucune : elle a pris fin'),
        ],
        en: ['Measure', 'What holds the person at your disposal.'],
        fr: ['Mesure', 'Ce qui assure la présence de la personne.'],
        example: 'custody',
      }),
      onDay('since', 'EXT-10', ['Since', 'Since when.'], ['Depuis', 'Depuis quand.']),
      field('until', 'date', 'EXT-10', {
        notBefore: 'since',
        prominent: true,
        en: ['Until', 'The last day that your own law allows without a full request.'],
        fr: ['Jusqu’au', 'Le dernier jour permis par votre droit sans demande complète.'],
        example: '2027-05-20',
      }),
      guarantees,
      note(
        'EXT-10',
        'Where the person is, and what else there is to say.',
        'Où est la personne, et le reste.',
      ),
    ],
  }),
  verb('PROSECUTION_SUBMITTED', words('case put before the prosecutor', 'affaire soumise aux poursuites'), {
    paragraph: 'EXT-11',
    sender: 'requested',
    from: OPEN,
    to: 'executing',
    effects: ['grant'],
    discharges: ['T-ACK', 'T-EXT-PROSECUTE', ...FIRST_ANSWER],
    duties: [{ timer: 'T-EXT-OUTCOME', paragraph: 'EXT-11', debtor: 'requested' }],
    content: [
      explained('authority', 'EXT-11', {
        required: true,
        textMax: 300,
        en: ['Authority', 'The authority that decides on prosecution.'],
        fr: ['Autorité', 'L’autorité qui décide des poursuites.'],
        example: ['Director of Public Prosecutions', 'Procureur général'],
      }),
      onDay('date', 'EXT-11', ['Date', 'When it was submitted.'], ['Date', 'Quand elle a été soumise.']),
      field('as_serious_offence', 'boolean', 'EXT-11', {
        required: true,
        en: ['As a serious offence', '`yes`: it is handled like every other serious offence of your law.'],
        fr: [
          'Comme infraction grave',
          '`oui` : elle est traitée comme toute infraction grave de votre droit.',
        ],
        example: 'yes',
      }),
      guarantees,
      note('EXT-11', 'What you need from the other side.', 'Ce dont vous avez besoin de l’autre partie.'),
    ],
  }),
  verb('PROSECUTION_OUTCOME', words('outcome of the prosecution', 'issue des poursuites'), {
    paragraph: 'EXT-11',
    sender: 'requested',
    from: ['executing'],
    to: 'executed',
    effects: ['final_result'],
    discharges: ['T-EXT-OUTCOME', 'T-EXECUTE'],
    content: [
      field('outcome', 'choice', 'EXT-11', {
        required: true,
        choices: [
          choice('convicted', 'convicted', 'condamnation'),
          choice('acquitted', 'acquitted', 'acquittement'),
          choice('discontinued', 'discontinued', 'classement ou non-lieu'),
          choice('other', 'other', 'autre'),
        ],
        en: ['Outcome', 'How it ended.'],
        fr: ['Issue', 'Comment elles se sont terminées.'],
        example: 'convicted',
      }),
      onDay('date', 'EXT-11', ['Date', 'When it was decided.'], ['Date', 'Quand la décision est tombée.']),
      note('EXT-11', 'The decision in short.', 'La décision en bref.'),
    ],
  }),
  verb('SENTENCE_DECISION', words('decision on the sentence', 'décision sur la peine'), {
    paragraph: 'EXT-13',
    sender: 'requested',
    from: LIVE,
    to: 'executed',
    effects: ['final_result'],
    discharges: ['T-ACK', 'T-EXECUTE', ...FIRST_ANSWER],
    content: [
      field('decision', 'choice', 'EXT-13', {
        required: true,
        choices: [
          choice('enforce', 'it is enforced here', 'elle est exécutée ici'),
          choice('not_enforce', 'considered, and not enforced', 'examinée, et non exécutée'),
        ],
        en: ['Decision', 'What came of considering it. A *no* is an answer, no refusal.'],
        fr: ['Décision', 'Ce qu’a donné l’examen. Un *non* est une réponse, non un refus.'],
        example: 'enforce',
      }),
      field('remainder_days', 'integer', 'EXT-13', {
        integerMax: 36_500,
        appliesWhen: { whenField: { field: 'decision', values: ['enforce'] } },
        en: ['Remainder', 'How many days are still to be served.'],
        fr: ['Reliquat', 'Combien de jours restent à purger.'],
        example: '400',
      }),
      {
        ...reasons('EXT-13', [
          'The offence is punishable here too.',
          'L’infraction est punissable ici aussi.',
        ]),
        required: true,
      },
    ],
  }),
];
