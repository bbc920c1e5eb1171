import { type CaseWriters, caseWriters, type Said } from './case-writers.ts';
import { eachAtOnce } from './each-at-once.ts';
import type { Net } from './net.ts';
import type { SeededRandom } from './seeded-random.ts';
import { assertWhole, AT_ONCE, ITEMS_OF_A_CASE, type Job, jobsOf, STATES, writeJob } from './writing-load.ts';

/** What a line may do while items are on their way. */
export type Harm = 'cut' | 'mid-frame' | 'half-open' | 'corrupt' | 'slow';

const ITEMS_OF_A_HARM = 20;

/**
 * Harms the line between two daemons again and again while officers write, heals it each time, and looks
 * whether anything is lost, doubled or seen otherwise at the other end. @throws AssertionError
 */
export async function surviveLines(
  net: Net,
  { harms, random }: { readonly harms: readonly Harm[]; readonly random: SeededRandom },
): Promise<{ readonly items: number }> {
  const writers = await caseWriters(net, { outageSince: () => () => undefined });
  const jobs = jobsOf(random, Math.ceil((harms.length * ITEMS_OF_A_HARM) / ITEMS_OF_A_CASE));
  const said: Said[] = [];
  for (const [index, harm] of harms.entries()) {
    await harmed(net, harm, random);
    const some = jobs.slice(index * ITEMS_OF_A_HARM, (index + 1) * ITEMS_OF_A_HARM);
    said.push(...(await writeWhile(net, writers, { jobs: some, random })));
  }
  await assertWhole(writers, said);
  return { items: said.length };
}

async function harmed(net: Net, harm: Harm, random: SeededRandom): Promise<void> {
  const bytes = String(random.below(60_000));
  const words: Readonly<Record<Harm, readonly string[]>> = {
    cut: ['cut', ...STATES],
    'mid-frame': ['slow', ...STATES, '--cut-mid-frame', bytes],
    'half-open': ['slow', ...STATES, '--half-open'],
    corrupt: ['slow', ...STATES, '--corrupt', '1/5000'],
    slow: ['slow', ...STATES, '--ms', '50', '--jitter', '50', '--kbps', '1000'],
  };
  await net.lines(...words[harm]);
}

/** Openings have to arrive before the other side can answer: then the line is healed, and the rest goes on. */
async function writeWhile(
  net: Net,
  writers: CaseWriters,
  { jobs, random }: { readonly jobs: readonly Job[]; readonly random: SeededRandom },
): Promise<Said[]> {
  const said: Said[] = [];
  const write = async (job: Job): Promise<void> => {
    said.push(await writeJob(job, writers, random));
  };
  const [first, rest] = [jobs.filter((job) => isFree(job)), jobs.filter((job) => !isFree(job))];
  await eachAtOnce(first, AT_ONCE, write);
  await net.lines('heal');
  await eachAtOnce(rest, AT_ONCE, write);
  return said;
}

/** Its author needs nothing of the other side. */
function isFree({ plan, by }: Job): boolean {
  return by === plan.opener;
}
