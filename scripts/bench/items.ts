import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchCase, benchOfficer, type BenchOfficer } from './bench-officer.ts';
import { type Figure, percentile } from './figure.ts';
import {
  BODY,
  burst,
  casesFor,
  emergenciesUntil,
  openCases,
  pick,
  queued,
  relayed,
  until,
  untilDrained,
} from './load.ts';
import { countCost } from './process-cost.ts';
import { comity, type NetNode, withNet } from '../../test/support/net.ts';

const ITEMS = 20_000;
const IDLE_CASES = 30;
const IDLE_SAMPLES = 300;
const WARM_UP = 1000;
const BACKLOG = 10_000;

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

const ITEM_PARTS = Object.keys(parts) as readonly ItemPart[];

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
