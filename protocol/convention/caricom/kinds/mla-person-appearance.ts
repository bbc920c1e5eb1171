import type { CheckSpec, KindSpec } from '../../instrument.ts';
import { person } from '../fields/custody.ts';
import { explained } from '../fields/explained.ts';
import { choice, field, words } from '../fields/field.ts';
import { CAME_BACK, DAYS_NOT_OVER } from '../safe-conduct-facts.ts';
import { alsoRefusable, ASSISTANCE_KIND, singleMeasureContent } from './persons-heard-or-moved.ts';

const APPEARANCE = [
  person('MLA-32'),
  field('place_and_dates', 'text', 'MLA-3h', {
    required: true,
    derived: true,
    textMax: 2000,
    en: ['Place and dates', 'Where the person should appear, and when.'],
    fr: ['Lieu et dates', 'Où et quand la personne doit comparaître.'],
    example: words('High Court, 12 April 2027, 09:00', 'Haute Cour, 12 avril 2027, 9 h'),
  }),
  field('appears_as', 'choice', 'MLA-32', {
    required: true,
    choices: [
      choice('witness', 'witness', 'témoin'),
      choice('expert', 'expert', 'expert'),
      choice('other', 'to help otherwise', 'pour aider autrement'),
    ],
    en: ['Role', 'As what the person comes.'],
    fr: ['Qualité', 'À quel titre la personne vient.'],
    example: 'witness',
  }),
  explained('safe_conduct', 'MLA-32', {
    required: true,
    derived: true,
    en: ['Safe conduct', 'What you assure the person of, in words that can be shown.'],
    fr: ['Sauf-conduit', 'Ce que vous assurez à la personne, en des termes à lui montrer.'],
    example: [
      'You will not be prosecuted or detained here for anything before your departure.',
      'Vous ne serez ni poursuivi ni détenu ici pour des faits antérieurs à votre départ.',
    ],
  }),
  field('expenses', 'text', 'MLA-3h', {
    textMax: 2000,
    en: ['Expenses', 'What you pay for travel, lodging and time.'],
    fr: ['Frais', 'Ce que vous payez pour le voyage, le séjour et le temps.'],
    example: words('Travel and lodging paid', 'Voyage et séjour payés'),
  }),
];

const RELEASE: CheckSpec = {
  check: 'safe-conduct-too-short',
  level: 'BLOCK',
  paragraph: 'MLA-32',
  when: {
    all: [
      { not: { agreed: 'safe_conduct_days' } },
      {
        not: {
          days: { from: { field: 'informed_on' }, to: { field: 'protected_until' }, atLeast: 15 },
        },
      },
    ],
  },
  says: words(
    'The person has fifteen days after being told, {informed_on} not counted. Another period holds only if both States agreed on it (subject safe_conduct_days).',
    'La personne a quinze jours après en avoir été informée, {informed_on} non compris. Une autre durée suppose un accord (objet safe_conduct_days).',
  ),
};

const ENDING: readonly CheckSpec[] = [
  {
    check: 'safe-conduct-not-over',
    level: 'BLOCK',
    paragraph: 'MLA-32',
    when: DAYS_NOT_OVER,
    says: words(
      'The days are not over: they run in a row from the day after the person was told, and begin again after a day without a way out.',
      'Les jours ne sont pas écoulés : ils courent de suite dès le lendemain de l’information, et repartent après un jour sans départ possible.',
    ),
  },
  {
    check: 'not-of-own-will',
    level: 'BLOCK',
    paragraph: 'MLA-32',
    when: { not: { field: 'stayed_voluntarily', equals: true } },
    says: words(
      'The protection ends only if the person stayed, or came back, of own will.',
      'La protection ne cesse que si la personne est restée, ou revenue, de son plein gré.',
    ),
  },
  {
    check: 'never-left',
    level: 'ACK',
    paragraph: 'MLA-32',
    when: {
      all: [CAME_BACK, { not: { said: { verb: 'INCIDENT', where: { field: 'what', equals: 'left' } } } }],
    },
    says: words(
      'It is not on record that the person had left. Say how you know.',
      'Il n’est pas consigné que la personne était partie. Dire comment vous le savez.',
    ),
  },
];

/** MLA-3h, 32: a person comes of free will, and is not touched for what happened before. */
export const MLA_PERSON_APPEARANCE: KindSpec = {
  ...ASSISTANCE_KIND,
  kind: 'mla.person_appearance',
  title: words('Voluntary appearance of a person', 'Comparution volontaire d’une personne'),
  articles: ['MLA-32', 'MLA-3', 'MLA-20'],
  content: singleMeasureContent(APPEARANCE),
  grounds: [...ASSISTANCE_KIND.grounds, alsoRefusable('G-NO-PERSON-CONSENT', 'MLA-32')],
  timers: [...ASSISTANCE_KIND.timers, 'T-SAFE-CONDUCT-GRANT', 'T-SAFE-CONDUCT', 'T-INCIDENT'],
  verbs: [
    ...ASSISTANCE_KIND.verbs,
    'PERSON_CONSENT',
    'SAFE_CONDUCT_GRANT',
    'PRESENCE_RELEASE',
    'SAFE_CONDUCT_END',
    'INCIDENT',
  ],
  overlay: 'appearance',
  variations: {
    PERSON_CONSENT: {
      caveats: ['C-SAFE-CONDUCT'],
      duties: [
        {
          timer: 'T-SAFE-CONDUCT-GRANT',
          paragraph: 'MLA-32',
          debtor: 'requesting',
          onlyWhen: { field: 'consent', equals: 'given' },
        },
      ],
    },
  },
  checks: { PRESENCE_RELEASE: [RELEASE], SAFE_CONDUCT_END: ENDING },
};
