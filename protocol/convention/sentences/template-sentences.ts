import { sentence } from './sentence.ts';

/** Words that stand in a printed form. */
export const TEMPLATE_SENTENCES = {
  'examples-inside': sentence(
    'The values are examples: put your own in their place. Fields with “#” before their name are optional: remove the “#” to use one.',
    'Les valeurs sont des exemples : les remplacer par les vôtres. Les champs précédés de « # » sont facultatifs : ôter le « # » pour en utiliser un.',
  ),
  'fill-in': sentence(
    'Fill in what stands behind the names. Fields with “#” before their name are optional: remove the “#” to use one.',
    'Compléter après les noms. Les champs précédés de « # » sont facultatifs : ôter le « # » pour en utiliser un.',
  ),
  'long-texts': sentence(
    'Long texts go on the lines below “name: |”, two spaces further in.',
    'Les textes longs se placent sous « nom: | », avec un retrait de deux espaces.',
  ),
  required: sentence('required', 'obligatoire'),
  expected: sentence('expected', 'attendu'),
  optional: sentence('optional', 'facultatif'),
  'required-if': sentence('required if {field} is {values}', 'obligatoire si {field} vaut {values}'),
  'required-with': sentence('required with {field}', 'obligatoire avec {field}'),
  'required-unless': sentence(
    'required unless every entry of {list} has {field} {values}',
    'obligatoire sauf si chaque entrée de {list} a {field} {values}',
  ),
  'expected-if': sentence('expected if {field} is {values}', 'attendu si {field} vaut {values}'),
  'expected-with': sentence('expected with {field}', 'attendu avec {field}'),
  'only-if': sentence('only if {field} is {values}', 'seulement si {field} vaut {values}'),
  'only-with': sentence('only with {field}', 'seulement avec {field}'),
  or: sentence('or', 'ou'),
  choices: sentence('Choices:', 'Choix :'),
  example: sentence('Example: {example}', 'Exemple : {example}'),
  'no-fields': sentence(
    'Nothing needs to be said; the act stands for itself.',
    'Rien à préciser ; l’acte se suffit.',
  ),
} as const;

export type TemplateSentence = keyof typeof TEMPLATE_SENTENCES;
