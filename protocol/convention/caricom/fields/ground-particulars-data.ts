import type { FieldSpec } from '../../field-spec.ts';
import { explained } from './explained.ts';
import { choice, field } from './field.ts';

/** Grounds of the articles on data that say in words what they rest on. */
export const EXPLAINED_DATA_GROUNDS: readonly string[] = [
  'G-PRES-DC-RESERVATION',
  'G-NO-EMERGENCY',
  'G-DISCRETION',
];

const only = (...values: string[]) => ({ whenField: { field: 'code', values } });

/** Which of the two a political ground is (PRES-5a, TRAF-2a). */
export const political = field('political', 'choice', 'PRES-5a', {
  choices: [
    choice('political_offence', 'a political offence', 'une infraction politique'),
    choice('connected', 'connected with a political offence', 'connexe à une infraction politique'),
  ],
  en: ['Political', 'Whether it is a political offence, or connected with one.'],
  fr: ['Politique', 'S’il s’agit d’une infraction politique, ou d’une infraction connexe.'],
  example: 'political_offence',
});

/** What the grounds of the articles on data must carry, beside what others do. */
export const DATA_GROUND_PARTICULARS: readonly FieldSpec[] = [
  { ...political, appliesWhen: only('G-POLITICAL') },
  explained('declaration', 'EPROD-3', {
    appliesWhen: only('G-SUBSCRIBER-ONLY'),
    en: ['Declaration', 'The declaration of your State, with its date or the depositary’s reference.'],
    fr: ['Déclaration', 'La déclaration de votre État, avec sa date ou la référence du dépositaire.'],
    example: ['Declaration of 3 May 2026, C.N.12.2026', 'Déclaration du 3 mai 2026, C.N.12.2026'],
  }),
  field('conditions', 'list', 'EPROD-9', {
    of: 'code',
    countMax: 20,
    appliesWhen: only('G-CONDITION-UNMET'),
    en: ['Conditions', 'Ids of the conditions that cannot be met.'],
    fr: ['Conditions', 'Les identifiants des conditions qui ne peuvent être remplies.'],
    example: 'c1',
  }),
  field('available_domestically', 'boolean', 'RTT-2', {
    appliesWhen: only('G-DOMESTIC-UNAVAILABLE'),
    en: ['Available at home', 'Could you collect such data in a similar domestic case?'],
    fr: [
      'Possible en interne',
      'Pourriez-vous collecter de telles données dans une affaire interne analogue ?',
    ],
    example: 'no',
  }),
];
