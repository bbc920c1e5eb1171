import { field, words } from './field.ts';

export const suggestedDeadline = field('suggested_deadline', 'date', 'MLA-29', {
  en: ['Suggested deadline', 'The day by which you would need the answer.'],
  fr: ['Délai suggéré', 'Le jour pour lequel la réponse serait nécessaire.'],
  example: '2027-03-31',
});

export const deadlineReasons = field('deadline_reasons', 'text', 'MLA-29', {
  required: { whenGiven: { field: 'suggested_deadline' } },
  missingLevel: 'WARN',
  missingSentence: 'deadline-without-reasons',
  derived: true,
  marks: true,
  textMax: 4000,
  en: ['Reasons for the deadline', 'Only a deadline with reasons must be taken into account.'],
  fr: ['Motifs du délai', 'Seul un délai motivé doit être pris en compte.'],
  example: words('The trial opens on 12 April 2027.', 'Le procès s’ouvre le 12 avril 2027.'),
});
