import { choice, entryId, field, words } from './field.ts';

/** The `Person` block: natural or legal (MLA-2), each particular given or said to be unknown (MLA-20e). */
export const persons = field('persons', 'list', 'MLA-20e', {
  countMax: 100,
  en: [
    'Persons concerned',
    'Everyone concerned, people and companies alike. Write `unknown` for what you cannot say.',
  ],
  fr: [
    'Personnes concernées',
    'Toute personne concernée, physique ou morale. Écrire `inconnu` pour ce qui n’est pas connu.',
  ],
  fields: [
    entryId('n'),
    field('kind', 'choice', 'MLA-2', {
      required: true,
      derived: true,
      choices: [
        choice('natural', 'natural person', 'personne physique'),
        choice('legal', 'legal person', 'personne morale', { paragraph: 'MLA-2' }),
      ],
      en: ['Kind', 'A human being, or a company or other legal person.'],
      fr: ['Nature', 'Une personne physique, ou une société ou autre personne morale.'],
      example: 'natural',
    }),
    field('role', 'choice', 'MLA-20e', {
      required: true,
      derived: true,
      choices: [
        choice('suspect', 'suspect or accused', 'suspect ou prévenu'),
        choice('witness', 'witness', 'témoin'),
        choice('expert', 'expert', 'expert'),
        choice('victim', 'victim', 'victime'),
        choice('holder', 'holder of evidence', 'détenteur d’éléments de preuve'),
        choice('addressee', 'addressee of documents', 'destinataire d’actes'),
        choice('other', 'other', 'autre'),
      ],
      en: ['Role', 'What the person is in the matter.'],
      fr: ['Qualité', 'La qualité de la personne dans l’affaire.'],
      example: 'holder',
    }),
    particular(
      'identity',
      ['Identity', 'Name, date of birth, documents; registered name and number of a company.'],
      [
        'Identité',
        'Nom, date de naissance, documents ; dénomination et numéro d’immatriculation d’une société.',
      ],
    ),
    particular(
      'location',
      ['Location', 'Address or whereabouts; the seat of a company.'],
      ['Lieu', 'Adresse ou lieu de séjour ; siège d’une société.'],
    ),
    particular(
      'nationality',
      ['Nationality', 'Nationality; State of registration of a company.'],
      ['Nationalité', 'Nationalité ; État d’immatriculation d’une société.'],
    ),
  ],
});

type Wording = readonly [string, string];

function particular(name: string, en: Wording, fr: Wording) {
  return field(name, 'text', 'MLA-20e', {
    required: true,
    derived: true,
    missingLevel: 'WARN',
    missingSentence: 'say-unknown',
    unknownAllowed: true,
    textMax: 1000,
    en,
    fr,
    example: words('unknown', 'inconnu'),
  });
}
