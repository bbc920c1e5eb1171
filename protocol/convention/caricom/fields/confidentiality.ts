import { field, words } from './field.ts';

/** MLA-25: secrecy of the fact and substance of the request. */
export const confidentiality = field('confidentiality', 'record', 'MLA-25', {
  en: ['Confidentiality', 'Whether the other State must keep the request itself secret.'],
  fr: ['Confidentialité', 'Si l’autre État doit garder secrets l’existence et le contenu de la demande.'],
  fields: [
    field('required', 'boolean', 'MLA-25', {
      required: true,
      en: ['Required', '`yes`: the fact and the substance of the request are kept secret.'],
      fr: ['Exigée', '`oui` : l’existence et la teneur de la demande restent secrètes.'],
      example: 'yes',
    }),
    field('until', 'date', 'MLA-25', {
      en: ['Until', 'The day on which it ends, if you can say so now.'],
      fr: ['Jusqu’au', 'Le jour où elle prend fin, s’il est déjà connu.'],
      example: '2027-06-30',
    }),
    field('note', 'text', 'MLA-25', {
      textMax: 4000,
      en: ['Note', 'From whom above all it must be kept.'],
      fr: ['Précision', 'Vis-à-vis de qui surtout le secret importe.'],
      example: words(
        'The holder of the account must not learn of it.',
        'Le titulaire du compte ne doit pas l’apprendre.',
      ),
    }),
  ],
});
