import type { KindSpec } from '../../instrument.ts';
import { choice, field, words } from '../fields/field.ts';
import { ownReference } from '../fields/proceeding.ts';
import { contact, links, translations } from '../fields/relations.ts';
import { cooperation, PLAIN_RESULT, proposalsOn } from './cooperation.ts';

const SUBJECTS = [
  choice('prevention', 'prevention, detection, control', 'prévention, détection, contrôle', {
    paragraph: 'TRAIN-1a',
  }),
  choice('routes', 'routes and techniques of suspects', 'itinéraires et techniques des suspects', {
    paragraph: 'TRAIN-1b',
  }),
  choice('data_movement', 'monitoring of data movement', 'suivi de la circulation des données', {
    paragraph: 'TRAIN-1c',
  }),
  choice('proceeds', 'movements of proceeds and property', 'mouvements du produit et des biens', {
    paragraph: 'TRAIN-1d',
  }),
  choice('evidence', 'collection of evidence', 'recueil de preuves', { paragraph: 'TRAIN-1e' }),
  choice('equipment', 'modern equipment and techniques', 'matériel et techniques modernes', {
    paragraph: 'TRAIN-1f',
  }),
  choice('countering', 'methods of countering', 'méthodes de lutte', { paragraph: 'TRAIN-1g' }),
  choice('protection', 'protection of victims and witnesses', 'protection des victimes et témoins', {
    paragraph: 'TRAIN-1i',
  }),
  choice('regulations', 'national and international rules', 'règles nationales et internationales', {
    paragraph: 'TRAIN-1j',
  }),
];

const what = [
  field('direction', 'choice', 'TRAIN-4', {
    required: true,
    choices: [
      choice('need', 'we need it', 'nous en avons besoin'),
      choice('offer', 'we offer it', 'nous l’offrons'),
    ],
    en: ['Direction', 'Whether you need it or offer it.'],
    fr: ['Sens', 'Si vous en avez besoin ou l’offrez.'],
    example: 'offer',
  }),
  field('type', 'choice', 'TRAIN-4', {
    required: true,
    choices: [
      choice('training', 'training', 'formation', { paragraph: 'TRAIN-4' }),
      choice('secondment', 'secondment or exchange', 'détachement ou échange', { paragraph: 'TRAIN-5' }),
      choice('technical_assistance', 'technical assistance', 'assistance technique', {
        paragraph: 'ECD-2c',
      }),
    ],
    en: ['Type', 'What kind of help it is.'],
    fr: ['Type', 'De quelle aide il s’agit.'],
    example: 'training',
  }),
  field('subjects', 'list', 'TRAIN-1', {
    of: 'choice',
    required: true,
    countMin: 1,
    countMax: 9,
    choices: SUBJECTS,
    en: ['Subjects', 'What it is about, as the article lists it.'],
    fr: ['Sujets', 'De quoi il s’agit, selon la liste de l’article.'],
    example: 'evidence',
  }),
  field('purpose', 'choice', 'TRAIN-5', {
    choices: [
      choice('general', 'in general', 'en général'),
      choice(
        'ext_mla_timeliness',
        'timely extradition and assistance',
        'extradition et entraide dans les délais',
        {
          paragraph: 'TRAIN-5',
        },
      ),
    ],
    en: ['Purpose', 'What it is to serve.'],
    fr: ['But', 'À quoi elle doit servir.'],
    example: 'ext_mla_timeliness',
  }),
];

const how = [
  field('audience', 'text', 'TRAIN-1', {
    required: true,
    textMax: 1000,
    en: ['Audience', 'For whom it is: investigators, prosecutors, judges, central authorities.'],
    fr: ['Public', 'À qui elle s’adresse : enquêteurs, procureurs, juges, autorités centrales.'],
    example: words('Ten investigators and prosecutors', 'Dix enquêteurs et procureurs'),
  }),
  field('from', 'date', 'TRAIN-4', {
    en: ['From', 'The first day, if it is fixed.'],
    fr: ['Du', 'Le premier jour, s’il est fixé.'],
    example: '2027-05-10',
  }),
  field('until', 'date', 'TRAIN-4', {
    notBefore: 'from',
    en: ['Until', 'The last day.'],
    fr: ['Au', 'Le dernier jour.'],
    example: '2027-05-14',
  }),
  field('course_language', 'code', 'TRAIN-5', {
    format: 'language',
    en: ['Language', 'The language in which it is held, as a code such as `en`.'],
    fr: ['Langue', 'La langue dans laquelle elle se tient, sous forme de code comme `fr`.'],
    example: 'en',
  }),
  field('mode', 'choice', 'TRAIN-4', {
    choices: [
      choice('in_person', 'in person', 'en présence'),
      choice('remote', 'at a distance', 'à distance'),
      choice('both', 'both', 'les deux'),
    ],
    en: ['Mode', 'How it is held.'],
    fr: ['Mode', 'Comment elle se tient.'],
    example: 'in_person',
  }),
  field('programme', 'text', 'TRAIN-4', {
    textMax: 20_000,
    en: ['Programme', 'What is planned, or wished for.'],
    fr: ['Programme', 'Ce qui est prévu, ou souhaité.'],
    example: words(
      'Five days on seizing and keeping devices',
      'Cinq jours sur la saisie et la garde d’appareils',
    ),
  }),
];

/** TRAIN-4 and 5, ECD-2c: training and technical assistance, needed or offered. No case, no secrets. */
export const TRAIN_REQUEST: KindSpec = cooperation({
  kind: 'train.request',
  title: words('Training and technical assistance', 'Formation et assistance technique'),
  articles: ['TRAIN-4', 'TRAIN-5', 'ECD-2c'],
  routes: [{ from: ['CA', 'POC', 'LEA'], to: ['CA', 'POC', 'LEA'], paragraph: 'TRAIN-4' }],
  treaty: { subject: 'training', procedure: 'article_only', replacedBy: 'article_only' },
  content: [ownReference, contact, ...what, ...how, links, translations],
  variations: {
    ...proposalsOn('TRAIN-4', [
      choice('programme', 'the programme', 'le programme', { paragraph: 'TRAIN-4' }),
      choice('logistics', 'practical matters', 'des questions pratiques', { paragraph: 'ECD-4' }),
    ]),
    RESULT: PLAIN_RESULT,
  },
});
