import { ComityError } from '../../../protocol/errors.ts';

/** What a line does to what one side sends over it. Nothing of it: it passes as it is. */
export interface Faults {
  /**
   * `cut`: connections end, and none comes about. `silent`: connections stand, and nothing passes, as when the
   * far end has lost its power.
   */
  readonly state?: 'cut' | 'silent';
  /** Every byte takes so long, in ms, and up to `jitterMs` more. */
  readonly delayMs?: number;
  readonly jitterMs?: number;
  /** How much passes, in thousands of bits per second. */
  readonly kbps?: number;
  /** Share of the bytes of which a bit is flipped. */
  readonly corrupt?: number;
  /** Once so many bytes have passed, the connection breaks off in the middle of what comes next. Once. */
  readonly breakAfter?: number;
}

/** The least and the most that each may be. */
const BOUNDS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  delayMs: [0, 600_000],
  jitterMs: [0, 600_000],
  kbps: [1, 100_000_000],
  corrupt: [0, 1],
  breakAfter: [0, 1e12],
};

/** Takes what another process has sent for faults. @throws ComityError `usage`: what is wrong, and its bounds */
export function faultsFrom(given: Readonly<Record<string, unknown>>): Faults {
  for (const [name, value] of Object.entries(given)) {
    if (name === 'state' && (value === 'cut' || value === 'silent')) continue;
    const bounds = BOUNDS[name];
    if (bounds === undefined) throw new ComityError('usage', `a line has no fault '${name}'`);
    const [least, most] = bounds;
    if (typeof value !== 'number' || !(value >= least && value <= most)) {
      throw new ComityError('usage', `${name} is ${JSON.stringify(value)} — give ${least} to ${most}`);
    }
  }
  return given;
}
