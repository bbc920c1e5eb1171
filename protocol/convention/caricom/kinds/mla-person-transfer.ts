import type { Duty, KindSpec } from '../../instrument.ts';
import { person, returnDue } from '../fields/custody.ts';
import { choice, field, words } from '../fields/field.ts';
import { ACCEPTS_TERMS, CONSENTS, onLeg } from '../transfer-facts.ts';
import { TRANSFER_CHECKS } from './mla-person-transfer-checks.ts';
import { alsoRefusable, ASSISTANCE_KIND, singleMeasureContent } from './persons-heard-or-moved.ts';

const owed = (timer: string, paragraph: string, debtor: Duty['debtor']): Duty => ({
  timer,
  paragraph,
  debtor,
  onlyWhen: onLeg('outbound'),
});

const TRANSFER = [
  person('MLA-12'),
  field('activity', 'choice', 'MLA-12', {
    required: true,
    choices: [
      choice('identification', 'to recognise somebody', 'identifier'),
      choice('testimony', 'to testify', 'témoigner'),
      choice('other_help', 'to help in another way to obtain evidence', 'aider autrement à la preuve'),
    ],
    en: ['Activity', 'What the person is needed for.'],
    fr: ['Activité', 'Ce pour quoi la personne est nécessaire.'],
    example: 'testimony',
  }),
  field('place_and_dates', 'text', 'MLA-12', {
    required: true,
    derived: true,
    textMax: 2000,
    en: ['Place and dates', 'Where, and on which days.'],
    fr: ['Lieu et dates', 'Où, et quels jours.'],
    example: words('High Court, 12 to 14 April 2027', 'Haute Cour, du 12 au 14 avril 2027'),
  }),
  returnDue(true),
  field('custody_arrangements', 'text', 'MLA-13a', {
    textMax: 4000,
    en: ['Custody', 'Where the person would be held, and under whose guard.'],
    fr: ['Détention', 'Où la personne serait détenue, et sous quelle garde.'],
    example: words('Remand wing, single cell', 'Maison d’arrêt, cellule individuelle'),
  }),
];

/** MLA-12 to 14: a prisoner goes to the other State to help, and comes back. */
export const MLA_PERSON_TRANSFER: KindSpec = {
  ...ASSISTANCE_KIND,
  kind: 'mla.person_transfer',
  title: words('Transfer of a prisoner to give evidence', 'Transfèrement d’un détenu pour la preuve'),
  articles: ['MLA-12', 'MLA-13', 'MLA-14', 'MLA-20'],
  content: singleMeasureContent(TRANSFER),
  grounds: [
    ...ASSISTANCE_KIND.grounds,
    alsoRefusable('G-NO-PERSON-CONSENT', 'MLA-12a'),
    alsoRefusable('G-NO-AGREEMENT', 'MLA-12b'),
  ],
  forbidden: [...ASSISTANCE_KIND.forbidden, 'X-EXTRADITION-FIRST'],
  timers: [...ASSISTANCE_KIND.timers, 'T-RETURN', 'T-CUSTODY', 'T-NO-EXTRADITION', 'T-CREDIT', 'T-INCIDENT'],
  verbs: [
    ...ASSISTANCE_KIND.verbs,
    'PERSON_CONSENT',
    'HANDOVER',
    'TAKEOVER',
    'CUSTODY_VARY',
    'CUSTODY_CREDIT',
    'IMMUNITY_AGREE',
    'INCIDENT',
  ],
  overlay: 'transfer',
  variations: {
    CONDITIONS_PROPOSE: { sender: 'either' },
    CONDITIONS_DECLINE: { sender: 'dialog_other' },
    CONDITIONS_ACCEPT: {
      sender: 'dialog_other',
      caveats: ['C-CUSTODY', 'C-COND'],
      countsAs: [
        {
          verb: 'ACCEPT',
          when: { all: [ACCEPTS_TERMS, CONSENTS, { status: ['received', 'in_review'] }] },
        },
      ],
    },
    // The return is what ends it, whatever else was told before.
    RESULT: { guards: ['procedures-answered', 'conditions-settled'] },
    HANDOVER: { caveats: ['C-TPC-IMMUNITY'] },
    TAKEOVER: {
      countsAs: [{ verb: 'RESULT', when: { all: [onLeg('return'), { status: ['executing'] }] } }],
      duties: [
        owed('T-CUSTODY', 'MLA-13a', 'requesting'),
        owed('T-RETURN', 'MLA-13b', 'requesting'),
        owed('T-NO-EXTRADITION', 'MLA-13c', 'requesting'),
        owed('T-CREDIT', 'MLA-13d', 'requested'),
      ],
    },
  },
  checks: TRANSFER_CHECKS,
};
