import type { CheckSpec, KindSpec, Predicate } from '../../instrument.ts';
import { words } from '../fields/field.ts';

const UNDER_ARRANGEMENT: Predicate = { legalBasis: ['treaty', 'arrangement'] };

const CONTROLLED: Predicate = { field: 'technique', equals: 'traffic_controlled' };

const modeMissing: CheckSpec = {
  check: 'control-undefined',
  level: 'BLOCK',
  paragraph: 'SIT-4',
  when: { all: [CONTROLLED, { not: { all: [{ given: 'mode' }, { given: 'extent' }] } }] },
  says: words(
    'Say whether the data go on intact, are removed or replaced, and whether in whole or in part.',
    'Indiquer si les données passent intactes, sont retirées ou remplacées, et si c’est en tout ou en partie.',
  ),
};

const STEP: readonly CheckSpec[] = [
  {
    check: 'consent-missing',
    level: 'BLOCK',
    paragraph: 'SIT-4',
    when: {
      all: [
        { opening: { all: [CONTROLLED, { given: 'states_concerned' }] } },
        {
          not: {
            all: [
              { covers: { field: 'consents', list: 'states_concerned' } },
              { quotes: { verb: ['ACCEPT'], kind: ['sit.technique'] } },
            ],
          },
        },
      ],
    },
    says: words(
      'Each State concerned must have consented before the first step. Name every one of them in `consents`, and quote its signed acceptance.',
      'Chaque État concerné doit avoir consenti avant la première étape. Les nommer tous dans `consents` et citer leur acceptation signée.',
    ),
  },
  {
    check: 'beyond-terms',
    level: 'BLOCK',
    paragraph: 'SIT-2',
    when: { days: { from: { opening: 'until' }, to: { field: 'date' }, atLeast: 1 } },
    says: words(
      'The time agreed has passed on that day. Ask for more in a request of its own.',
      'Ce jour-là, la durée convenue est passée. Demander une prolongation par une demande distincte.',
    ),
    instead: ['REQUEST'],
  },
  {
    check: 'term-unnamed',
    level: 'BLOCK',
    paragraph: 'SIT-2',
    when: { all: [UNDER_ARRANGEMENT, { not: { given: 'term' } }] },
    says: words(
      'Under an arrangement each step names the term that allows it.',
      'En vertu d’un arrangement, chaque étape nomme la clause qui la permet.',
    ),
  },
];

/** What SIT asks of acts. */
export const SIT_CHECKS: NonNullable<KindSpec['checks']> = {
  REQUEST: [modeMissing],
  OPERATION_STEP: STEP,
};

/** What the other State says of itself, before it is asked. */
export const SIT_DRAFTING: readonly CheckSpec[] = [
  {
    check: 'terms-unnamed',
    level: 'WARN',
    paragraph: 'SIT-2',
    when: { all: [UNDER_ARRANGEMENT, { not: { given: 'terms' } }] },
    says: words(
      'An arrangement governs: the operation goes strictly by its terms. Name those that are to hold.',
      'Un arrangement s’applique : l’opération en suit strictement les termes. Nommer ceux qui valent.',
    ),
  },
  {
    check: 'decided-case-by-case',
    level: 'HELP',
    paragraph: 'SIT-3',
    when: { procedure: ['case_by_case'] },
    says: words(
      'No arrangement is on record: the other State decides on this case alone. Say what is understood on jurisdiction and on costs.',
      'Aucun arrangement n’est enregistré : l’autre État décide pour cette seule affaire. Préciser l’entente sur la compétence et les frais.',
    ),
  },
];
