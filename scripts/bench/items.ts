import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchCase, BenchOfficer } from './bench-officer.ts';
import { benchOfficer, CONNECTIONS } from './bench-officer.ts';
import { type Figure, percentile } from './figure.ts';
import { comity, type NetNode, withNet } from '../../test/support/net.ts';
import { smallRequest } from '../../test/support/small-request.ts';

const ITEMS = 20_000;
const CASES = 400;
const BODY = 'x'.repeat(4096);
const IDLE_SAMPLES = 300;
const WARM_UP = 1000;
const BACKLOG = 10_000;
const EMERGENCIES = 100;
const WAIT_S = 60;
const POLL_MS = 20;

type Report = (figure: Figure) => void;

/**
 * The rows `items.*`: two real daemons over loopback, everything on; the client signs, submits and asks by
 * the control API.
 */
export async function measureItems(report: Report, floor: number): Promise<void> {
  await withNet(['GD', 'JM'], async ([sender, receiver]) => {
    if (sender === undefined || receiver === undefined) throw new Error('the network has no two nodes');
    const officer = await benchOfficer(sender);
    try {
      const cases = await openCases(officer, 'routine', CASES);
      await idle(officer, cases, report);
      await rate(officer, cases, { report, floor });
      await emergency(officer, cases, report);
      await comesBack({ officer, receiver, cases }, report);
    } finally {
      officer.close();
    }
  });
}

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

async function rate(
  officer: BenchOfficer,
  cases: readonly BenchCase[],
  { report, floor }: { report: Report; floor: number },
): Promise<void> {
  await burst(officer, cases, WARM_UP);
  await untilDrained(officer);
  const started = performance.now();
  await burst(officer, cases, ITEMS);
  const submitted = (performance.now() - started) / 1000;
  await untilDrained(officer);
  const seconds = (performance.now() - started) / 1000;
  const detail = {
    items: ITEMS,
    submittedPerS: Math.round(ITEMS / submitted),
    ofFloor: ITEMS / seconds / floor,
  };
  report({ name: 'items.rate', value: ITEMS / seconds, unit: 'items/s', detail });
}

async function emergency(officer: BenchOfficer, cases: readonly BenchCase[], report: Report): Promise<void> {
  const urgent = await openCases(officer, 'emergency', 10);
  const samples: number[] = [];
  const routine = burst(officer, cases, BACKLOG);
  let moving = true;
  const moved = routine
    .then(() => untilDrained(officer))
    .then(() => {
      moving = false;
    });
  const goesOn = (): boolean => moving && samples.length < EMERGENCIES;
  for (let count = 0; goesOn(); count += 1) {
    const started = performance.now();
    const { itemId } = await officer.say(pick(urgent, count), 'SUPPLEMENT', BODY);
    await relayed(officer, itemId);
    samples.push(performance.now() - started);
  }
  await moved;
  const detail = { samples: samples.length, p50: percentile(samples, 0.5), routine: BACKLOG };
  report({ name: 'items.emergency.p99', value: percentile(samples, 0.99), unit: 'ms', detail });
}

interface Return {
  readonly officer: BenchOfficer;
  readonly receiver: NetNode;
  readonly cases: readonly BenchCase[];
}

async function comesBack({ officer, receiver, cases }: Return, report: Report): Promise<void> {
  const dir = join(receiver.home, '../..');
  await comity('net', 'kill', receiver.state, '--dir', dir);
  await burst(officer, cases, BACKLOG);
  await comity('net', 'start', receiver.state, '--dir', dir);
  const ready = performance.now();
  await until(async () => (await queued(officer)) < BACKLOG);
  const started = (performance.now() - ready) / 1000;
  await untilDrained(officer);
  const drained = (performance.now() - ready) / 1000;
  report({ name: 'items.return.starts', value: started, unit: 's', detail: { waiting: BACKLOG } });
  report({ name: 'items.return.drained', value: drained, unit: 's', detail: { waiting: BACKLOG } });
}

function burst(officer: BenchOfficer, cases: readonly BenchCase[], items: number): Promise<void> {
  return each(items, CONNECTIONS, async (index) => {
    await officer.say(pick(cases, index), 'SUPPLEMENT', BODY);
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
