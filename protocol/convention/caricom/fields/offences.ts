import type { FieldSpec } from '../../field-spec.ts';
import { entryId, field, words } from './field.ts';

/** The `Offence` block (register 1.4.2): what it is called, and above all what was done (ICO-2). */
export const offences = field('offences', 'list', 'MLA-1', {
  required: true,
  derived: true,
  countMin: 1,
  countMax: 30,
  rules: ['some_in_catalogue'],
  en: ['Offences', 'The offences concerned. What was done counts, not what your law calls it.'],
  fr: ['Infractions', 'Les infractions en cause. Ce sont les faits qui comptent, non leur qualification.'],
  fields: [
    entryId('o'),
    field('catalogue_code', 'code', 'MLA-1', {
      prominent: true,
      en: [
        'Code',
        'Its code in the catalogue of offences, if it is there: illegal_access, data_interference, computer_fraud …',
      ],
      fr: [
        'Code',
        'Son code dans le catalogue des infractions, si elle y figure : illegal_access, data_interference, computer_fraud …',
      ],
      example: 'illegal_access',
    }),
    field('label', 'text', 'MLA-1', {
      required: true,
      derived: true,
      textMax: 500,
      en: ['Name', 'What your law calls it.'],
      fr: ['Qualification', 'Comment votre droit la nomme.'],
      example: words('Unauthorised access to a computer', 'Accès frauduleux à un système informatique'),
    }),
    field('conduct_description', 'text', 'ICO-2', {
      required: true,
      derived: true,
      marks: true,
      textMax: 4000,
      en: ['Conduct', 'What was done, without legal terms: dual criminality is judged by this.'],
      fr: [
        'Comportement',
        'Les faits, sans termes juridiques : c’est d’après eux que s’apprécie la double incrimination.',
      ],
      example: words(
        'Using a stolen password to read and send mail from another person’s account',
        'Utiliser un mot de passe volé pour lire et envoyer des messages depuis le compte d’autrui',
      ),
    }),
    field('provisions', 'list', 'MLA-1', {
      of: 'text',
      required: true,
      derived: true,
      countMin: 1,
      countMax: 20,
      textMax: 1000,
      en: ['Provisions', 'The provisions of your law.'],
      fr: ['Dispositions', 'Les dispositions de votre droit.'],
      example: words('Electronic Crimes Act, section 5', 'Loi sur la criminalité électronique, article 5'),
    }),
    field('penalty', 'text', 'MLA-1', {
      textMax: 500,
      en: ['Penalty', 'The penalty that your law provides.'],
      fr: ['Peine', 'La peine prévue par votre droit.'],
      example: words('Up to five years of imprisonment', 'Jusqu’à cinq ans d’emprisonnement'),
    }),
    field('max_penalty_months', 'integer', 'MLA-1', {
      integerMax: 1200,
      en: ['Longest term', 'The longest term of imprisonment, in months.'],
      fr: ['Peine maximale', 'La durée maximale d’emprisonnement, en mois.'],
      example: '60',
    }),
    field('related_to', 'list', 'EXT-3', {
      of: 'code',
      refersTo: 'offences',
      countMax: 30,
      en: ['Related to', 'Ids of offences of this request with which it is connected.'],
      fr: ['Connexe à', 'Identifiants des infractions de cette demande auxquelles elle se rattache.'],
      example: 'o1',
    }),
  ],
});

/**
 * The same under another article, for offences of every kind: `must` names what its text asks for, and a
 * defect is what is missing of it.
 */
export function offencesUnder(paragraph: string, must: readonly string[]): FieldSpec {
  const { rules: _, derived: __, ...list } = offences;
  const fields = (offences.fields ?? []).map((inner) =>
    must.includes(inner.name) ? { ...inner, paragraph, required: true, derived: false } : inner,
  );
  return { ...list, paragraph, fields };
}
