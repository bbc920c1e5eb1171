import type { VerbSpec } from '../../instrument.ts';
import { explained } from '../fields/explained.ts';
import { choice, field, words } from '../fields/field.ts';
import { FIRST_ANSWER } from './data-duties.ts';
import { verb } from './verb.ts';

/** PRES-6: a risk of preserving, and the word of the State that asked on it. */
export const PRESERVATION_RISK_VERBS: readonly VerbSpec[] = [
  verb('RISK_NOTICE', words('notice of a risk of preserving', 'avis d’un risque de la conservation'), {
    paragraph: 'PRES-6',
    sender: 'requested',
    from: ['received', 'in_review', 'executing'],
    opens: { dialog: 'risk' },
    discharges: ['T-ACK', 'T-PRES-EXPEDITE', ...FIRST_ANSWER],
    duties: [{ timer: 'T-PRES-RISK', paragraph: 'PRES-6', debtor: 'requesting' }],
    content: [
      field('risk', 'choice', 'PRES-6', {
        required: true,
        choices: [
          choice(
            'availability',
            'the data may be lost all the same',
            'les données peuvent se perdre malgré tout',
          ),
          choice('confidentiality', 'your investigation may become known', 'votre enquête peut être révélée'),
          choice(
            'other_prejudice',
            'it may harm your investigation otherwise',
            'elle peut nuire autrement à votre enquête',
          ),
        ],
        en: ['Risk', 'What preserving would not secure, or would endanger.'],
        fr: ['Risque', 'Ce que la conservation ne garantirait pas, ou mettrait en péril.'],
        example: 'confidentiality',
      }),
      explained('explanation', 'PRES-6', {
        required: true,
        en: [
          'Explanation',
          'What you expect to happen, and why. The custodian is not to be served meanwhile.',
        ],
        fr: [
          'Explication',
          'Ce que vous craignez, et pourquoi. Entre-temps, le gardien ne doit pas être saisi.',
        ],
        example: [
          'This provider tells the holder of the account of every order.',
          'Ce fournisseur informe le titulaire du compte de toute injonction.',
        ],
      }),
    ],
  }),
  verb('RISK_DETERMINE', words('decision on the risk', 'décision sur le risque'), {
    paragraph: 'PRES-6',
    sender: 'requesting',
    from: ['received', 'in_review', 'executing'],
    closes: { dialog: 'risk' },
    countsAs: [{ verb: 'WITHDRAW', when: { field: 'determination', equals: 'do_not_execute' } }],
    discharges: ['T-PRES-RISK'],
    duties: [
      {
        timer: 'T-PRES-EXPEDITE',
        paragraph: 'PRES-3',
        debtor: 'requested',
        onlyWhen: { field: 'determination', equals: ['execute', 'execute_modified'] },
        onlyIn: ['received', 'in_review'],
      },
    ],
    content: [
      field('determination', 'choice', 'PRES-6', {
        required: true,
        choices: [
          choice('execute', 'preserve all the same', 'conserver malgré tout'),
          choice('execute_modified', 'preserve in the way described', 'conserver de la manière indiquée'),
          choice(
            'do_not_execute',
            'do not preserve: the request is withdrawn',
            'ne pas conserver : la demande est retirée',
          ),
        ],
        en: ['Decision', 'Whether the request is to be carried out in spite of the risk.'],
        fr: ['Décision', 'Si la demande doit être exécutée malgré le risque.'],
        example: 'execute',
      }),
      explained('text', 'PRES-6', {
        required: { whenField: { field: 'determination', values: ['execute_modified'] } },
        en: ['Text', 'In what way, or why.'],
        fr: ['Texte', 'De quelle manière, ou pourquoi.'],
        example: ['Through the police unit alone', 'Par la seule unité de police'],
      }),
    ],
  }),
];
