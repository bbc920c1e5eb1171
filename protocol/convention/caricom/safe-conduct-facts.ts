import type { Predicate } from '../predicate.ts';

/** Left, and came back: no days are counted. */
export const CAME_BACK: Predicate = { field: 'cause', equals: 'returned_of_own_will' };

const RELEASE_END = { said: { verb: 'PRESENCE_RELEASE', field: 'protected_until' } } as const;

/**
 * The fifteen days, or the agreed ones, are not over: counted from the day after the person was told, and
 * anew after a day on which leaving was impossible.
 */
export const DAYS_NOT_OVER: Predicate = {
  all: [
    { not: CAME_BACK },
    {
      any: [
        { not: { days: { from: RELEASE_END, to: 'act', atLeast: 1 } } },
        {
          some: {
            list: 'no_way_out',
            where: { not: { days: { from: { field: 'value' }, to: 'act', atLeast: 16 } } },
          },
        },
      ],
    },
  ],
};

/** The protection is not over yet: the days are not, or the person did not stay, or come back, freely. */
export const STILL_PROTECTED: Predicate = {
  any: [DAYS_NOT_OVER, { not: { field: 'stayed_voluntarily', equals: true } }],
};
