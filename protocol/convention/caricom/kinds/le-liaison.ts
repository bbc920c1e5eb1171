import type { KindSpec } from '../../instrument.ts';
import { choice, field, words } from '../fields/field.ts';
import { ownReference } from '../fields/proceeding.ts';
import { contact, links, translations } from '../fields/relations.ts';
import { cooperation, PLAIN_RESULT } from './cooperation.ts';
import { LEC_PROPOSALS, LEC_REGIME } from './law-enforcement.ts';

/** LEC-1e: personnel, experts and liaison officers. A posting rests on an arrangement. */
export const LE_LIAISON: KindSpec = cooperation({
  kind: 'le.liaison',
  title: words('Personnel, experts and liaison officers', 'Personnel, experts et officiers de liaison'),
  articles: ['LEC-1e', 'LEC-2', 'TRAIN-1'],
  ...LEC_REGIME,
  routes: [{ from: ['LEA', 'CA'], to: ['LEA', 'CA'], paragraph: 'LEC-1e' }],
  content: [
    ownReference,
    contact,
    field('purpose', 'choice', 'LEC-1e', {
      required: true,
      choices: [
        choice('posting', 'posting of a liaison officer', 'détachement d’un officier de liaison'),
        choice('expert', 'exchange of personnel or experts', 'échange de personnel ou d’experts'),
        choice('coordination', 'coordination of work', 'coordination du travail'),
        choice('secondment', 'secondment for training', 'détachement de formation', {
          paragraph: 'TRAIN-1',
        }),
      ],
      en: ['Purpose', 'What the person is to do.'],
      fr: ['But', 'Ce que la personne doit faire.'],
      example: 'expert',
    }),
    field('person', 'text', 'LEC-1e', {
      required: true,
      textMax: 500,
      en: ['Person', 'Name and function.'],
      fr: ['Personne', 'Nom et fonction.'],
      example: words('Inspector C. Charles, network forensics', 'Inspecteur C. Charles, réseaux'),
    }),
    field('from', 'date', 'LEC-1e', {
      required: true,
      en: ['From', 'The first day.'],
      fr: ['Du', 'Le premier jour.'],
      example: '2027-01-11',
    }),
    field('until', 'date', 'LEC-1e', {
      required: true,
      notBefore: 'from',
      en: ['Until', 'The last day.'],
      fr: ['Au', 'Le dernier jour.'],
      example: '2027-01-22',
    }),
    field('accreditation', 'text', 'LEC-1e', {
      textMax: 1000,
      en: ['Accreditation', 'What the person may do there, and under whose direction.'],
      fr: ['Accréditation', 'Ce que la personne peut faire sur place, et sous quelle autorité.'],
      example: words('Advises only; no powers', 'Conseil seulement ; aucun pouvoir'),
    }),
    field('arrangement', 'code', 'LEC-1e', {
      en: ['Arrangement', 'Its reference in both profiles, if there is one.'],
      fr: ['Arrangement', 'Sa référence dans les deux profils, s’il y en a un.'],
      example: 'POL-2024',
    }),
    links,
    translations,
  ],
  variations: { ...LEC_PROPOSALS, RESULT: PLAIN_RESULT },
  checks: {
    REQUEST: [
      {
        check: 'posting-without-arrangement',
        level: 'BLOCK',
        paragraph: 'LEC-1e',
        when: {
          all: [{ field: 'purpose', equals: 'posting' }, { not: { legalBasis: ['treaty', 'arrangement'] } }],
        },
        says: words(
          'A liaison officer is posted under an arrangement, and both profiles name none on police cooperation. Propose one first.',
          'Un officier de liaison est détaché en vertu d’un arrangement, et les deux profils n’en citent aucun sur la coopération policière. En proposer un d’abord.',
        ),
        instead: ['arrangement.record'],
      },
    ],
  },
});
