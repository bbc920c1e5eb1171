import { choice, entryId, field, words } from './field.ts';

export const PROCEEDING_NATURES = [
  choice('investigation', 'investigation', 'enquête'),
  choice('prosecution', 'prosecution', 'poursuites'),
  choice('judicial_proceeding', 'judicial proceeding', 'procédure judiciaire'),
];

export const requestingAuthority = field('requesting_authority', 'text', 'MLA-20a', {
  required: true,
  textMax: 300,
  rules: ['own_authority'],
  en: ['Requesting authority', 'The authority that makes the request, as your State has designated it.'],
  fr: ['Autorité requérante', 'L’autorité dont émane la demande, telle que votre État l’a désignée.'],
  example: 'Central Authority',
});

export const ownReference = field('own_reference', 'text', 'MLA-20b', {
  derived: true,
  textMax: 100,
  en: ['Your reference', 'Your office’s own file number, quoted in every answer.'],
  fr: ['Votre référence', 'Le numéro de dossier de votre service, rappelé dans chaque réponse.'],
  example: 'AG 2026/0117',
});

export const subjectMatter = field('subject_matter', 'text', 'MLA-20b', {
  required: true,
  textMax: 1000,
  en: ['Subject matter', 'What the investigation, prosecution or proceeding is about, in one sentence.'],
  fr: ['Objet', 'Sur quoi porte l’enquête, les poursuites ou la procédure, en une phrase.'],
  example: words(
    'Fraudulent transfers from the accounts of a hospital after its mail server was broken into',
    'Virements frauduleux depuis les comptes d’un hôpital après l’intrusion dans son serveur de messagerie',
  ),
});

export const proceedingNature = field('proceeding_nature', 'choice', 'MLA-20b', {
  required: true,
  choices: PROCEEDING_NATURES,
  en: ['Nature of the matter', 'At what stage the matter stands.'],
  fr: ['Nature de l’affaire', 'À quel stade se trouve l’affaire.'],
  example: 'investigation',
});

export const conductingAuthority = field('conducting_authority', 'record', 'MLA-20b', {
  required: true,
  en: ['Conducting authority', 'The authority that conducts the investigation, prosecution or proceeding.'],
  fr: ['Autorité chargée de l’affaire', 'L’autorité qui conduit l’enquête, les poursuites ou la procédure.'],
  fields: [
    field('name', 'text', 'MLA-20b', {
      required: true,
      textMax: 300,
      en: ['Name', 'Its name.'],
      fr: ['Nom', 'Sa dénomination.'],
      example: words('Financial Crimes Unit', 'Brigade de la délinquance financière'),
    }),
    field('function', 'text', 'MLA-20b', {
      required: true,
      textMax: 300,
      en: ['Function', 'What it does in this matter.'],
      fr: ['Fonction', 'Son rôle dans l’affaire.'],
      example: words('Criminal investigation', 'Enquête pénale'),
    }),
  ],
});

export const purpose = field('purpose', 'text', 'MLA-20f', {
  required: true,
  textMax: 4000,
  en: ['Purpose', 'What the evidence or other help is to serve.'],
  fr: ['But', 'À quoi doivent servir les preuves ou l’aide demandées.'],
  example: words(
    'To establish who controlled the receiving account and where the money went',
    'Établir qui disposait du compte bénéficiaire et où l’argent est allé',
  ),
});

export const purposeProceedings = field('purpose_proceedings', 'list', 'MLA-20f', {
  required: true,
  derived: true,
  countMin: 1,
  countMax: 20,
  missingSentence: 'purpose-proceedings-missing',
  en: [
    'Proceedings it is sought for',
    'What is furnished may be used for these alone, unless the other State consents to more (MLA-24).',
  ],
  fr: [
    'Procédures visées',
    'Ce qui est fourni ne peut servir qu’à celles-ci, sauf consentement de l’autre État (MLA-24).',
  ],
  fields: [
    entryId('p'),
    field('nature', 'choice', 'MLA-20f', {
      required: true,
      choices: PROCEEDING_NATURES,
      en: ['Nature', 'What kind of proceeding it is.'],
      fr: ['Nature', 'De quel type de procédure il s’agit.'],
      example: 'investigation',
    }),
    field('authority', 'text', 'MLA-20f', {
      required: true,
      textMax: 300,
      en: ['Authority', 'Before whom it is or will be.'],
      fr: ['Autorité', 'Devant qui elle se déroule ou se déroulera.'],
      example: words('Director of Public Prosecutions', 'Procureur général'),
    }),
    field('reference', 'text', 'MLA-20f', {
      textMax: 100,
      en: ['Reference', 'Its file number, if there is one.'],
      fr: ['Référence', 'Son numéro de dossier, s’il y en a un.'],
      example: 'FCU 2026/31',
    }),
  ],
});

export const factsSummary = field('facts_summary', 'text', 'MLA-20c', {
  required: { unlessEvery: { list: 'measures', field: 'code', values: ['service_of_documents'] } },
  marks: true,
  textMax: 20_000,
  en: [
    'Summary of the facts',
    'What happened, when and where. Not needed if only documents are to be served.',
  ],
  fr: [
    'Exposé des faits',
    'Ce qui s’est passé, quand et où. Inutile s’il s’agit seulement de remettre des actes.',
  ],
  example: words(
    'On 3 March 2026 somebody entered the hospital’s mail server and sent three payment orders in the name of its ' +
      'accountant. The money went to an account in your State and was withdrawn within two days.',
    'Le 3 mars 2026, une personne a pénétré dans le serveur de messagerie de l’hôpital et envoyé trois ordres de ' +
      'paiement au nom du comptable. L’argent a été versé sur un compte dans votre État et retiré en deux jours.',
  ),
});
