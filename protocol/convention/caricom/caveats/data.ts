import type { CaveatSpec } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { caveat } from './caveat.ts';

/** Conditions on what is given in an emergency. */
export const DATA_CAVEATS: readonly CaveatSpec[] = [
  caveat('C-EPROD-COND', {
    paragraph: 'EPROD-9',
    binds: 'requesting',
    title: words(
      'Accepted condition; its use is explained on demand',
      'Condition acceptée ; usage à expliquer sur demande',
    ),
    from: { list: 'conditions' },
    ends: words('As its terms say, or when it is lifted.', 'Selon ses termes, ou par sa levée.'),
  }),
  caveat('C-BUD-28', {
    paragraph: 'EMLA-7',
    binds: 'requesting',
    title: words(
      'Accepted condition on secrecy or use (Budapest Convention, article 28)',
      'Condition acceptée de secret ou d’usage (Convention de Budapest, article 28)',
    ),
    from: { list: 'conditions' },
    ends: words('As its terms say, or when it is lifted.', 'Selon ses termes, ou par sa levée.'),
  }),
];
