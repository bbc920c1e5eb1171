import type { FieldSpec } from '../../field-spec.ts';
import { dataItems } from './data-items.ts';
import { emergency, relationToEmergency } from './emergency.ts';
import { explained } from './explained.ts';
import { entryId, field, words } from './field.ts';
import { offencesUnder } from './offences.ts';
import { ownReference } from './proceeding.ts';
import { contact, links, translations } from './relations.ts';

const ISSUED: readonly FieldSpec[] = [
  field('competent_authority', 'text', 'EPROD-5a', {
    required: true,
    textMax: 300,
    en: [
      'Competent authority',
      'The authority that seeks the data. It may be another than your 24/7 contact.',
    ],
    fr: [
      'Autorité compétente',
      'L’autorité qui recherche les données. Elle peut différer de votre point de contact.',
    ],
    example: words('Missing Persons Unit', 'Brigade des personnes disparues'),
  }),
  field('issued_on', 'date', 'EPROD-5a', {
    required: true,
    en: ['Issued on', 'The day on which the request is issued.'],
    fr: ['Émise le', 'Le jour où la demande est émise.'],
    example: '2026-11-01',
  }),
  field('issued_pursuant_statement', 'text', 'EPROD-5b', {
    required: true,
    fixed:
      'This request is issued pursuant to the Convention. — La présente demande est émise en application de la Convention.',
    en: ['Statement', 'Written by the node: that the request is issued under the Convention.'],
    fr: ['Mention', 'Écrite par le nœud : la demande est émise en application de la Convention.'],
  }),
];

const providers = field('providers', 'list', 'EPROD-5c', {
  required: true,
  countMin: 1,
  countMax: 20,
  en: ['Providers', 'The service providers that hold or control the data, in the other State’s territory.'],
  fr: [
    'Fournisseurs',
    'Les fournisseurs qui détiennent ou contrôlent les données, sur le territoire de l’autre État.',
  ],
  fields: [
    entryId('s'),
    field('name', 'text', 'EPROD-5c', {
      required: true,
      textMax: 300,
      en: ['Name', 'Its name.'],
      fr: ['Nom', 'Son nom.'],
      example: 'Harbour Mail Ltd',
    }),
    field('address', 'text', 'EPROD-5c', {
      required: true,
      textMax: 1000,
      en: ['Address', 'Its address in that State. The other State’s profile may list it.'],
      fr: ['Adresse', 'Son adresse dans cet État. Le profil de l’autre État peut l’indiquer.'],
      example: words('10 Harbour Street, Kingston', '10, rue du Port, Kingston'),
    }),
  ],
});

const specialProcedures = field('special_procedures', 'list', 'EPROD-5g', {
  required: true,
  derived: true,
  missingLevel: 'WARN',
  countMax: 20,
  missingSentence: 'say-none',
  en: ['Special procedures', 'Procedures that should be followed. `[]` if there are none.'],
  fr: ['Procédures particulières', 'Les procédures à suivre. `[]` s’il n’y en a pas.'],
  fields: [
    entryId('pr'),
    field('text', 'text', 'EPROD-5g', {
      required: true,
      textMax: 4000,
      en: ['Procedure', 'What should be done, and why it matters.'],
      fr: ['Procédure', 'Ce qui doit être fait, et pourquoi.'],
      example: words(
        'The provider must not tell the holder.',
        'Le fournisseur ne doit pas avertir le titulaire.',
      ),
    }),
  ],
});

/** EPROD-5: what a request for production in an emergency says. */
export const PRODUCTION_CONTENT: readonly FieldSpec[] = [
  ...ISSUED,
  ownReference,
  contact,
  providers,
  offencesUnder('EPROD-5d', ['label', 'provisions', 'penalty']),
  ...emergency(
    'EPROD-5e',
    relationToEmergency('data_relation_to_emergency', 'EPROD-5e', [
      'How the data bear on the emergency: what they will allow to be done.',
      'Le rapport des données avec l’urgence : ce qu’elles permettront de faire.',
    ]),
  ),
  dataItems({ item: 'EPROD-5f' }),
  specialProcedures,
  explained('other_helpful_information', 'EPROD-5h', {
    en: ['Other information', 'Anything else that could help to carry it out.'],
    fr: ['Autres informations', 'Toute autre information utile à l’exécution.'],
    example: [
      'The provider answers at night on +1 876 555 0199.',
      'Le fournisseur répond la nuit au +1 876 555 0199.',
    ],
  }),
  links,
  translations,
];

/** EPROD-4: the two steps on the way, so that the chain can be proved. */
export const PROVIDER_TIMES: readonly FieldSpec[] = [
  field('provider_asked_at', 'time', 'EPROD-4a', {
    en: ['Provider asked at', 'When the provider was asked or ordered, with its offset from UTC.'],
    fr: ['Fournisseur saisi à', 'Quand le fournisseur a été saisi, avec le décalage UTC.'],
    example: '2026-12-01T03:40:00-05:00',
  }),
  field('provider_answered_at', 'time', 'EPROD-4b', {
    en: ['Provider answered at', 'When the provider gave you the data, with its offset from UTC.'],
    fr: ['Réponse du fournisseur à', 'Quand le fournisseur vous a remis les données, avec le décalage UTC.'],
    example: '2026-12-01T05:15:00-05:00',
  }),
  field('times_unknown', 'boolean', 'EPROD-4', {
    en: ['Times unknown', '`yes` if these times cannot be told.'],
    fr: ['Heures inconnues', '`oui` si ces heures ne peuvent être indiquées.'],
    example: 'no',
  }),
];
