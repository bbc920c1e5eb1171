import type { FieldSpec } from '../../field-spec.ts';
import { dataItems } from './data-items.ts';
import { explained } from './explained.ts';
import { choice, field, words } from './field.ts';
import { offencesUnder } from './offences.ts';
import { factsSummary, ownReference, requestingAuthority } from './proceeding.ts';
import { contact, links, translations } from './relations.ts';
import { confidentiality } from './confidentiality.ts';

const CUSTODIAN: readonly FieldSpec[] = [
  explained('custodian', 'PRES-2d', {
    prominent: true,
    textMax: 2000,
    en: ['Custodian', 'Who holds the data: the provider or other custodian, with address if you have it.'],
    fr: [
      'Gardien',
      'Qui détient les données : le fournisseur ou autre gardien, avec son adresse si possible.',
    ],
    example: ['Harbour Mail Ltd, 10 Harbour Street', 'Harbour Mail Ltd, 10, rue du Port'],
  }),
  explained('system_location', 'PRES-2d', {
    prominent: true,
    textMax: 2000,
    en: ['Location of the system', 'Where the computer system is, if you can say.'],
    fr: ['Lieu du système', 'Où se trouve le système informatique, si vous pouvez le dire.'],
    example: ['Data centre at Kingston', 'Centre de données de Kingston'],
  }),
  field('none_available', 'boolean', 'PRES-2d', {
    en: ['Neither is known', '`yes` only if you can name neither the custodian nor the location.'],
    fr: ['Ni l’un ni l’autre', '`oui` seulement si vous ne pouvez indiquer ni le gardien ni le lieu.'],
    example: 'no',
  }),
];

const INTENTION: readonly FieldSpec[] = [
  field('intent_to_request', 'boolean', 'PRES-2f', {
    required: true,
    en: ['Request to follow', '`yes`: you intend to ask for search, seizure or disclosure of these data.'],
    fr: ['Demande à suivre', '`oui` : vous comptez demander la perquisition, la saisie ou la divulgation.'],
    example: 'yes',
  }),
  field('intended_kinds', 'list', 'PRES-2f', {
    of: 'choice',
    required: true,
    derived: true,
    countMin: 1,
    countMax: 3,
    choices: [
      choice('search', 'search or similar access', 'perquisition ou accès similaire'),
      choice('seizure', 'seizure or similar securing', 'saisie ou obtention similaire'),
      choice('disclosure', 'disclosure', 'divulgation'),
    ],
    en: ['What will be asked', 'What you intend to ask for.'],
    fr: ['Ce qui sera demandé', 'Ce que vous comptez demander.'],
    example: 'disclosure',
  }),
  field('expected_date', 'date', 'PRES-2f', {
    en: ['Expected on', 'When you expect to send that request.'],
    fr: ['Prévue le', 'Quand vous comptez envoyer cette demande.'],
    example: '2027-01-31',
  }),
  field('requested_until', 'date', 'PRES-7', {
    en: ['Preserve until', 'How long you would like it. It is never less than 90 days (PRES-7).'],
    fr: ['Conserver jusqu’au', 'La durée souhaitée. Elle n’est jamais inférieure à 90 jours (PRES-7).'],
    example: '2027-06-30',
  }),
];

/** PRES-2: what a request for preservation says. */
export const PRESERVATION_CONTENT: readonly FieldSpec[] = [
  { ...requestingAuthority, paragraph: 'PRES-2a' },
  ownReference,
  contact,
  offencesUnder('PRES-2b', ['label']),
  {
    ...factsSummary,
    paragraph: 'PRES-2b',
    required: true,
    help: words('What happened, briefly.', 'Ce qui s’est passé, en bref.'),
  },
  dataItems({ item: 'PRES-2c', relation: 'PRES-2c' }),
  ...CUSTODIAN,
  explained('necessity', 'PRES-2e', {
    required: true,
    textMax: 4000,
    en: ['Why it is necessary', 'Why the data must be preserved now.'],
    fr: ['Nécessité', 'Pourquoi les données doivent être conservées dès maintenant.'],
    example: [
      'The provider deletes such logs after 30 days.',
      'Le fournisseur efface ces journaux après 30 jours.',
    ],
  }),
  ...INTENTION,
  confidentiality,
  links,
  translations,
];
