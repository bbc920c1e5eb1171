import type { Urgency } from '../../protocol/convention/instrument.ts';
import { randomFrom, type SeededRandom } from '../support/seeded-random.ts';
import type { DiskFault } from './disk.ts';

/** One thing that happens, and how long passes before the next. Numbers pick among what there is then. */
export interface Step {
  readonly does:
    | ('write' | 'crash' | 'stop' | 'start' | 'cut' | 'heal' | 'reset' | 'skew' | 'noise')
    | (DiskFault | 'backup' | 'restore');
  readonly who: number;
  readonly whom: number;
  readonly choice: number;
  readonly urgency: Urgency;
  readonly ms: number;
}

export interface Plan {
  readonly seed: number;
  readonly states: readonly string[];
  readonly steps: readonly Step[];
}

const STATES = ['GD', 'JM', 'TT', 'BB'];
const URGENCIES = ['routine', 'routine', 'urgent', 'emergency'] as const;
/** How often each comes; officers write most of the time. */
const WEIGHTS: Readonly<Record<Step['does'], number>> = {
  write: 60,
  crash: 8,
  start: 8,
  cut: 6,
  heal: 6,
  reset: 4,
  skew: 4,
  noise: 3,
  stop: 1,
  refuse: 2,
  doubt: 2,
  end: 2,
  backup: 2,
  restore: 2,
};
const DOINGS = Object.entries(WEIGHTS).flatMap(([does, weight]) =>
  Array.from({ length: weight }, () => does as Step['does']),
);

const DISK_FAULTS = ['refuse', 'doubt', 'end'] as const;

/** Within which an act is written or lost. */
const CRASH_MS = 250;

/** Between two steps, in ms: at once, within a round trip, and long enough for a silence to be noticed. */
const PAUSES_MS = [0, 0, 30, 500, 2000, 20_000];

/** What happens follows from the seed alone. */
export function planOf(seed: number): Plan {
  const random = randomFrom(seed);
  const states = STATES.slice(0, random.pick([2, 2, 2, 3, 3, 4]));
  const steps = Array.from({ length: 12 + random.below(36) }, () => stepOf(random));
  return { seed, states, steps: steps.flatMap((step) => withFault(step, random)) };
}

/** Now and then power or disk fail while an act is on its way to the disk, or from there to the officer. */
function withFault(step: Step, random: SeededRandom): Step[] {
  if (step.does !== 'write') return [step];
  const chance = random.below(12);
  if (chance === 0) {
    return [
      { ...step, ms: random.below(CRASH_MS) },
      { ...step, does: 'crash', ms: random.below(1 + random.pick(PAUSES_MS)) },
    ];
  }
  return chance === 1 ? [{ ...step, does: random.pick(DISK_FAULTS), ms: 0 }, step] : [step];
}

function stepOf(random: SeededRandom): Step {
  return {
    does: random.pick(DOINGS),
    who: random.below(1000),
    whom: random.below(1000),
    choice: random.below(1000),
    urgency: random.pick(URGENCIES),
    ms: random.below(1 + random.pick(PAUSES_MS)),
  };
}
