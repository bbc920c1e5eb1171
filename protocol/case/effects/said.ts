import type { Consequence } from '../move.ts';

/**
 * Keeps the last effective act of each verb and side: no more of them than the kind has verbs for two sides.
 */
export const remember: Consequence = (state, { act: { verb, content }, side }) => {
  const others = state.said.filter((entry) => entry.verb !== verb || entry.side !== side);
  return { ...state, said: [...others, { verb, side, content }] };
};
