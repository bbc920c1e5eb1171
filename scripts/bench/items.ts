import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchCase, BenchOfficer } from './bench-officer.ts';
import { benchOfficer } from './bench-officer.ts';
import { type Figure, percentile } from './figure.ts';
import { countCost } from './process-cost.ts';
import { comity, type NetNode, withNet } from '../../test/support/net.ts';
import { smallRequest } from '../../test/support/small-request.ts';

const ITEMS = 20_000;
/** Items of one case, its opening not counted. */
const CASE_ITEMS = 10;
/** Items that the officer's program has submitted and not been told of: each in a case of its own. */
const AT_ONCE = 64;
const IDLE_CASES = 30;
const BODY = 'x'.repeat(4096);
const IDLE_SAMPLES = 300;
const WARM_UP = 1000;
const BACKLOG = 10_000;
const EMERGENCIES = 200;
const WAIT_S = 60;
const POLL_MS = 20;

type Report = (figure: Figure) => void;

/**
 * The rows `items.*`: two real daemons over loopback, everything on; the client signs, submits and asks by
 * the control API.
 */
export async function measureItems(report: Report, floor: Floor, wanted = ITEM_PARTS): Promise<void> {
  await withNet(['GD', 'JM'], async ([sender, receiver]) => {
    if (sender === undefined || receiver === undefined) throw new Error('the network has no two nodes');
    const officer = await benchOfficer(sender);
    try {
      for (const part of wanted) await parts[part]({ officer, sender, receiver, floor, report });
    } finally {
      officer.close();
    }
  });
}

/** Measures what the machine gives at most, only where that is asked for. */
type Floor = () => Promise<number>;

interface Bench {
  readonly officer: BenchOfficer;
  readonly sender: NetNode;
  readonly receiver: NetNode;
  readonly floor: Floor;
  readonly report: Report;
}

const parts = {
  idle: async ({ officer, report }: Bench) =>
    idle(officer, await openCases(officer, 'routine', IDLE_CASES), report),
  rate: async ({ officer, sender, receiver, floor, report }: Bench) =>
    rate(officer, { report, floor: await floor(), nodes: { sender, receiver } }),
  return: ({ officer, receiver, report }: Bench) => comesBack({ officer, receiver }, report),
  emergency: ({ officer, receiver, report }: Bench) => emergency({ officer, receiver }, report),
} as const;

export type ItemPart = keyof typeof parts;

export const ITEM_PARTS = Object.keys(parts) as readonly ItemPart[];

async function openCases(officer: BenchOfficer, urgency: string, count: number): Promise<BenchCase[]> {
  const opened: BenchCase[] = [];
  await each(count, 8, async () => {
    opened.push(await officer.openCase('JM', urgency, smallRequest()));
  });
  await untilDrained(officer);
  return opened;
}

async function idle(officer: BenchOfficer, cases: readonly BenchCase[], report: Report): Promise<void> {
  const samples: number[] = [];
  for (let count = 0; count < IDLE_SAMPLES; count += 1) {
    const started = performance.now();
    const { itemId } = await officer.say(pick(cases, count), 'SUPPLEMENT', BODY);
    await relayed(officer, itemId);
    samples.push(performance.now() - started);
  }
  const detail = { samples: IDLE_SAMPLES, fdatasyncMs: await fdatasyncMs() };
  report({ name: 'items.idle.p50', value: percentile(samples, 0.5), unit: 'ms', detail });
  report({ name: 'items.idle.p99', value: percentile(samples, 0.99), unit: 'ms', detail });
}

interface Rate {
  readonly report: Report;
  readonly floor: number;
  readonly nodes: Readonly<Record<'sender' | 'receiver', NetNode>>;
}

async function rate(officer: BenchOfficer, { report, floor, nodes }: Rate): Promise<void> {
  const warmUp = await casesFor(officer, WARM_UP);
  const cases = await casesFor(officer, ITEMS);
  await burst(officer, warmUp, WARM_UP);
  await untilDrained(officer);
  const cost = countCost(nodes);
  const started = performance.now();
  await burst(officer, cases, ITEMS);
  const submitted = (performance.now() - started) / 1000;
  await untilDrained(officer);
  const seconds = (performance.now() - started) / 1000;
  const detail = {
    items: ITEMS,
    submittedPerS: Math.round(ITEMS / submitted),
    ofFloor: ITEMS / seconds / floor,
    ...cost(ITEMS),
  };
  report({ name: 'items.rate', value: ITEMS / seconds, unit: 'items/s', detail });
}

