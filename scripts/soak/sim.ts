import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../../test/sim/simulation.ts';
import type { SeedReport } from './sim-process.ts';

const PROGRAM = join(import.meta.dirname, 'sim-process.ts');
/** Rows are told each so many seeds. */
const SEEDS_OF_A_ROW = 500;

/**
 * Simulates that many seeds from the given one on, over as many processes as the machine has processors, and
 * goes on after one that fails. @throws Error at the end if one did
 */
export async function soakSim(
  report: (row: object) => void,
  { seed, seeds }: { readonly seed: number; readonly seeds: number },
): Promise<void> {
  const tally = { seeds: 0, failed: 0, items: 0, cases: 0, longestSettlingS: 0 };
  const processes = Math.min(availableParallelism(), seeds);
  const cpuMs = new Map<number, number>();
  const count = (outcome: Outcome): void => {
    tally.items += outcome.accepted;
    tally.cases += outcome.cases;
    tally.longestSettlingS = Math.max(tally.longestSettlingS, Math.round(outcome.settledMs / 1000));
  };
  const take = (worker: number, said: SeedReport): void => {
    tally.seeds += 1;
    cpuMs.set(worker, said.cpuMs);
    if (said.outcome !== undefined) count(said.outcome);
    if (said.failure !== undefined) {
      tally.failed += 1;
      report({ failure: said.failure });
    }
    if (tally.seeds % SEEDS_OF_A_ROW > 0 && tally.seeds !== seeds) return;
    const allMs = [...cpuMs.values()].reduce((sum, one) => sum + one, 0);
    report({ ...tally, processes, cpuMsEach: Math.round(allMs / tally.seeds) });
  };
  await Promise.all(
    Array.from({ length: processes }, (_, worker) =>
      simulate([seed + worker, seed + seeds, processes], (said) => {
        take(worker, said);
      }),
    ),
  );
  if (tally.failed > 0) throw new Error(`${tally.failed} of ${seeds} seeds failed`);
  if (tally.seeds < seeds) throw new Error(`only ${tally.seeds} of ${seeds} seeds were simulated`);
}

/** A process of its own, until it ends. */
async function simulate(place: readonly number[], heard: (said: SeedReport) => void): Promise<void> {
  const child = fork(PROGRAM, place.map(String), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.on('message', heard);
  await once(child, 'exit');
}
