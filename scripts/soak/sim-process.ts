import { runSeed } from '../../test/sim/run-seed.ts';
import type { Outcome } from '../../test/sim/simulation.ts';

/** What became of one seed. */
export interface SeedReport {
  readonly seed: number;
  readonly outcome?: Outcome;
  readonly failure?: readonly string[];
  /** Of this process, so far. */
  readonly cpuMs: number;
}

/** Simulates every `step`th seed from the first on, and goes on after one that fails. */
const [first = 0, below = 0, step = 1] = process.argv.slice(2).map(Number);
process.on('disconnect', () => process.exit());
for (let seed = first; seed < below; seed += step) {
  const came = await runSeed(seed).then(
    (outcome) => ({ outcome }),
    (error: unknown) => ({ failure: String(error).split('\n') }),
  );
  const { user, system } = process.cpuUsage();
  process.send?.({ seed, ...came, cpuMs: (user + system) / 1000 } satisfies SeedReport);
}
process.disconnect();
