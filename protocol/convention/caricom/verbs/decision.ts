import type { VerbSpec } from '../../instrument.ts';
import { field, words } from '../fields/field.ts';
import { objects } from '../fields/objects.ts';
import { offeredKinds } from '../fields/offered-kinds.ts';
import { postponementGround, refusalGrounds } from '../fields/refusal-grounds.ts';
import { conditions } from '../fields/restrictions.ts';
import { note, outcomes, proceduresAnswered, wholeOrPart } from '../fields/scope.ts';
import { DECIDED_DATA, FIRST_ANSWER } from './data-duties.ts';
import { DECIDED_PERSONS } from './person-duties.ts';
import { LIVE, verb } from './verb.ts';

/** What a decision on the whole settles. */
const SETTLED = [
  'T-ACK',
  'T-SPEEDY',
  'T-EXECUTE',
  'T-SUGGESTED',
  'T-STILL-NEEDED',
  'T-POSTPONE-REVIEW',
  ...DECIDED_DATA,
  ...DECIDED_PERSONS,
];

const otherCooperation = field('other_cooperation', 'text', 'MLA-1', {
  textMax: 10_000,
  en: ['Other help', 'What you can offer instead, or besides.'],
  fr: ['Autre concours', 'Ce que vous pouvez offrir à la place, ou en plus.'],
  example: words(
    'Public registers can be searched at once.',
    'Les registres publics peuvent être consultés aussitôt.',
  ),
});

const GRANTING: readonly VerbSpec[] = [
  verb('ACCEPT', words('acceptance', 'acceptation'), {
    paragraph: 'MLA-22',
    sender: 'requested',
    from: ['received', 'in_review', 'postponed'],
    to: 'executing',
    effects: ['grant'],
    discharges: [
      'T-ACK',
      'T-SPEEDY',
      'T-POSTPONE-REVIEW',
      'T-EPROD-DETERMINE',
      'T-EMLA-SUPP-ASK',
      ...FIRST_ANSWER,
    ],
    guards: ['scope-known', 'conditions-settled', 'costs-settled', 'confidentiality-directed'],
    content: [
      ...wholeOrPart('MLA-3'),
      proceduresAnswered,
      field('expected_date', 'date', 'MLA-29', {
        en: ['Expected on', 'When you expect to answer.'],
        fr: ['Réponse prévue le', 'Quand vous comptez répondre.'],
        example: '2027-03-15',
      }),
      otherCooperation,
      offeredKinds('EPROD-8'),
      note('MLA-22', 'Anything else that the other side should know.', 'Toute autre précision utile.'),
    ],
  }),
  verb('PARTIAL_RESULT', words('part of the result', 'résultat partiel'), {
    paragraph: 'MLA-29',
    sender: 'requested',
    from: ['executing'],
    effects: ['result'],
    caveats: ['C-USE-LIMIT', 'C-GOVREC'],
    discharges: ['T-EMLA-RESPOND'],
    guards: ['scope-known', 'procedures-answered', 'conditions-settled', 'confidentiality-directed'],
    content: [
      outcomes(false),
      proceduresAnswered,
      objects('MLA-3'),
      conditions('MLA-34b', false),
      field('advance_copy', 'boolean', 'EMLA-6', {
        en: ['Advance copy', 'The original follows on another way.'],
        fr: ['Copie anticipée', 'L’original suit par une autre voie.'],
        example: 'no',
      }),
      note('MLA-3', 'What there is to say about it.', 'Ce qu’il y a à en dire.'),
    ],
  }),
  verb('RESULT', words('result', 'résultat'), {
    paragraph: 'MLA-22',
    sender: 'requested',
    from: ['in_review', 'executing'],
    to: 'executed',
    effects: ['final_result'],
    endsCaveats: ['C-SIT-TERMS'],
    caveats: ['C-USE-LIMIT', 'C-GOVREC'],
    discharges: SETTLED,
    duties: [
      {
        timer: 'T-EPROD-FORMAT',
        paragraph: 'EPROD-7',
        debtor: 'requesting',
        onlyWhen: {
          declares: { by: 'requested', field: 'emergency_production.followup.required', equals: true },
        },
      },
    ],
    guards: ['outcomes-complete', 'procedures-answered', 'conditions-settled', 'confidentiality-directed'],
    content: [
      outcomes(true),
      proceduresAnswered,
      objects('MLA-3'),
      conditions('MLA-34b', false),
      note('MLA-3', 'What there is to say about it.', 'Ce qu’il y a à en dire.'),
    ],
  }),
  verb('RESULT_RECEIPT', words('receipt of the result', 'reçu du résultat'), {
    paragraph: 'MLA-24',
    sender: 'requesting',
    from: ['executing', 'executed'],
    guards: ['objects-furnished'],
    content: [
      field('objects', 'list', 'MLA-24', {
        of: 'code',
        countMax: 64,
        en: ['Objects', 'Ids of the objects that came and were checked.'],
        fr: ['Pièces', 'Les identifiants des pièces reçues et vérifiées.'],
        example: 'x1',
      }),
      field('complete', 'boolean', 'MLA-24', {
        en: ['Complete', 'Everything that was announced is here.'],
        fr: ['Complet', 'Tout ce qui était annoncé est arrivé.'],
        example: 'yes',
      }),
      note('MLA-24', 'What is missing, or your thanks.', 'Ce qui manque, ou vos remerciements.'),
    ],
  }),
];

