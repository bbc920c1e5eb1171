import type { Duty, KindSpec, Predicate } from '../../instrument.ts';
import { choice, entryId, field, words } from '../fields/field.ts';
import { ownReference } from '../fields/proceeding.ts';
import { contact, translations } from '../fields/relations.ts';
import { cooperation, COOPERATION_VERBS, PLAIN_RESULT, proposalsOn } from './cooperation.ts';

const reserved = (by: 'requesting' | 'requested'): Predicate => ({
  declares: { by, field: 'reservations.dispute_settlement', equals: true },
});

/** DISP-3: who is not bound, or faces one who is not. */
const RESERVED: Predicate = { any: [reserved('requesting'), reserved('requested')] };

const ofBoth = (timer: string, onlyWhen?: Predicate): readonly Duty[] =>
  (['requesting', 'requested'] as const).map((debtor) => ({
    ...{ timer, paragraph: 'DISP-2', debtor },
    ...(onlyWhen === undefined ? {} : { onlyWhen }),
  }));

const arbitration = [
  field('arbitration_requested_on', 'date', 'DISP-2', {
    en: ['Arbitration requested on', 'The day of the request for arbitration, if this notes one.'],
    fr: ['Arbitrage demandé le', 'Le jour de la demande d’arbitrage, si la note en rend compte.'],
    example: '2027-01-10',
  }),
  field('organized_until', 'date', 'DISP-2', {
    appliesWhen: { whenGiven: { field: 'arbitration_requested_on' } },
    notBefore: 'arbitration_requested_on',
    en: ['Six months later', 'The day six months after it. From then on either may refer to the Court.'],
    fr: ['Six mois plus tard', 'Le jour situé six mois après. Dès lors, chacun peut saisir la Cour.'],
    example: '2027-07-10',
  }),
];

/** DISP-1 and 2: a dispute on how the text is read or applied, between the two States. */
export const DISPUTE_NEGOTIATE: KindSpec = cooperation({
  kind: 'dispute.negotiate',
  title: words('Settlement of a dispute', 'Règlement d’un différend'),
  articles: ['DISP-1', 'DISP-2'],
  routes: [{ from: ['CA'], to: ['CA'], paragraph: 'DISP-1' }],
  grounds: [],
  groundsClosed: true,
  intakeReasons: [],
  timers: ['T-NEGOTIATE', 'T-ICJ', 'T-STATUS-REPLY', 'T-INFO-REPLY', 'T-CONSULT'],
  verbs: COOPERATION_VERBS.filter((name) => !['INTAKE_REJECT', 'REFUSE', 'RECONSIDER'].includes(name)),
  content: [
    ownReference,
    contact,
    field('disputed_paragraphs', 'list', 'DISP-1', {
      of: 'code',
      format: 'paragraph',
      required: true,
      countMin: 1,
      countMax: 20,
      en: ['Paragraphs', 'The paragraphs whose reading or application is disputed.'],
      fr: ['Paragraphes', 'Les paragraphes dont la lecture ou l’application est contestée.'],
      example: 'MLA-8',
    }),
    field('position', 'text', 'DISP-1', {
      required: true,
      textMax: 60_000,
      en: ['Position', 'How you see it. No content of a case need stand here.'],
      fr: ['Position', 'Votre point de vue. Aucun contenu d’affaire n’a à y figurer.'],
      example: words(
        'A refusal of 2 March 2027 rests on bank secrecy, which paragraph 8 excludes.',
        'Un refus du 2 mars 2027 repose sur le secret bancaire, que le paragraphe 8 exclut.',
      ),
    }),
    field('cases', 'list', 'DISP-1', {
      countMax: 20,
      en: ['Cases', 'The cases from which it arose, by their ids alone.'],
      fr: ['Affaires', 'Les affaires dont il est né, par leurs seuls identifiants.'],
      fields: [
        entryId('a'),
        field('case', 'code', 'DISP-1', {
          required: true,
          format: 'case_id',
          en: ['Case', 'The id of the case (32 characters).'],
          fr: ['Affaire', 'L’identifiant de l’affaire (32 caractères).'],
          example: '00112233445566778899aabbccddeeff',
        }),
        field('transcript', 'digest', 'DISP-1', {
          en: ['Transcript', 'SHA-256 of its transcript with the signatures of both.'],
          fr: ['Transcription', 'SHA-256 de sa transcription, signée des deux parties.'],
          example: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
        }),
      ],
    }),
    translations,
  ],
  variations: {
    ...proposalsOn('DISP-1', [
      choice('settlement', 'a settlement', 'un règlement', { paragraph: 'DISP-1' }),
      choice('arbitration', 'how the arbitration is organized', 'l’organisation de l’arbitrage', {
        paragraph: 'DISP-2',
      }),
    ]),
    REQUEST: { duties: ofBoth('T-NEGOTIATE') },
    OFFCHANNEL_NOTE: {
      content: arbitration,
      duties: ofBoth('T-ICJ', { all: [{ given: 'arbitration_requested_on' }, { not: RESERVED }] }),
    },
    RESULT: PLAIN_RESULT,
  },
  checks: {
    OFFCHANNEL_NOTE: [
      {
        check: 'arbitration-reserved',
        level: 'WARN',
        paragraph: 'DISP-3',
        when: { all: [{ given: 'arbitration_requested_on' }, RESERVED] },
        says: words(
          'One of the two States has declared that it is not bound by arbitration under DISP-2. The note stays; no time runs.',
          'L’un des deux États a déclaré ne pas être lié par l’arbitrage de DISP-2. La note demeure ; aucun délai ne court.',
        ),
      },
      {
        check: 'court-too-early',
        level: 'BLOCK',
        paragraph: 'DISP-2',
        when: {
          all: [
            { given: 'arbitration_requested_on' },
            {
              not: {
                days: {
                  from: { field: 'arbitration_requested_on' },
                  to: { field: 'organized_until' },
                  atLeast: 181,
                },
              },
            },
          ],
        },
        says: words(
          'The text gives six months to organize the arbitration. Name the day six months after the request (`organized_until`).',
          'Le texte accorde six mois pour organiser l’arbitrage. Indiquer le jour situé six mois après la demande (`organized_until`).',
        ),
      },
    ],
  },
});
