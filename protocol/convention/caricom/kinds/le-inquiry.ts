import type { KindSpec } from '../../instrument.ts';
import { explained } from '../fields/explained.ts';
import { choice, entryId, field, words } from '../fields/field.ts';
import { offencesUnder } from '../fields/offences.ts';
import { persons } from '../fields/persons.ts';
import { ownReference } from '../fields/proceeding.ts';
import { contact, links, translations } from '../fields/relations.ts';
import { cooperation, viaOrganization } from './cooperation.ts';
import { LEC_PROPOSALS, LEC_REGIME, widerScope } from './law-enforcement.ts';

const onPerson = { whenField: { field: 'topic', values: ['person'] } } as const;

const topic = field('topic', 'choice', 'LEC-1b', {
  required: true,
  choices: [
    choice('person', 'a person', 'une personne', { paragraph: 'LEC-1b-i' }),
    choice('proceeds', 'proceeds of an offence', 'le produit d’une infraction', { paragraph: 'LEC-1b-ii' }),
    choice('instrumentality', 'property or equipment used', 'des biens ou du matériel utilisés', {
      paragraph: 'LEC-1b-iii',
    }),
  ],
  en: ['Topic', 'What the inquiry is about.'],
  fr: ['Sujet', 'Sur quoi portent les recherches.'],
  example: 'proceeds',
});

const personRole = field('person_role', 'choice', 'LEC-1b-i', {
  required: onPerson,
  appliesWhen: onPerson,
  choices: [
    choice('suspect', 'a suspect', 'une personne soupçonnée'),
    choice('other', 'somebody else', 'une autre personne'),
  ],
  en: ['Role', 'Whether the person is suspected. Of others only the location can be asked.'],
  fr: ['Rôle', 'Si la personne est soupçonnée. D’une autre, seul le lieu peut être demandé.'],
  example: 'suspect',
});

const asks = field('asks', 'list', 'LEC-1b-i', {
  of: 'choice',
  required: onPerson,
  appliesWhen: onPerson,
  countMin: 1,
  countMax: 3,
  choices: [
    choice('identity', 'identity', 'l’identité'),
    choice('whereabouts', 'whereabouts', 'le lieu de séjour'),
    choice('activities', 'activities', 'les activités'),
  ],
  en: ['Asked', 'What you need to know of the person.'],
  fr: ['Demandé', 'Ce qu’il vous faut savoir de la personne.'],
  example: 'whereabouts',
});

const items = field('items', 'list', 'LEC-1b', {
  countMax: 50,
  prominent: true,
  en: ['Property', 'The property, equipment or instruments looked for. Answers name them by their id.'],
  fr: [
    'Biens',
    'Les biens, matériels ou instruments recherchés. Les réponses les désignent par identifiant.',
  ],
  fields: [
    entryId('i'),
    explained('description', 'LEC-1b-ii', {
      prominent: true,
      en: ['Description', 'What it is, with numbers and marks.'],
      fr: ['Description', 'De quoi il s’agit, avec numéros et signes distinctifs.'],
      example: ['Account 0042-7719, USD 41,000', 'Compte 0042-7719, 41 000 USD'],
    }),
  ],
});

/** LEC-1b: inquiries of one police service with another. */
export const LE_INQUIRY: KindSpec = cooperation({
  kind: 'le.inquiry',
  title: words('Police inquiry', 'Recherches policières'),
  articles: ['LEC-1b', 'LEC-1b-i', 'LEC-1b-ii', 'LEC-1b-iii', 'LEC-2'],
  ...LEC_REGIME,
  partsField: 'items',
  content: [
    ownReference,
    contact,
    topic,
    personRole,
    asks,
    persons,
    items,
    field('question', 'text', 'LEC-1b', {
      required: true,
      textMax: 10_000,
      en: ['Question', 'What you need to know.'],
      fr: ['Question', 'Ce qu’il vous faut savoir.'],
      example: words(
        'Is the money still there, and who has drawn on the account since 3 March 2026?',
        'L’argent y est-il encore, et qui a tiré sur le compte depuis le 3 mars 2026 ?',
      ),
    }),
    offencesUnder('LEC-1b', []),
    field('wider_scope', 'boolean', 'LEC-1a', {
      en: [
        'Links with other crimes',
        'Whether it also concerns links with other crimes. Both must have agreed.',
      ],
      fr: [
        'Liens avec d’autres infractions',
        'Si elle vise aussi des liens avec d’autres infractions. Il faut l’accord des deux États.',
      ],
      example: 'no',
    }),
    viaOrganization,
    links,
    translations,
  ],
  variations: LEC_PROPOSALS,
  checks: {
    REQUEST: [
      widerScope('wider_scope'),
      {
        check: 'outside-inquiry',
        level: 'ACK',
        paragraph: 'LEC-1b-i',
        when: {
          all: [
            { field: 'topic', equals: 'person' },
            { field: 'person_role', equals: 'other' },
            { some: { list: 'asks', where: { field: 'value', equals: ['identity', 'activities'] } } },
          ],
        },
        says: words(
          'Of a person who is no suspect the text names the location alone: this goes beyond it. Ask for the whereabouts, or say why you need more.',
          'D’une personne non soupçonnée, le texte ne vise que le lieu : ceci va au-delà. Demander le lieu, ou dire pourquoi davantage est nécessaire.',
        ),
      },
      {
        check: 'property-undescribed',
        level: 'WARN',
        paragraph: 'LEC-1b-ii',
        when: {
          all: [
            { field: 'topic', equals: 'proceeds' },
            { not: { some: { list: 'items', where: { given: 'description' } } } },
          ],
        },
        says: words(
          'Nothing describes the property. Without it the other State can hardly look for it.',
          'Rien ne décrit les biens. Sans cela, l’autre État peut difficilement les rechercher.',
        ),
      },
    ],
  },
});
