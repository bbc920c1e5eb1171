import { runSeed } from '../../test/sim/run-seed.ts';

/** Rows are told each so many seeds. */
const SEEDS_OF_A_ROW = 500;

/**
 * Simulates that many seeds, one after the other from the given one on, and goes on after one that fails.
 * @throws Error at the end if one did
 */
export async function soakSim(
  report: (row: object) => void,
  { seed, seeds }: { readonly seed: number; readonly seeds: number },
): Promise<void> {
  const tally = { seeds: 0, failed: 0, items: 0, cases: 0, longestSettlingS: 0 };
  const started = performance.now();
  for (let current = seed; current < seed + seeds; current += 1) {
    tally.seeds += 1;
    try {
      const { accepted, cases, settledMs } = await runSeed(current);
      tally.items += accepted;
      tally.cases += cases;
      tally.longestSettlingS = Math.max(tally.longestSettlingS, Math.round(settledMs / 1000));
    } catch (error) {
      tally.failed += 1;
      report({ failure: (error as Error).message.split('\n') });
    }
    if (tally.seeds % SEEDS_OF_A_ROW === 0 || tally.seeds === seeds) {
      report({ ...tally, msEach: Math.round((performance.now() - started) / tally.seeds) });
    }
  }
  if (tally.failed > 0) throw new Error(`${tally.failed} of ${seeds} seeds failed`);
}
