import type { VerbSpec } from '../../instrument.ts';
import { onDay } from '../fields/custody.ts';
import { explained } from '../fields/explained.ts';
import { choice, field, words } from '../fields/field.ts';
import { note } from '../fields/scope.ts';
import { ANY, verb } from './verb.ts';

/** Safe conduct of whoever comes of free will (register 2.7). */
export const APPEARANCE_VERBS: readonly VerbSpec[] = [
  verb('SAFE_CONDUCT_GRANT', words('safe conduct', 'sauf-conduit'), {
    paragraph: 'MLA-32',
    sender: 'requesting',
    from: ANY,
    discharges: ['T-SAFE-CONDUCT-GRANT'],
    content: [
      onDay(
        'from',
        'MLA-32',
        ['From', 'The day of departure: acts before it are covered.'],
        ['À partir du', 'Le jour du départ : les faits antérieurs sont couverts.'],
      ),
      explained('terms', 'MLA-32', {
        required: true,
        derived: true,
        en: ['Terms', 'The safe conduct in the words of your law, with the person’s name.'],
        fr: ['Termes', 'Le sauf-conduit dans les termes de votre droit, avec le nom de la personne.'],
        example: [
          'Mr A. Jones is neither prosecuted nor detained for acts before his departure.',
          'M. A. Jones n’est ni poursuivi ni détenu pour des faits antérieurs à son départ.',
        ],
      }),
    ],
  }),
  verb('PRESENCE_RELEASE', words('presence no longer required', 'présence plus requise'), {
    paragraph: 'MLA-32',
    sender: 'requesting',
    from: ANY,
    duties: [{ timer: 'T-SAFE-CONDUCT', paragraph: 'MLA-32', debtor: 'requesting' }],
    content: [
      onDay(
        'informed_on',
        'MLA-32',
        ['Informed on', 'The day on which the person was officially told.'],
        ['Informée le', 'Le jour où la personne en a été officiellement informée.'],
      ),
      {
        ...onDay(
          'protected_until',
          'MLA-32',
          ['Protected until', 'The fifteenth day after it, or the last one of the agreed period.'],
          ['Protégée jusqu’au', 'Le quinzième jour suivant, ou le dernier de la période convenue.'],
        ),
        notBefore: 'informed_on',
        example: '2027-04-25',
      },
      note('MLA-32', 'How the person was told.', 'Comment la personne a été informée.'),
    ],
  }),
  verb('SAFE_CONDUCT_END', words('end of the safe conduct', 'fin du sauf-conduit'), {
    paragraph: 'MLA-32',
    sender: 'requesting',
    from: ANY,
    discharges: ['T-SAFE-CONDUCT'],
    endsCaveats: ['C-SAFE-CONDUCT'],
    content: [
      field('cause', 'choice', 'MLA-32', {
        required: true,
        choices: [
          choice('period_elapsed', 'free to leave, and stayed', 'libre de partir, et restée'),
          choice('returned_of_own_will', 'left, and came back freely', 'partie, et revenue librement'),
        ],
        en: ['Cause', 'Why the protection is over.'],
        fr: ['Cause', 'Pourquoi la protection prend fin.'],
        example: 'period_elapsed',
      }),
      field('stayed_voluntarily', 'boolean', 'MLA-32', {
        required: true,
        en: ['Of own will', 'Did the person stay, or come back, of own will?'],
        fr: ['De plein gré', 'La personne est-elle restée, ou revenue, de son plein gré ?'],
        example: 'yes',
      }),
      field('no_way_out', 'list', 'MLA-32', {
        of: 'date',
        countMax: 60,
        prominent: true,
        en: [
          'Days without a way out',
          'Days on which leaving was impossible: the count begins again after them.',
        ],
        fr: [
          'Jours sans départ possible',
          'Les jours où partir était impossible : le compte repart après eux.',
        ],
        example: '2027-04-12',
      }),
      note('MLA-32', 'How you know.', 'Comment vous le savez.'),
    ],
  }),
];
