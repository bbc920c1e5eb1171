import type { VerbSpec } from '../../instrument.ts';
import { choice, field, words } from '../fields/field.ts';
import { linkedCase } from '../fields/relations.ts';
import { note } from '../fields/scope.ts';
import { QUOTES_ASSISTANCE_REQUEST, QUOTES_EXTRADITION_REQUEST, QUOTES_FOLLOW_UP } from '../follow-up.ts';
import { ANY, verb } from './verb.ts';

const message = (paragraph: string, en: string, fr: string) =>
  field('item', 'digest', paragraph, {
    required: true,
    en: ['Message', en],
    fr: ['Message', fr],
    example: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  });

const explanation = (paragraph: string, en: string, fr: string, example: [string, string]) =>
  field('explanation', 'text', paragraph, {
    required: true,
    textMax: 20_000,
    en: ['Explanation', en],
    fr: ['Explication', fr],
    example: words(...example),
  });

/** Formal verbs about what was said, and the end (register 2.1). */
export const FORMAL_VERBS: readonly VerbSpec[] = [
  verb('CORRECTION', words('correction', 'rectification'), {
    paragraph: 'MLA-18',
    sender: 'either',
    from: ANY,
    guards: ['own-item'],
    content: [
      message(
        'MLA-18',
        'The id of your message that you correct.',
        'L’identifiant de votre message rectifié.',
      ),
      field('corrected_fields', 'list', 'MLA-18', {
        of: 'code',
        countMax: 50,
        en: ['Fields', 'The names of the fields that you correct.'],
        fr: ['Champs', 'Les noms des champs rectifiés.'],
        example: 'facts_summary',
      }),
      field('corrected', 'text', 'MLA-18', {
        required: true,
        textMax: 40_000,
        en: ['Correct text', 'What it should say.'],
        fr: ['Texte exact', 'Ce qu’il faut lire.'],
        example: words('On 4 March 2026, not on the 3rd.', 'Le 4 mars 2026, et non le 3.'),
      }),
      explanation('MLA-18', 'Why it is corrected.', 'Pourquoi elle est rectifiée.', [
        'A slip of the pen.',
        'Une erreur de plume.',
      ]),
    ],
  }),
  verb('LINK_CASE', words('link to another case', 'lien avec une autre affaire'), {
    paragraph: 'SPI-1',
    sender: 'either',
    from: ANY,
    effects: ['link'],
    dischargesWhen: [
      { timer: 'T-PRES-EXPIRY', when: QUOTES_FOLLOW_UP },
      { timer: 'T-EPROD-FORMAT', when: QUOTES_ASSISTANCE_REQUEST },
      { timer: 'T-EXT-PROVISIONAL', when: QUOTES_EXTRADITION_REQUEST },
    ],
    content: [
      ...linkedCase('SPI-1'),
      note('SPI-1', 'What there is to say about it.', 'Ce qu’il y a à en dire.'),
    ],
  }),
  verb('NONCONFORMITY_NOTICE', words('notice of non-conformity', 'avis de non-conformité'), {
    paragraph: 'ICO-1',
    sender: 'either',
    from: ANY,
    effects: ['contest'],
    guards: ['other-sides-item'],
    content: [
      message(
        'ICO-1',
        'The id of the other side’s message that you mean.',
        'L’identifiant du message de l’autre partie que vous visez.',
      ),
      field('paragraph', 'code', 'ICO-1', {
        required: true,
        format: 'paragraph',
        en: ['Paragraph', 'The paragraph that you hold broken, or the duty that you dispute.'],
        fr: ['Paragraphe', 'Le paragraphe que vous tenez pour violé, ou le devoir contesté.'],
        example: 'MLA-8',
      }),
      field('timer', 'code', 'ICO-1', {
        en: ['Disputed duty', 'If you dispute a duty that the message opened: its code, such as T-EXECUTE.'],
        fr: ['Devoir contesté', 'Si vous contestez un devoir né du message : son code, comme T-EXECUTE.'],
        example: 'T-EXECUTE',
      }),
      explanation('ICO-1', 'Why you hold that.', 'Pourquoi vous le soutenez.', [
        'Bank secrecy is no ground for refusal.',
        'Le secret bancaire n’est pas un motif de refus.',
      ]),
    ],
  }),
  verb('CLOSE', words('closing', 'clôture'), {
    paragraph: 'MLA-29',
    sender: 'either',
    from: ['executed', 'refused', 'withdrawn', 'intake_rejected'],
    effects: ['close'],
    content: [
      field('reason', 'choice', 'MLA-29', {
        choices: [
          choice('completed', 'everything has been done', 'tout est achevé'),
          choice('no_further_interest', 'no further interest', 'plus d’intérêt'),
          choice('superseded', 'another case takes its place', 'remplacée par une autre affaire'),
          choice('other', 'other', 'autre'),
        ],
        en: ['Reason', 'Why the case is closed on your side.'],
        fr: ['Raison', 'Pourquoi l’affaire est close de votre côté.'],
        example: 'completed',
      }),
      field('surviving_caveats', 'list', 'MLA-24', {
        of: 'code',
        countMax: 128,
        filledByNode: true,
        en: ['Restrictions that live on', 'Filled in by the node: closing lifts none of them.'],
        fr: ['Restrictions qui subsistent', 'Renseignées par le nœud : la clôture n’en lève aucune.'],
      }),
      field('surviving_duties', 'list', 'MLA-29', {
        of: 'code',
        countMax: 128,
        filledByNode: true,
        en: ['Duties that live on', 'Filled in by the node: closing discharges none of them.'],
        fr: ['Devoirs qui subsistent', 'Renseignés par le nœud : la clôture n’en éteint aucun.'],
      }),
      note('MLA-29', 'Anything else.', 'Toute autre précision.'),
    ],
  }),
];
