import type { Duty, VerbSpec } from '../../instrument.ts';
import { choice, field, words } from '../fields/field.ts';
import { DATA_DUTIES } from './data-duties.ts';
import { ANY, LIVE, verb } from './verb.ts';

const ORAL = { field: 'medium', equals: 'oral' } as const;

/** What was said on another way than this network, and its confirmation (register 2.1). */
export const OFFCHANNEL_VERBS: readonly VerbSpec[] = [
  verb('OFFCHANNEL_NOTE', words('note of what was said elsewhere', 'note d’une communication hors réseau'), {
    paragraph: 'MLA-18',
    sender: 'either',
    from: ANY,
    opensAs: {
      verb: 'REQUEST',
      theirsWhen: { field: 'said_by', equals: 'them' },
      opens: { dialog: 'oral', onlyWhen: ORAL },
      duties: [
        {
          timer: 'T-ORAL-CONFIRM',
          paragraph: 'MLA-18',
          debtor: 'requesting',
          onlyBy: 'requesting',
          onlyWhen: ORAL,
        },
      ],
    },
    dischargesWhen: [
      { timer: 'T-NEGOTIATE', when: { given: 'arbitration_requested_on' } },
      {
        timer: 'T-EPROD-FORMAT',
        when: {
          all: [
            { field: 'said_by', equals: 'us' },
            { field: 'medium', equals: ['diplomatic', 'post', 'other'] },
          ],
        },
      },
    ],
    content: [
      field('medium', 'choice', 'MLA-17', {
        required: true,
        choices: [
          choice('oral', 'by word of mouth', 'de vive voix', { paragraph: 'MLA-18' }),
          choice('diplomatic', 'the diplomatic channel', 'la voie diplomatique', { paragraph: 'MLA-17' }),
          choice('interpol', 'INTERPOL', 'INTERPOL', { paragraph: 'MLA-17' }),
          choice('post', 'post or courier', 'la poste ou un coursier'),
          choice('other', 'another way', 'une autre voie'),
        ],
        en: ['Way', 'The way on which it was said or sent.'],
        fr: ['Voie', 'La voie par laquelle cela a été dit ou envoyé.'],
        example: 'oral',
      }),
      field('said_by', 'choice', 'MLA-18', {
        required: true,
        choices: [
          choice('us', 'the side that writes this', 'la partie qui écrit ceci'),
          choice('them', 'the other side', 'l’autre partie'),
        ],
        en: ['Said by', 'Who said or sent it.'],
        fr: ['Dit par', 'Qui l’a dit ou envoyé.'],
        example: 'us',
      }),
      field('said_at', 'time', 'MLA-18', {
        required: true,
        en: ['When', 'When it was said, or handed over, with its offset from UTC.'],
        fr: ['Quand', 'Quand cela a été dit ou remis, avec le décalage UTC.'],
        example: '2026-11-30T02:00:00-04:00',
      }),
      field('persons', 'text', 'MLA-18', {
        required: true,
        textMax: 1000,
        en: ['Who', 'Who spoke or handed it over, and to whom.'],
        fr: ['Qui', 'Qui a parlé ou remis, et à qui.'],
        example: words('Ms J. Doe to Mr A. Brown, by telephone', 'Mme J. Doe à M. A. Brown, par téléphone'),
      }),
      field('text', 'text', 'MLA-18', {
        required: true,
        marks: true,
        textMax: 20_000,
        en: ['What', 'What was communicated, as exactly as you can say it.'],
        fr: ['Quoi', 'Ce qui a été communiqué, aussi exactement que possible.'],
        example: words(
          'That account 0042-7719 be watched until the written request comes.',
          'Que le compte 0042-7719 soit surveillé jusqu’à la demande écrite.',
        ),
      }),
    ],
  }),
  verb('WRITTEN_CONFIRMATION', words('confirmation in writing', 'confirmation écrite'), {
    paragraph: 'MLA-18',
    sender: 'requesting',
    from: ANY.filter((status) => status !== 'closed'),
    carriesOpening: true,
    closes: { dialog: 'oral' },
    effects: ['open'],
    caveats: ['C-CONF-REQ'],
    discharges: ['T-ORAL-CONFIRM'],
    duties: [
      { timer: 'T-ACK', paragraph: 'MLA-15', debtor: 'requested', onlyIn: ['received'] },
      { timer: 'T-SPEEDY', paragraph: 'MLA-15', debtor: 'requested', onlyIn: ['received', 'in_review'] },
      { timer: 'T-EXECUTE', paragraph: 'MLA-29', debtor: 'requested', onlyIn: LIVE },
      ...DATA_DUTIES.map((duty): Duty => ({ ...duty, onlyIn: ['received', 'in_review'] })),
      {
        timer: 'T-SUGGESTED',
        paragraph: 'MLA-29',
        debtor: 'requested',
        onlyIn: LIVE,
        onlyWhen: { field: 'deadline_reasons_given', equals: true },
      },
    ],
    content: [
      field('differences', 'text', 'MLA-18', {
        required: true,
        marks: true,
        textMax: 10_000,
        en: ['Differences', 'In what it differs from what was said; “none” if in nothing.'],
        fr: ['Différences', 'En quoi elle diffère de ce qui a été dit ; « aucune », le cas échéant.'],
        example: words('None', 'Aucune'),
      }),
    ],
  }),
];
