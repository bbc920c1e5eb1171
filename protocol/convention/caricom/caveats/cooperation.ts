import type { CaveatSpec } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { caveat } from './caveat.ts';

/** Special techniques. */
export const COOPERATION_CAVEATS: readonly CaveatSpec[] = [
  caveat('C-SIT-TERMS', {
    paragraph: 'SIT-2',
    binds: 'requesting',
    title: words(
      'The operation keeps strictly to the terms agreed',
      'L’opération s’en tient strictement aux termes convenus',
    ),
    from: { when: { field: 'under_terms', equals: true } },
    ends: words('With the end of the operation.', 'Avec la fin de l’opération.'),
  }),
];
