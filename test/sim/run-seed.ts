import { type Plan, planOf, type Step } from './plan.ts';
import type { Tamper } from './sim-state.ts';
import { type Outcome, simulate } from './simulation.ts';
import { Violation } from './violation.ts';

/** Runs that a failure may take to be told in fewer steps. */
const SHRINKING_RUNS_MAX = 120;

/** Runs one seed. @throws Error with the seed, the shortest steps that still fail, and how to run it again */
export async function runSeed(seed: number, tamper: Tamper = {}): Promise<Outcome> {
  const plan = planOf(seed);
  try {
    return await simulate(plan, tamper);
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    const { steps, violation } = await shrink(plan, error, tamper);
    const told = [
      `seed ${seed}, ${plan.states.join(' ')}: ${violation.message}`,
      `again: npm run soak -- sim --seed ${seed} --seeds 1`,
      `in ${steps.length} of ${plan.steps.length} steps:`,
      ...steps.map((step) => `  ${wordsOf(step)}`),
    ];
    throw new Error(told.join('\n'), { cause: error });
  }
}

/** Leaves out steps, many at once and then one by one, for as long as the same thing fails. */
async function shrink(
  plan: Plan,
  found: Violation,
  tamper: Tamper,
): Promise<{ readonly steps: readonly Step[]; readonly violation: Violation }> {
  let [steps, violation] = [plan.steps, found];
  let runs = 0;
  for (let size = steps.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < steps.length && runs < SHRINKING_RUNS_MAX; runs += 1) {
      const fewer = steps.toSpliced(at, size);
      const again = await violationOf({ ...plan, steps: fewer }, tamper);
      if (again?.invariant === found.invariant) [steps, violation] = [fewer, again];
      else at += size;
    }
  }
  return { steps, violation };
}

async function violationOf(plan: Plan, tamper: Tamper): Promise<Violation | undefined> {
  try {
    await simulate(plan, tamper);
    return undefined;
  } catch (error) {
    if (error instanceof Violation) return error;
    throw error;
  }
}

function wordsOf({ does, who, whom, choice, urgency, ms }: Step): string {
  return `${does} ${who} ${whom} ${choice}${does === 'write' ? ` ${urgency}` : ''}, then ${ms} ms`;
}
