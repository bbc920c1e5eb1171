import type { VerbSpec } from '../../instrument.ts';
import { explained } from '../fields/explained.ts';
import { field, words } from '../fields/field.ts';
import { verb } from './verb.ts';

/** SIT: what is done in an operation that both agreed on, step by step. */
export const OPERATION_VERBS: readonly VerbSpec[] = [
  verb('OPERATION_STEP', words('step of the operation', 'étape de l’opération'), {
    paragraph: 'SIT-2',
    sender: 'either',
    from: ['executing'],
    content: [
      field('date', 'date', 'SIT-2', {
        required: true,
        en: ['Date', 'The day on which it is done.'],
        fr: ['Date', 'Le jour où elle a lieu.'],
        example: '2027-01-12',
      }),
      field('term', 'code', 'SIT-2', {
        en: ['Term', 'The id of the term under which it is done, as in the request: `t1`.'],
        fr: ['Clause', 'L’identifiant de la clause qui la permet, comme dans la demande : `t1`.'],
        example: 't1',
      }),
      field('consents', 'list', 'SIT-4', {
        of: 'code',
        countMax: 20,
        en: [
          'Consents',
          'Ids of the other States concerned (`s1`) that have consented; quote the acceptance of each.',
        ],
        fr: [
          'Consentements',
          'Les identifiants des autres États concernés (`s1`) qui ont consenti ; citer l’acceptation de chacun.',
        ],
        example: 's1',
      }),
      explained('text', 'SIT-2', {
        required: true,
        en: ['Step', 'What is done, and with what result.'],
        fr: ['Étape', 'Ce qui est fait, et avec quel résultat.'],
        example: ['The relay was let run for an hour.', 'Le relais a été laissé actif une heure.'],
      }),
    ],
  }),
];
