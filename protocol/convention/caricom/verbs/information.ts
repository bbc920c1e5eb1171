import type { VerbSpec } from '../../instrument.ts';
import { deadlineReasons, suggestedDeadline } from '../fields/deadline.ts';
import { choice, entryId, field, words } from '../fields/field.ts';
import { objects } from '../fields/objects.ts';
import { entryOf, note, parts } from '../fields/scope.ts';
import { FIRST_ANSWER } from './data-duties.ts';
import { LIVE, verb } from './verb.ts';

const STATES = [
  choice('not_started', 'not started', 'pas commencée'),
  choice('in_progress', 'in progress', 'en cours'),
  choice('waiting', 'waiting for something', 'en attente'),
  choice('done', 'done', 'achevée'),
  choice('delayed', 'delayed', 'retardée'),
  choice('not_possible', 'not possible', 'impossible'),
];

/** EMLA-4: the requested State does not see the emergency. It refuses nothing by that. */
const NOT_SATISFIED = { field: 'emergency_satisfied', equals: false } as const;

/** Information, status and time (register 2.2). */
export const INFORMATION_VERBS: readonly VerbSpec[] = [
  verb('INFO_REQUEST', words('request for further information', 'demande de complément'), {
    paragraph: 'MLA-21',
    sender: 'requested',
    from: LIVE,
    opens: { dialog: 'info', itemsField: 'items' },
    discharges: ['T-EMLA-SUPP-ASK', ...FIRST_ANSWER],
    duties: [
      { timer: 'T-INFO-REPLY', paragraph: 'MLA-21', debtor: 'requesting' },
      { timer: 'T-EMLA-SUPP', paragraph: 'EMLA-3', debtor: 'requesting' },
    ],
    content: [
      field('items', 'list', 'MLA-21', {
        required: true,
        countMin: 1,
        countMax: 50,
        en: ['Questions', 'What you need to know, one question each.'],
        fr: ['Questions', 'Ce que vous avez besoin de savoir, une question à la fois.'],
        fields: [
          entryId('q'),
          field('needed', 'boolean', 'MLA-21', {
            required: true,
            en: ['Needed', '`yes`: execution depends on it; `no`: it would only help.'],
            fr: ['Nécessaire', '`oui` : l’exécution en dépend ; `non` : cela aiderait seulement.'],
            example: 'yes',
          }),
          field('defect', 'code', 'MLA-20', {
            format: 'paragraph',
            en: ['Defect', 'The paragraph whose content is missing, if it is that.'],
            fr: ['Lacune', 'Le paragraphe dont le contenu manque, si c’est le cas.'],
            example: 'MLA-20f',
          }),
          field('question', 'text', 'MLA-21', {
            required: true,
            textMax: 4000,
            en: ['Question', 'The question.'],
            fr: ['Question', 'La question.'],
            example: words(
              'For which proceedings will it be used?',
              'Pour quelles procédures serviront-ils ?',
            ),
          }),
        ],
      }),
      field('reply_by', 'date', 'MLA-21', {
        en: ['Reply by', 'When you would like the answer.'],
        fr: ['Réponse avant le', 'Quand vous souhaitez la réponse.'],
        example: '2026-12-15',
      }),
    ],
  }),
  verb('INFO_REPLY', words('further information', 'complément d’information'), {
    paragraph: 'MLA-21',
    sender: 'requesting',
    from: LIVE,
    closes: { dialog: 'info', itemsField: 'answers' },
    discharges: ['T-INFO-REPLY', 'T-EMLA-SUPP'],
    guards: ['questions-known'],
    content: [
      field('answers', 'list', 'MLA-21', {
        required: true,
        countMin: 1,
        countMax: 50,
        en: ['Answers', 'For each question, by its id.'],
        fr: ['Réponses', 'Pour chaque question, par son identifiant.'],
        fields: [
          entryOf('q1'),
          field('outcome', 'choice', 'MLA-21', {
            required: true,
            choices: [
              choice('answered', 'answered', 'répondu'),
              choice('cannot', 'cannot be answered', 'sans réponse possible'),
            ],
            en: ['Outcome', 'Whether you can answer.'],
            fr: ['Suite', 'Si vous pouvez répondre.'],
            example: 'answered',
          }),
          field('answer', 'text', 'MLA-21', {
            required: true,
            textMax: 20_000,
            en: ['Answer', 'The answer, or why there can be none.'],
            fr: ['Réponse', 'La réponse, ou pourquoi il ne peut y en avoir.'],
            example: words('For the investigation FCU 2026/31 only.', 'Pour la seule enquête FCU 2026/31.'),
          }),
        ],
      }),
      objects('MLA-21'),
    ],
  }),
  verb('SUPPLEMENT', words('supplement', 'complément spontané'), {
    paragraph: 'MLA-21',
    sender: 'requesting',
    from: LIVE,
    content: [
      parts('MLA-21'),
      field('text', 'text', 'MLA-21', {
        required: true,
        textMax: 40_000,
        en: ['Text', 'What you want to add.'],
        fr: ['Texte', 'Ce que vous voulez ajouter.'],
        example: words('A second account has come to light.', 'Un second compte a été découvert.'),
      }),
      objects('MLA-21'),
    ],
  }),
  verb('STATUS_QUERY', words('question about progress', 'question sur l’avancement'), {
    paragraph: 'MLA-29',
    sender: 'requesting',
    from: LIVE,
    opens: { dialog: 'status' },
    duties: [{ timer: 'T-STATUS-REPLY', paragraph: 'MLA-29', debtor: 'requested' }],
    guards: ['one-status-query'],
    content: [
      parts('MLA-29'),
      note('MLA-29', 'What you would like to know.', 'Ce que vous souhaitez savoir.'),
    ],
  }),
  verb('STATUS_REPORT', words('report on progress', 'état d’avancement'), {
    paragraph: 'MLA-29',
    sender: 'requested',
    from: [...LIVE, 'executed'],
    closes: { dialog: 'status', whenOpen: true },
    discharges: ['T-STATUS-REPLY', ...FIRST_ANSWER],
    dischargesWhen: [
      { timer: 'T-EMLA-SUPP-ASK', when: { given: 'emergency_satisfied' } },
      { timer: 'T-EMLA-SUPP', when: NOT_SATISFIED },
      { timer: 'T-EMLA-RESPOND', when: NOT_SATISFIED },
    ],
    content: [
      field('progress', 'text', 'MLA-29', {
        required: true,
        textMax: 20_000,
        en: ['Progress', 'How the matter stands.'],
        fr: ['Avancement', 'Où en est l’affaire.'],
        example: words('The bank has been ordered to produce.', 'L’injonction a été notifiée à la banque.'),
      }),
      field('expected_date', 'date', 'MLA-29', {
        en: ['Expected on', 'When you expect to answer.'],
        fr: ['Réponse prévue le', 'Quand vous comptez répondre.'],
        example: '2027-03-15',
      }),
      field('measures', 'list', 'MLA-29', {
        countMax: 50,
        en: ['By measure', 'For each measure, by its id, if they differ.'],
        fr: ['Par mesure', 'Pour chaque mesure, par son identifiant, si elles diffèrent.'],
        fields: [
          entryOf('m1'),
          field('state', 'choice', 'MLA-29', {
            required: true,
            choices: STATES,
            en: ['State', 'How it stands.'],
            fr: ['État', 'Où elle en est.'],
            example: 'in_progress',
          }),
          field('expected_date', 'date', 'MLA-29', {
            en: ['Expected on', 'When you expect it.'],
            fr: ['Prévue le', 'Quand vous l’attendez.'],
            example: '2027-03-15',
          }),
        ],
      }),
    ],
  }),
  verb('DEADLINE_SUGGEST', words('suggestion of a deadline', 'suggestion d’un délai'), {
    paragraph: 'MLA-29',
    sender: 'requesting',
    from: ['received', 'in_review', 'executing'],
    duties: [
      {
        timer: 'T-SUGGESTED',
        paragraph: 'MLA-29',
        debtor: 'requested',
        onlyWhen: { field: 'deadline_reasons_given', equals: true },
      },
    ],
    content: [{ ...suggestedDeadline, required: true }, deadlineReasons],
  }),
];