const DECLINING: readonly VerbSpec[] = [
  verb('REFUSE', words('refusal', 'refus'), {
    paragraph: 'MLA-26',
    sender: 'requested',
    from: LIVE,
    to: { whole: 'refused' },
    effects: ['refuse'],
    discharges: SETTLED,
    guards: [
      'scope-known',
      'ground-not-forbidden',
      'ground-allowed',
      'ground-complete',
      'dual-criminality',
      'purposes-considered',
      'reasons-given',
      'consulted-first',
    ],
    content: [
      ...wholeOrPart('MLA-26'),
      refusalGrounds,
      field('bank_secrecy', 'boolean', 'MLA-8', {
        prominent: true,
        en: ['Bank secrecy', 'Is bank secrecy a ground of this refusal, alone or with others?'],
        fr: ['Secret bancaire', 'Le secret bancaire est-il un motif de ce refus, seul ou avec d’autres ?'],
        example: 'no',
      }),
      otherCooperation,
      offeredKinds('EPROD-8'),
    ],
  }),
  verb('POSTPONE', words('postponement', 'ajournement'), {
    paragraph: 'MLA-30',
    sender: 'requested',
    from: ['in_review', 'executing'],
    to: 'postponed',
    duties: [{ timer: 'T-POSTPONE-REVIEW', paragraph: 'MLA-30', debtor: 'requested' }],
    discharges: ['T-ACK', 'T-EMLA-SUPP-ASK', ...FIRST_ANSWER],
    guards: ['postponement-ground', 'consulted-first'],
    content: [
      ...postponementGround,
      field('reasons', 'text', 'MLA-30', {
        marks: true,
        textMax: 10_000,
        en: ['Reasons', 'What can be said about the matter under way.'],
        fr: ['Raisons', 'Ce qui peut être dit de l’affaire en cours.'],
        example: words('An arrest is being prepared.', 'Une arrestation est en préparation.'),
      }),
    ],
  }),
  verb('RESUME', words('resumption', 'reprise'), {
    paragraph: 'MLA-30',
    sender: 'requested',
    from: ['postponed'],
    to: { resume: true },
    discharges: ['T-POSTPONE-REVIEW'],
    content: [note('MLA-30', 'What has changed.', 'Ce qui a changé.')],
  }),
  verb('RECONSIDER', words('reconsideration of a refusal', 'réexamen d’un refus'), {
    paragraph: 'MLA-28',
    sender: 'requested',
    from: ['refused'],
    to: 'in_review',
    effects: ['reconsider'],
    duties: [{ timer: 'T-EXECUTE', paragraph: 'MLA-29', debtor: 'requested' }],
    content: [
      field('reasons', 'text', 'MLA-28', {
        required: true,
        marks: true,
        textMax: 10_000,
        en: ['Reasons', 'Why the refusal is taken up again.'],
        fr: ['Raisons', 'Pourquoi le refus est réexaminé.'],
        example: words(
          'The reply to our question reached us late.',
          'La réponse à notre question est arrivée tard.',
        ),
      }),
    ],
  }),
  verb('WITHDRAW', words('withdrawal', 'retrait'), {
    paragraph: 'MLA-29',
    sender: 'requesting',
    from: ['intake_rejected', ...LIVE],
    to: { whole: 'withdrawn' },
    effects: ['withdraw'],
    discharges: [...SETTLED, 'T-PRES-EXPIRY'],
    guards: ['scope-known'],
    content: [
      ...wholeOrPart('MLA-29'),
      field('date', 'date', 'MLA-29', {
        en: ['Date', 'Since when it is no longer needed.'],
        fr: ['Date', 'Depuis quand elle n’est plus nécessaire.'],
        example: '2026-12-01',
      }),
      field('reasons', 'text', 'MLA-29', {
        textMax: 10_000,
        en: ['Reasons', 'Why, if you want to say so.'],
        fr: ['Raisons', 'Pourquoi, si vous voulez le dire.'],
        example: words('The suspect has died.', 'Le suspect est décédé.'),
      }),
    ],
  }),
];

/** Decision and performance (register 2.4, D-04). */
export const DECISION_VERBS: readonly VerbSpec[] = [...GRANTING, ...DECLINING];
