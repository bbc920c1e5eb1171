import { type CaseWriters, caseWriters, type Said } from './case-writers.ts';
import { eachAtOnce } from './each-at-once.ts';
import type { Net } from './net.ts';
import type { SeededRandom } from './seeded-random.ts';
import { assertWhole, AT_ONCE, ITEMS_OF_A_CASE, jobsOf, STATES, writeJob } from './writing-load.ts';

/** Calls before which and after which a daemon may die, of each item that is written. */
const STEPS_OF_AN_ITEM = 4;
/** Items that are written round each death. */
const ITEMS_OF_A_KILL = 25;

interface Outage {
  readonly over: Promise<void>;
  ended: boolean;
}

/** Ends a daemon in the midst of what goes on, and starts it again; one at a time. */
function createKiller(net: Net) {
  const outages = new Map<string, Outage>();
  const restartsMs: number[] = [];
  let armed: { steps: number; victim: string } | undefined;
  const strikeAndStart = async (victim: string): Promise<void> => {
    await net.kill(victim);
    const killed = performance.now();
    await net.start(victim);
    restartsMs.push(performance.now() - killed);
  };
  const strike = (victim: string): void => {
    const over = strikeAndStart(victim);
    const outage: Outage = { over, ended: false };
    // Whoever waits for it hears of a failure, and if nobody does, `through` does.
    over.then(
      () => (outage.ended = true),
      () => undefined,
    );
    outages.set(victim, outage);
    armed = undefined;
  };
  return {
    restartsMs,
    outageSince: (state: string) => {
      const before = outages.get(state);
      const isPast = before?.ended ?? true;
      return () => {
        const last = outages.get(state);
        return last === before && isPast ? undefined : last?.over;
      };
    },
    arm: (steps: number, victim: string): void => {
      armed = { steps, victim };
    },
    step: (): void => {
      if (armed === undefined) return;
      armed.steps -= 1;
      if (armed.steps === 0) strike(armed.victim);
    },
    /** What was armed has happened, and the daemons serve again. */
    through: async (): Promise<void> => {
      if (armed !== undefined) strike(armed.victim);
      await Promise.all([...outages.values()].map(({ over }) => over));
    },
  };
}

type Killer = ReturnType<typeof createKiller>;

export interface Survived {
  /** Calls of officers' programs whose answer did not come. */
  readonly answersLost: number;
  /** Of each death, the time until the daemon served again, in ms. */
  readonly servingMs: readonly number[];
  readonly items: number;
}

/**
 * Ends the daemons of a network at random moments while officers write, so many times, and looks whether
 * anything is lost, doubled or seen otherwise at the other end. @throws AssertionError
 */
export async function surviveKills(
  net: Net,
  { kills, random }: { readonly kills: number; readonly random: SeededRandom },
): Promise<Survived> {
  const killer = createKiller(net);
  const writers = await caseWriters(net, { outageSince: killer.outageSince, onStep: killer.step });
  const said = await writeThroughKills(writers, killer, { kills, random });
  await assertWhole(writers, said);
  return { answersLost: writers.lost(), servingMs: killer.restartsMs, items: said.length };
}

/** All items, a death of a daemon in each part of them. */
async function writeThroughKills(
  writers: CaseWriters,
  killer: Killer,
  { kills, random }: { readonly kills: number; readonly random: SeededRandom },
): Promise<Said[]> {
  const jobs = jobsOf(random, Math.ceil((kills * ITEMS_OF_A_KILL) / ITEMS_OF_A_CASE));
  const size = Math.ceil(jobs.length / kills);
  const said: Said[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    killer.arm(1 + random.below(size * STEPS_OF_AN_ITEM), random.pick(STATES));
    await eachAtOnce(jobs.slice(kill * size, (kill + 1) * size), AT_ONCE, async (job) => {
      said.push(await writeJob(job, writers, random));
    });
    await killer.through();
  }
  return said;
}
