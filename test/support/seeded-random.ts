import { randomInt } from 'node:crypto';

/** Draws that are the same for the same seed. */
export interface SeededRandom {
  readonly seed: number;
  /** A whole number from 0 to below this one. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
}

const SEEDS = 2 ** 31;

/**
 * With the seed that the environment names, so that a failure can be looked at again; else with a fresh one.
 */
export function seededRandom(variable: string): SeededRandom {
  return randomFrom(Number(process.env[variable] ?? randomInt(SEEDS)));
}

export function randomFrom(seed: number): SeededRandom {
  let state = seed;
  const below = (limit: number): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    seed,
    below,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}
