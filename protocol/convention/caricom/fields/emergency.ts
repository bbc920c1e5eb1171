import type { FieldSpec } from '../../field-spec.ts';
import { explained } from './explained.ts';
import { choice, field } from './field.ts';

/** The `Emergency` block. The text does not define the word: the facts must show it. */
export const emergency = (paragraph: string, relation: FieldSpec): readonly FieldSpec[] => [
  explained('emergency_facts', paragraph, {
    required: true,
    textMax: 20_000,
    en: ['Emergency', 'The facts that show it: what will happen, to whom, by when.'],
    fr: ['Urgence', 'Les faits qui la démontrent : ce qui va se produire, pour qui, et quand.'],
    example: [
      'A child of nine has been missing since noon; the last message, at 14:10, came from this account.',
      'Un enfant de neuf ans a disparu depuis midi ; le dernier message, à 14 h 10, venait de ce compte.',
    ],
  }),
  relation,
  field('emergency_basis', 'choice', paragraph, {
    choices: [
      choice('life_or_safety', 'danger to life or safety', 'danger pour la vie ou la sécurité'),
      choice('child', 'danger to a child', 'danger pour un enfant'),
      choice('essential_service', 'an essential service is at risk', 'un service essentiel est menacé'),
      choice('other', 'other', 'autre'),
    ],
    en: ['Nature', 'A hint for whoever reads it first. The facts decide.'],
    fr: ['Nature', 'Une indication pour le premier lecteur. Ce sont les faits qui comptent.'],
    example: 'child',
  }),
];

/** How what is asked for bears on the emergency. */
export const relationToEmergency = (
  name: string,
  paragraph: string,
  [en, fr]: readonly [en: string, fr: string],
): FieldSpec =>
  explained(name, paragraph, {
    required: true,
    en: ['Relation to the emergency', en],
    fr: ['Lien avec l’urgence', fr],
    example: [
      'The address from which the account was used tells where the child is.',
      'L’adresse d’où le compte a été utilisé indique où se trouve l’enfant.',
    ],
  });
