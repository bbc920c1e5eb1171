import type { FieldSpec } from '../../field-spec.ts';
import { explained } from './explained.ts';
import { choice, field } from './field.ts';

/** Grounds about persons that say in words what they rest on. */
export const EXPLAINED_PERSON_GROUNDS: readonly string[] = ['G-NO-AGREEMENT', 'G-DISCRIMINATION'];

const only = (...values: string[]) => ({ whenField: { field: 'code', values } });

/** What the grounds about persons must carry, beside what others do. */
export const PERSON_GROUND_PARTICULARS: readonly FieldSpec[] = [
  field('refused_on', 'date', 'MLA-12a', {
    appliesWhen: only('G-NO-PERSON-CONSENT'),
    en: ['Refused on', 'The day on which the person refused, or took the consent back.'],
    fr: ['Refusé le', 'Le jour où la personne a refusé, ou retiré son consentement.'],
    example: '2027-03-02',
  }),
  field('checked_on', 'date', 'EXT-1', {
    appliesWhen: only('G-NOT-PRESENT'),
    en: ['Checked on', 'The day on which it was checked that the person is not there.'],
    fr: ['Vérifié le', 'Le jour où l’absence de la personne a été vérifiée.'],
    example: '2027-03-02',
  }),
  explained('nationality_basis', 'EXT-11', {
    appliesWhen: only('G-NATIONALITY'),
    textMax: 2000,
    en: ['Basis of nationality', 'On what the nationality rests.'],
    fr: ['Fondement', 'Sur quoi repose la nationalité.'],
    example: ['Citizen by birth, passport A0042771', 'Citoyen de naissance, passeport A0042771'],
  }),
  field('protected_reason', 'list', 'EXT-15', {
    of: 'choice',
    countMax: 6,
    appliesWhen: only('G-DISCRIMINATION'),
    choices: [
      choice('sex', 'sex', 'sexe'),
      choice('race', 'race', 'race'),
      choice('religion', 'religion', 'religion'),
      choice('nationality', 'nationality', 'nationalité'),
      choice('ethnic_origin', 'ethnic origin', 'origine ethnique'),
      choice('political_opinions', 'political opinions', 'opinions politiques'),
    ],
    en: ['Protected reason', 'On account of what. The substantial grounds may be withheld.'],
    fr: ['Motif protégé', 'En raison de quoi. Les raisons sérieuses peuvent être tues.'],
    example: 'political_opinions',
  }),
];
