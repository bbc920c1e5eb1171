import type { CodeFormat, FieldType, Text } from '../field-spec.ts';

/** What a code of each format looks like, and how an officer is told. */
export const codeFormats: Readonly<Record<CodeFormat, { readonly pattern: RegExp; readonly wanted: Text }>> =
  {
    language: {
      pattern: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/,
      wanted: { en: 'a code of a language, such as en or fr', fr: 'un code de langue, comme en ou fr' },
    },
    party: {
      pattern: /^[A-Z]{2,3}(-[A-Z0-9]{1,12})?$/,
      wanted: { en: 'a code of a State or party, such as GD', fr: 'un code d’État ou de partie, comme GD' },
    },
    case_id: {
      pattern: /^[0-9a-f]{32}$/,
      wanted: {
        en: 'the id of a case: 32 characters from 0 to 9 and a to f',
        fr: 'l’identifiant d’une affaire : 32 caractères de 0 à 9 et de a à f',
      },
    },
    paragraph: {
      pattern: /^[A-Z][A-Z0-9]{1,5}-\d{1,2}[a-k]?$/,
      wanted: { en: 'a paragraph, such as MLA-20f', fr: 'un paragraphe, comme MLA-20f' },
    },
    currency: {
      pattern: /^[A-Z]{3}$/,
      wanted: { en: 'a code of a currency, such as XCD', fr: 'un code de monnaie, comme XCD' },
    },
    media_type: {
      pattern: /^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/,
      wanted: { en: 'a media type, such as application/pdf', fr: 'un type de média, comme application/pdf' },
    },
  };

/** What a value of each type is, in the middle of a sentence. */
export const typeWords: Readonly<Record<FieldType, Text>> = {
  text: { en: 'a text', fr: 'un texte' },
  code: { en: 'a code', fr: 'un code' },
  choice: { en: 'one of its choices', fr: 'l’un des choix' },
  date: { en: 'a date such as 2027-03-31', fr: 'une date comme 2027-03-31' },
  time: { en: 'a time such as 2027-03-31T14:00Z', fr: 'une heure comme 2027-03-31T14:00Z' },
  boolean: { en: 'yes or no', fr: 'oui ou non' },
  integer: { en: 'a whole number', fr: 'un nombre entier' },
  digest: { en: '64 characters from 0 to 9 and a to f', fr: '64 caractères de 0 à 9 et de a à f' },
  record: { en: 'a group of fields', fr: 'un groupe de champs' },
  list: { en: 'a list', fr: 'une liste' },
};
