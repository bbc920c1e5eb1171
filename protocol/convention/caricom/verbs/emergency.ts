import type { VerbSpec } from '../../instrument.ts';
import { explained } from '../fields/explained.ts';
import { field, words } from '../fields/field.ts';
import { furnishedObjects, objects } from '../fields/objects.ts';
import { note, wholeOrPart } from '../fields/scope.ts';
import { offeredKinds } from '../fields/offered-kinds.ts';
import { FIRST_ANSWER } from './data-duties.ts';
import { FURNISHED, LIVE, verb } from './verb.ts';

const conditionIds = field('conditions', 'list', 'EPROD-10', {
  of: 'code',
  required: true,
  countMin: 1,
  countMax: 20,
  en: ['Conditions', 'Ids of the accepted conditions that the question is about.'],
  fr: ['Conditions', 'Les identifiants des conditions acceptées sur lesquelles porte la question.'],
  example: 'c1',
});

const PRODUCTION: readonly VerbSpec[] = [
  verb('AWAIT_EMLA', words('waiting for the emergency request', 'attente de la demande d’urgence'), {
    paragraph: 'EPROD-2',
    sender: 'requested',
    from: ['received', 'in_review', 'executing'],
    to: 'executing',
    effects: ['grant'],
    guards: ['scope-known', 'conditions-settled'],
    discharges: ['T-ACK', 'T-EPROD-DETERMINE', ...FIRST_ANSWER],
    checks: [
      {
        check: 'emla-first-not-reserved',
        level: 'BLOCK',
        paragraph: 'EPROD-2',
        when: {
          not: { declares: { by: 'requested', field: 'emergency_production.emla_first', equals: true } },
        },
        says: words(
          'Your State has not reserved the right to wait for an emergency request. Give the data, propose conditions, or refuse.',
          'Votre État ne s’est pas réservé le droit d’attendre une demande d’urgence. Fournir les données, proposer des conditions, ou refuser.',
        ),
        instead: ['ACCEPT', 'CONDITIONS_PROPOSE', 'REFUSE'],
      },
    ],
    content: [
      ...wholeOrPart('EPROD-2'),
      explained('declaration', 'EPROD-2', {
        required: true,
        derived: true,
        en: ['Declaration', 'The declaration of your State, with its date or the depositary’s reference.'],
        fr: ['Déclaration', 'La déclaration de votre État, avec sa date ou la référence du dépositaire.'],
        example: ['Declaration of 3 May 2026, C.N.12.2026', 'Déclaration du 3 mai 2026, C.N.12.2026'],
      }),
      offeredKinds('EPROD-8'),
      note('EPROD-2', 'How far the data are already in your hands.', 'Où en est l’obtention des données.'),
    ],
  }),
  verb(
    'FORMAT_RESUBMIT',
    words('request sent again in the form required', 'demande renvoyée dans la forme exigée'),
    {
      paragraph: 'EPROD-7',
      sender: 'requesting',
      from: ['executed', 'closed'],
      discharges: ['T-EPROD-FORMAT'],
      content: [
        field('format', 'code', 'EPROD-7', {
          en: ['Form', 'The id of the form, as the other State declares it.'],
          fr: ['Forme', 'L’identifiant de la forme, tel que l’autre État le déclare.'],
          example: 'form-7',
        }),
        field('text', 'text', 'EPROD-7', {
          required: true,
          marks: true,
          textMax: 60_000,
          en: ['Request', 'The request with all its supplements, in the form required.'],
          fr: ['Demande', 'La demande et tous ses compléments, dans la forme exigée.'],
          example: words(
            'Form 7, filled in: request of 30 November 2026 and supplement of 1 December.',
            'Formulaire 7 rempli : demande du 30 novembre 2026 et complément du 1er décembre.',
          ),
        }),
        objects('EPROD-7'),
      ],
    },
  ),
];

