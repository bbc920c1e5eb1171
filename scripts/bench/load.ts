import type { BenchCase, BenchOfficer } from './bench-officer.ts';
import { smallRequest } from '../../test/support/small-request.ts';

/** What an item says in a benchmark. */
export const BODY = 'x'.repeat(4096);
/** Items of one case, its opening not counted. */
const CASE_ITEMS = 10;
/** Items that the officer's program has submitted and not been told of: each in a case of its own. */
const AT_ONCE = 64;
const EMERGENCIES = 200;
const WAIT_S = 60;
const POLL_MS = 20;

export async function openCases(officer: BenchOfficer, urgency: string, count: number): Promise<BenchCase[]> {
  const opened: BenchCase[] = [];
  await each(count, 8, async () => {
    opened.push(await officer.openCase('JM', urgency, smallRequest()));
  });
  await untilDrained(officer);
  return opened;
}

/** One emergency after the other, from the call to the verified receipt, until `over` or there are enough. */
export async function emergenciesUntil(
  officer: BenchOfficer,
  urgent: readonly BenchCase[],
  over: Promise<void>,
): Promise<number[]> {
  const samples: number[] = [];
  let goes = true;
  const end = over.then(() => {
    goes = false;
  });
  const goesOn = (): boolean => goes && samples.length < EMERGENCIES;
  for (let count = 0; goesOn(); count += 1) {
    const started = performance.now();
    const { itemId } = await officer.say(pick(urgent, count), 'SUPPLEMENT', BODY);
    await relayed(officer, itemId);
    samples.push(performance.now() - started);
  }
  await end;
  return samples;
}

export function casesFor(officer: BenchOfficer, items: number): Promise<BenchCase[]> {
  return openCases(officer, 'routine', Math.ceil(items / (CASE_ITEMS * AT_ONCE)) * AT_ONCE);
}

/** So many items, ten of them in each case; so many cases go on at once. */
export function burst(officer: BenchOfficer, cases: readonly BenchCase[], items: number): Promise<void> {
  return each(items, AT_ONCE, async (index) => {
    const group = Math.floor(index / (CASE_ITEMS * AT_ONCE));
    await officer.say(pick(cases, group * AT_ONCE + (index % AT_ONCE)), 'SUPPLEMENT', BODY);
  });
}

/** So many calls, at most `atOnce` of them under way. */
async function each(count: number, atOnce: number, run: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await run(next - 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

export function pick(cases: readonly BenchCase[], index: number): BenchCase {
  const chosen = cases[index % cases.length];
  if (chosen === undefined) throw new Error('there is no case');
  return chosen;
}

export async function relayed(officer: BenchOfficer, itemId: string): Promise<void> {
  const query = { waitS: WAIT_S };
  const { delivery } = (await officer.call('items.delivery', { params: { itemId }, query })) as {
    delivery: string;
  };
  if (delivery !== 'relayed') throw new Error(`the item is ${delivery}`);
}

interface Queues {
  readonly partners: readonly { readonly queued: Readonly<Record<string, number>> }[];
}

export async function queued(officer: BenchOfficer): Promise<number> {
  const { partners } = (await officer.call('status')) as Queues;
  return partners.flatMap((partner) => Object.values(partner.queued)).reduce((sum, count) => sum + count, 0);
}

export async function untilDrained(officer: BenchOfficer): Promise<void> {
  await until(async () => (await queued(officer)) === 0);
}

export async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}
