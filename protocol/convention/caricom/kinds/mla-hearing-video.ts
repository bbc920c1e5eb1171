import type { CheckSpec, KindSpec } from '../../instrument.ts';
import { person } from '../fields/custody.ts';
import { explained } from '../fields/explained.ts';
import { choice, field, words } from '../fields/field.ts';
import { alsoRefusable, ASSISTANCE_KIND, singleMeasureContent } from './persons-heard-or-moved.ts';

const HEARING = [
  person('MLA-23'),
  field('hearing_role', 'choice', 'MLA-23', {
    required: true,
    choices: [choice('witness', 'witness', 'témoin'), choice('expert', 'expert', 'expert')],
    en: ['Role', 'As what the person is to be heard.'],
    fr: ['Qualité', 'À quel titre la personne doit être entendue.'],
    example: 'witness',
  }),
  field('why_not_in_person', 'choice', 'MLA-23', {
    required: true,
    choices: [
      choice('not_possible', 'coming is not possible', 'la venue est impossible'),
      choice('not_desirable', 'coming is not desirable', 'la venue est inopportune'),
    ],
    en: ['Why not in person', 'Why the person cannot, or should not, come to you.'],
    fr: ['Pourquoi à distance', 'Pourquoi la personne ne peut, ou ne doit, venir.'],
    example: 'not_possible',
  }),
  field('hearing_authority', 'text', 'MLA-23', {
    required: true,
    textMax: 300,
    en: ['Who hears', 'The judicial authority that wants to hear the person.'],
    fr: ['Qui entend', 'L’autorité judiciaire qui veut entendre la personne.'],
    example: words('High Court, criminal division', 'Haute Cour, chambre criminelle'),
  }),
  field('proposed_times', 'list', 'MLA-23', {
    of: 'text',
    required: true,
    derived: true,
    countMin: 1,
    countMax: 20,
    textMax: 200,
    en: ['Times', 'Days and hours that would suit you, with the time zone.'],
    fr: ['Dates', 'Les jours et heures qui vous conviennent, avec le fuseau.'],
    example: words('12 April 2027, 09:00 (UTC-4)', '12 avril 2027, 9 h (UTC-4)'),
  }),
  field('arrangements', 'text', 'MLA-23', {
    textMax: 4000,
    en: [
      'Arrangements',
      'Interpreters, technical link, oath, rights of the person. The link is made elsewhere.',
    ],
    fr: ['Modalités', 'Interprètes, liaison, serment, droits de la personne. La liaison se fait ailleurs.'],
    example: words(
      'Interpreter English–French; link by the court’s own service',
      'Interprète anglais–français',
    ),
  }),
];

const CONDUCT = [
  field('hearing_date', 'date', 'MLA-23', {
    prominent: true,
    en: ['Day of the hearing', 'The day on which the person is heard.'],
    fr: ['Jour de l’audition', 'Le jour où la personne est entendue.'],
    example: '2027-04-12',
  }),
  field('conducted_by', 'choice', 'MLA-23', {
    choices: [
      choice('requesting_authority', 'the court that asks', 'la juridiction requérante'),
      choice('requested_authority', 'a court of our own', 'une juridiction requise'),
    ],
    en: ['Conducted by', 'Who conducts the hearing. If the court that asks does, one of yours attends.'],
    fr: [
      'Conduite par',
      'Qui conduit l’audition. Si c’est la juridiction requérante, une des vôtres assiste.',
    ],
    example: 'requesting_authority',
  }),
  explained('attending_authority', 'MLA-23', {
    textMax: 300,
    en: ['Attending authority', 'Your judicial authority that attends.'],
    fr: ['Autorité présente', 'Votre autorité judiciaire qui assiste.'],
    example: ['Resident Magistrate, Kingston', 'Tribunal de Kingston'],
  }),
];

const ATTENDED: CheckSpec = {
  check: 'nobody-attends',
  level: 'BLOCK',
  paragraph: 'MLA-23',
  when: {
    all: [
      { given: 'hearing_date' },
      { field: 'conducted_by', equals: 'requesting_authority' },
      { not: { given: 'attending_authority' } },
    ],
  },
  says: words(
    'The court that asks conducts the hearing: name your judicial authority that attends before you set the day.',
    'La juridiction requérante conduit l’audition : indiquer votre autorité présente avant de fixer le jour.',
  ),
};

const PROPOSED: CheckSpec = {
  check: 'conduct-not-agreed',
  level: 'WARN',
  paragraph: 'MLA-23',
  when: {
    all: [
      { field: 'conducted_by', equals: 'requesting_authority' },
      { not: { agreed: 'hearing_modalities' } },
    ],
  },
  says: words(
    'No agreement on who conducts the hearing is on record. Propose one (subject hearing_modalities), or go on.',
    'Aucun accord sur la conduite de l’audition n’est consigné. En proposer un (objet hearing_modalities), ou continuer.',
  ),
  instead: ['PROPOSE'],
};

/** MLA-23: a witness or expert is heard from afar. */
export const MLA_HEARING_VIDEO: KindSpec = {
  ...ASSISTANCE_KIND,
  kind: 'mla.hearing_video',
  title: words('Hearing by video', 'Audition par vidéo'),
  articles: ['MLA-23', 'MLA-3', 'MLA-20'],
  content: singleMeasureContent(HEARING),
  grounds: [...ASSISTANCE_KIND.grounds, alsoRefusable('G-DISCRETION', 'MLA-23')],
  variations: { ACCEPT: { content: CONDUCT } },
  checks: { ACCEPT: [ATTENDED, PROPOSED] },
};
