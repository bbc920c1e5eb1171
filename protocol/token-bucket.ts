/** What may be spent in the long run, and at once, in one unit. */
export interface Allowance {
  readonly perSecond: number;
  readonly burst: number;
}

/**
 * Counts what is spent against an allowance. It may be overspent: what has happened was work, whatever it
 * was. Then something is owed, at most as much as the burst, so that nobody waits without end. Times are
 * monotonic, in ms.
 */
export interface TokenBucket {
  spend(amount: number, now: number): void;
  /** In how many ms nothing is owed any more; 0 while something is left. */
  owedMs(now: number): number;
}

const MS_PER_SECOND = 1000;

export function createTokenBucket({ perSecond, burst }: Allowance): TokenBucket {
  let left = burst;
  let at = -Infinity;
  const refill = (now: number): void => {
    left = Math.min(burst, left + ((now - at) / MS_PER_SECOND) * perSecond);
    at = now;
  };
  return {
    spend(amount, now) {
      refill(now);
      left = Math.min(burst, Math.max(-burst, left - amount));
    },
    owedMs(now) {
      refill(now);
      return Math.max(0, Math.ceil((-left / perSecond) * MS_PER_SECOND));
    },
  };
}
