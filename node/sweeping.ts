import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import { createTasks, repeat } from './supervise.ts';

interface SweepDependencies {
  readonly clock: Clock;
  readonly log: Log;
  readonly onBug: (error: unknown) => void;
}

interface Swept {
  readonly cases: { sweep(): Promise<number> };
  readonly directory: { noteExpiry(): Promise<void> };
  readonly keys: { settle(): Promise<void> };
  readonly watch: { keep(): Promise<void> };
}

const SWEEP_MS = 60 * 60 * 1000;

/** Forgets now and then what nobody came back for, and notes what is about to end and who was heard. Gives what ends it. */
export function startSweeping(
  { cases, directory, keys, watch }: Swept,
  { clock, log, onBug }: SweepDependencies,
): () => Promise<void> {
  const tasks = createTasks(onBug);
  const sweep = async (): Promise<void> => {
    await directory.noteExpiry();
    await keys.settle();
    await watch.keep();
    const drafts = await cases.sweep();
    if (drafts > 0) log.info({ drafts }, 'drafts forgotten that nobody signed');
  };
  tasks.spawn((signal) => repeat(sweep, { clock, pauseMs: SWEEP_MS, signal }));
  return () => tasks.stop();
}
