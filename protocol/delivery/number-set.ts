import type { LinkState, Range } from '../session/link-state.ts';

/** The numbers of one epoch that are there: from 1 without a gap, and ranges above. */
export interface NumberSet {
  has(number: number): boolean;
  /** False if it was there already. */
  add(number: number): boolean;
  /** Whether adding this number would leave at most so many ranges. */
  takes(number: number, rangesMax: number): boolean;
  readonly watermark: number;
  /** Ascending, with a gap before each. */
  ranges(): readonly Range[];
  /** The fewest numbers that are missing in one place below others; undefined if none is. */
  narrowestGap(): Range | undefined;
}

export function createNumberSet(state: Pick<LinkState, 'watermark' | 'ranges'> = NOTHING): NumberSet {
  let watermark = state.watermark;
  const ranges: Range[] = [...state.ranges];

  /** Index of the first range that does not lie wholly below the number. */
  const indexOf = (number: number): number => {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.last ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const has = (number: number): boolean => {
    if (number <= watermark) return true;
    const range = ranges[indexOf(number)];
    return range !== undefined && range.first <= number;
  };
  const joins = (number: number): boolean => number === watermark + 1 || has(number - 1) || has(number + 1);

  return {
    has,
    takes: (number, rangesMax) => has(number) || joins(number) || ranges.length < rangesMax,
    add(number) {
      if (has(number)) return false;
      const at = indexOf(number);
      const below = ranges.slice(Math.max(0, at - 1), at).filter(({ last }) => last === number - 1);
      const above = ranges.slice(at, at + 1).filter(({ first }) => first === number + 1);
      const joined = { first: below[0]?.first ?? number, last: above[0]?.last ?? number };
      ranges.splice(at - below.length, below.length + above.length, joined);
      if (ranges[0]?.first === watermark + 1) watermark = ranges.shift()?.last ?? watermark;
      return true;
    },
    get watermark() {
      return watermark;
    },
    ranges: () => [...ranges],
    narrowestGap() {
      let narrowest: Range | undefined;
      let before = watermark;
      for (const range of ranges) {
        const gap = { first: before + 1, last: range.first - 1 };
        if (narrowest === undefined || gap.last - gap.first < narrowest.last - narrowest.first)
          narrowest = gap;
        before = range.last;
      }
      return narrowest;
    },
  };
}

/** Whether a number is among those that a link state says are there. */
export function covers({ watermark, ranges }: LinkState, number: number): boolean {
  return number <= watermark || ranges.some(({ first, last }) => first <= number && number <= last);
}

const NOTHING = { watermark: 0, ranges: [] } as const;