interface Return {
  readonly officer: BenchOfficer;
  readonly receiver: NetNode;
}

/** Lets so many items wait for a partner that is away, and then come back. */
async function returnTo({ officer, receiver }: Return): Promise<void> {
  const dir = join(receiver.home, '../..');
  const cases = await casesFor(officer, BACKLOG);
  await comity('net', 'kill', receiver.state, '--dir', dir);
  await burst(officer, cases, BACKLOG);
  await comity('net', 'start', receiver.state, '--dir', dir);
}

async function comesBack(back: Return, report: Report): Promise<void> {
  await returnTo(back);
  const ready = performance.now();
  await until(async () => (await queued(back.officer)) < BACKLOG);
  const started = (performance.now() - ready) / 1000;
  await untilDrained(back.officer);
  const drained = (performance.now() - ready) / 1000;
  report({ name: 'items.return.starts', value: started, unit: 's', detail: { waiting: BACKLOG } });
  report({ name: 'items.return.drained', value: drained, unit: 's', detail: { waiting: BACKLOG } });
}

/**
 * Emergencies while routine items move that had waited, and while as many more are being submitted at full
 * speed.
 */
async function emergency(back: Return, report: Report): Promise<void> {
  const { officer } = back;
  const urgent = await openCases(officer, 'emergency', 10);
  const cases = await casesFor(officer, BACKLOG);
  await returnTo(back);
  await until(async () => (await queued(officer)) < BACKLOG);
  const moving = await emergenciesUntil(officer, urgent, untilDrained(officer));
  const submitting = await emergenciesUntil(officer, urgent, burst(officer, cases, BACKLOG));
  await untilDrained(officer);
  for (const [name, samples] of [
    ['items.emergency.p99', moving],
    ['items.emergency.submitting.p99', submitting],
  ] as const) {
    const detail = { samples: samples.length, p50: percentile(samples, 0.5), routine: BACKLOG };
    report({ name, value: percentile(samples, 0.99), unit: 'ms', detail });
  }
}

/** One emergency after the other, from the call to the verified receipt, until `over` or there are enough. */
async function emergenciesUntil(
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

function casesFor(officer: BenchOfficer, items: number): Promise<BenchCase[]> {
  return openCases(officer, 'routine', Math.ceil(items / (CASE_ITEMS * AT_ONCE)) * AT_ONCE);
}

/** So many items, ten of them in each case; so many cases go on at once. */
function burst(officer: BenchOfficer, cases: readonly BenchCase[], items: number): Promise<void> {
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

function pick(cases: readonly BenchCase[], index: number): BenchCase {
  const chosen = cases[index % cases.length];
  if (chosen === undefined) throw new Error('there is no case');
  return chosen;
}

async function relayed(officer: BenchOfficer, itemId: string): Promise<void> {
  const query = { waitS: WAIT_S };
  const { delivery } = (await officer.call('items.delivery', { params: { itemId }, query })) as {
    delivery: string;
  };
  if (delivery !== 'relayed') throw new Error(`the item is ${delivery}`);
}

interface Queues {
  readonly partners: readonly { readonly queued: Readonly<Record<string, number>> }[];
}

async function queued(officer: BenchOfficer): Promise<number> {
  const { partners } = (await officer.call('status')) as Queues;
  return partners.flatMap((partner) => Object.values(partner.queued)).reduce((sum, count) => sum + count, 0);
}

async function untilDrained(officer: BenchOfficer): Promise<void> {
  await until(async () => (await queued(officer)) === 0);
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

/** What one synced write costs on this disk: no item is faster than two of them. */
async function fdatasyncMs(): Promise<number> {
  const path = join(tmpdir(), `comity-bench-sync-${String(process.pid)}`);
  const file = await open(path, 'w');
  const samples: number[] = [];
  for (let count = 0; count < 100; count += 1) {
    const started = performance.now();
    await file.write(BODY);
    await file.datasync();
    samples.push(performance.now() - started);
  }
  await file.close();
  await rm(path);
  return percentile(samples, 0.5);
}