const EXPLAINING: readonly VerbSpec[] = [
  verb('USE_EXPLAIN_REQUIRE', words('question about the use made', 'question sur l’usage fait'), {
    paragraph: 'EPROD-10',
    sender: 'requested',
    from: FURNISHED,
    opens: { dialog: 'explanation' },
    guards: ['objects-furnished'],
    duties: [{ timer: 'T-USE-EXPLAIN', paragraph: 'EPROD-10', debtor: 'requesting' }],
    checks: [
      {
        check: 'explanation-without-condition',
        level: 'BLOCK',
        paragraph: 'EPROD-10',
        when: { not: { condition: { is: ['accepted'], named: 'conditions' } } },
        says: words(
          'An explanation can be asked for in relation to an accepted condition only. Name one by its id.',
          'Une explication ne peut être demandée qu’au titre d’une condition acceptée. En nommer une par son identifiant.',
        ),
      },
    ],
    content: [
      conditionIds,
      furnishedObjects('EPROD-10', false),
      note('EPROD-10', 'What you would like to know.', 'Ce que vous souhaitez savoir.'),
    ],
  }),
  verb('USE_EXPLAIN', words('explanation of the use made', 'explication de l’usage fait'), {
    paragraph: 'EPROD-10',
    sender: 'requesting',
    from: FURNISHED,
    closes: { dialog: 'explanation' },
    discharges: ['T-USE-EXPLAIN'],
    content: [
      explained('uses', 'EPROD-10', {
        required: true,
        textMax: 40_000,
        en: ['Uses', 'Each use made, in relation to the condition: when, by whom, for what.'],
        fr: ['Usages', 'Chaque usage fait, au regard de la condition : quand, par qui, à quelle fin.'],
        example: [
          'Opened on 2 December by Inspector Doe to find the address; attached to no other file.',
          'Ouvert le 2 décembre par l’inspecteur Doe pour trouver l’adresse ; joint à aucun autre dossier.',
        ],
      }),
    ],
  }),
];

const DIRECT: readonly VerbSpec[] = [
  verb('CA_COPY', words('copy between central authorities', 'copie entre autorités centrales'), {
    paragraph: 'EMLA-9',
    sender: 'requesting',
    from: [...LIVE, 'executed', 'refused'],
    discharges: ['T-CA-COPY'],
    guards: ['own-item'],
    content: [
      field('item', 'digest', 'EMLA-9', {
        required: true,
        en: ['Request', 'The id of the request of which it is the copy.'],
        fr: ['Demande', 'L’identifiant de la demande dont c’est la copie.'],
        example: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      }),
      field('sent_at', 'time', 'EMLA-9', {
        en: ['Sent at', 'When the direct request was sent, with its offset from UTC.'],
        fr: ['Envoyée à', 'Quand la demande directe a été envoyée, avec le décalage UTC.'],
        example: '2026-11-30T02:00:00-04:00',
      }),
      note('EMLA-9', 'Anything else that the central authority should know.', 'Toute autre précision utile.'),
    ],
  }),
  verb('REFER_NOTICE', words('notice of referral', 'avis de renvoi'), {
    paragraph: 'EMLA-9',
    sender: 'requested',
    from: ['received', 'in_review'],
    effects: ['forward'],
    discharges: ['T-REFER', ...FIRST_ANSWER],
    content: [
      field('date', 'date', 'EMLA-9', {
        required: true,
        en: ['Date', 'When it was referred.'],
        fr: ['Date', 'Quand elle a été renvoyée.'],
        example: '2026-12-01',
      }),
      explained('authority', 'EMLA-9', {
        required: true,
        textMax: 300,
        en: ['Competent authority', 'The national authority that is competent for it.'],
        fr: ['Autorité compétente', 'L’autorité nationale compétente.'],
        example: ['Parish Court, Montego Bay', 'Tribunal de paroisse, Montego Bay'],
      }),
      field('desk', 'code', 'EMLA-9', {
        en: ['Desk', 'The id of its desk on your node, if it has one: the case goes on with it.'],
        fr: [
          'Service',
          'L’identifiant de son service sur votre nœud, s’il en a un : l’affaire continue avec lui.',
        ],
        example: 'ca',
      }),
    ],
  }),
];

/** Production and assistance in an emergency, and the use made of it (register 2.1, 2.4, 2.5). */
export const EMERGENCY_VERBS: readonly VerbSpec[] = [...PRODUCTION, ...EXPLAINING, ...DIRECT];
