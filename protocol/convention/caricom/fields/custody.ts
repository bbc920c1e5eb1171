import type { FieldSpec } from '../../field-spec.ts';
import { explained } from './explained.ts';
import { choice, field } from './field.ts';
import { persons } from './persons.ts';

/** The one person that a request is about (MLA-20e); what is not known is said to be `unknown`. */
export const person = (paragraph: string): FieldSpec =>
  field('person', 'record', paragraph, {
    required: true,
    derived: true,
    en: ['Person', 'The person concerned. Write `unknown` for what you cannot say.'],
    fr: ['Personne', 'La personne concernée. Écrire `inconnu` pour ce qui n’est pas connu.'],
    fields: (persons.fields ?? []).filter(({ name }) =>
      ['identity', 'location', 'nationality'].includes(name),
    ),
  });

/** Which way a person goes. */
export const leg = (paragraph: string): FieldSpec =>
  field('leg', 'choice', paragraph, {
    required: true,
    choices: [choice('outbound', 'to the other State', 'aller'), choice('return', 'back again', 'retour')],
    en: ['Way', 'To the State that receives the person, or back again.'],
    fr: ['Trajet', 'Vers l’État d’accueil, ou le retour.'],
    example: 'outbound',
  });

/** What was done for the rights of the person (EXT-14). */
export const guarantees = field('guarantees', 'list', 'EXT-14', {
  of: 'choice',
  countMax: 10,
  prominent: true,
  choices: [
    choice('informed_of_rights', 'informed of the rights', 'informée de ses droits'),
    choice('interpreter', 'interpreter', 'interprète'),
    choice('counsel', 'counsel', 'avocat'),
    choice('consular_notice', 'consulate told', 'consulat avisé'),
    choice('hearing_held', 'heard by a judge', 'entendue par un juge'),
  ],
  en: ['Guarantees', 'What the person was given: fair treatment is owed at every stage.'],
  fr: ['Garanties', 'Ce dont la personne a bénéficié : un traitement équitable est dû à tout stade.'],
  example: 'counsel',
});

/** The day by which the person is to be back (MLA-13b). */
export const returnDue = (required: FieldSpec['required'] = false): FieldSpec =>
  field('return_due', 'date', 'MLA-13b', {
    required,
    prominent: true,
    en: ['Back by', 'The agreed day by which the person is back.'],
    fr: ['Retour le', 'Le jour convenu auquel la personne est rendue.'],
    example: '2027-05-15',
  });

/** A day of something that happened to the person. */
export const onDay = (
  name: string,
  paragraph: string,
  en: readonly [string, string],
  fr: readonly [string, string],
) => field(name, 'date', paragraph, { required: true, en, fr, example: '2027-04-10' });

export const reasons = (paragraph: string, example: readonly [string, string]): FieldSpec =>
  explained('reasons', paragraph, {
    en: ['Reasons', 'Why, as far as you can say.'],
    fr: ['Raisons', 'Pourquoi, autant que vous pouvez le dire.'],
    example,
  });
