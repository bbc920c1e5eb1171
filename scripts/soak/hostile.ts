import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { ATTACKS } from '../../test/support/hostile/attacks.ts';
import { type NetNode, withNet } from '../../test/support/net.ts';
import { sessionIn } from '../../test/support/signing-officer.ts';
import { smallRequest } from '../../test/support/small-request.ts';
import { type BenchCase, type BenchOfficer, benchOfficer } from '../bench/bench-officer.ts';
import { percentile } from '../bench/figure.ts';
import type { HostileOrder, HostileReport } from './hostile-process.ts';

/** What a node and an honest partner of it came to while one thing was done to the node. */
export interface HostileRow {
  readonly attack: string;
  readonly does: string;
  /** How often the attacker did it. */
  readonly times: number;
  /** Items of the honest partner that were answered, of those that were offered, in percent. */
  readonly keptPercent: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Longest delay of the node's event loop. */
  readonly loopMs: number;
  /** Of one core, the node's. */
  readonly cpuPercent: number;
  /** Above what the node held before. */
  readonly grownMebibytes: number;
}

export interface HostileOptions {
  /** For all attacks together. */
  readonly minutes: number;
  /** All without it. */
  readonly attacks?: readonly string[];
}

/** Offered by the honest partner all the time, in items a second. */
const OFFERED_PER_S = 60;
/** So many that none grows long: what a node holds of its cases in memory is bounded by their items. */
const CASES = 300;
const WAIT_S = 60;
const MINUTE_MS = 60_000;
const MEBI = 1024 * 1024;

/**
 * Two honest daemons, one of which is attacked while the other goes on sending it items at an even pace. The
 * attacker is a partner of the first, or a stranger, in a process of the lowest priority.
 */
export async function soakHostile(
  report: (row: HostileRow) => void,
  { minutes, attacks = Object.keys(ATTACKS) }: HostileOptions,
): Promise<void> {
  await withNet(['GD', 'JM'], async ([victim, honest]) => {
    if (victim === undefined || honest === undefined) throw new Error('the network has no two nodes');
    const officer = await benchOfficer(honest);
    const attacker = await startAttacker(victim);
    try {
      const cases: BenchCase[] = [];
      for (let count = 0; count < CASES; count += 1) {
        cases.push(await officer.openCase('GD', 'routine', smallRequest()));
      }
      const parts = {
        victim,
        officer,
        cases,
        attacker,
        ms: Math.round((minutes * MINUTE_MS) / (attacks.length + 2)),
      };
      for (const attack of ['nothing', ...attacks, 'nothing']) report(await measure(parts, attack));
    } finally {
      attacker.disconnect();
      officer.close();
    }
  });
}

const COLUMNS = {
  attack: 'attack',
  keptPercent: 'kept %',
  p50Ms: 'p50 ms',
  p99Ms: 'p99 ms',
  loopMs: 'loop ms',
  cpuPercent: 'CPU %',
  grownMebibytes: 'grown MiB',
} as const satisfies Partial<Record<keyof HostileRow, string>>;

/** For people: the columns that a verdict goes by, the names of them first. */
export function hostileTable(rows: readonly HostileRow[]): (string | number)[][] {
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return [Object.values(COLUMNS), ...rows.map((row) => names.map((name) => row[name]))];
}

interface Parts {
  readonly victim: NetNode;
  readonly officer: BenchOfficer;
  readonly cases: readonly BenchCase[];
  readonly attacker: ChildProcess;
  readonly ms: number;
}

async function startAttacker(victim: NetNode): Promise<ChildProcess> {
  const file = join(import.meta.dirname, 'hostile-process.ts');
  const child = fork(file, [join(victim.home, '../..'), JSON.stringify(victim)], { stdio: 'inherit' });
  await once(child, 'message');
  return child;
}

async function measure(parts: Parts, attack: string): Promise<HostileRow> {
  const { victim, officer, cases, attacker, ms } = parts;
  const before = await processOf(victim);
  await loopDelayMs(parts);
  const attacked = attack === 'nothing' ? Promise.resolve({ times: 0 }) : order(attacker, { attack, ms });
  const samples: number[] = [];
  const peaks = { bytes: 0 };
  const offered = await offer(ms, async (index) => {
    const started = performance.now();
    const place = cases[index % cases.length] as BenchCase;
    const { itemId } = await officer.say(place, 'SUPPLEMENT', 'x'.repeat(1024));
    await officer.call('items.delivery', { params: { itemId }, query: { waitS: WAIT_S } });
    samples.push(performance.now() - started);
    if (index % OFFERED_PER_S === 0) peaks.bytes = Math.max(peaks.bytes, (await processOf(victim)).bytes);
  });
  const { times } = await attacked;
  const after = await processOf(victim);
  return {
    attack,
    does: ATTACKS[attack]?.does ?? 'nothing',
    times,
    keptPercent: Math.round((100 * offered.inTime) / offered.all),
    p50Ms: rounded(percentile(samples, 0.5)),
    p99Ms: rounded(percentile(samples, 0.99)),
    loopMs: rounded(await loopDelayMs(parts)),
    cpuPercent: Math.round((100_000 * (after.cpuS - before.cpuS)) / ms),
    grownMebibytes: Math.round((Math.max(peaks.bytes, after.bytes) - before.bytes) / MEBI),
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Offers items at an even pace, whatever became of those before; counts those answered by its end. */
async function offer(
  ms: number,
  one: (index: number) => Promise<void>,
): Promise<{ readonly all: number; readonly inTime: number }> {
  const started = performance.now();
  const all = Math.floor((ms / 1000) * OFFERED_PER_S);
  const under: Promise<void>[] = [];
  let answered = 0;
  for (let index = 0; index < all; index += 1) {
    const due = started + (index * 1000) / OFFERED_PER_S;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    under.push(
      one(index).then(() => {
        answered += 1;
      }),
    );
  }
  await Promise.race([Promise.all(under), new Promise((resolve) => setTimeout(resolve, 1000))]);
  const inTime = answered;
  await Promise.all(under);
  return { all, inTime };
}

async function order(attacker: ChildProcess, what: HostileOrder): Promise<{ times: number }> {
  const answered = once(attacker, 'message') as Promise<[HostileReport]>;
  attacker.send(what);
  const [answer] = await answered;
  return 'times' in answer ? answer : { times: 0 };
}

/** Resident memory and processor time of a daemon, from the kernel. */
async function processOf({ pid }: NetNode): Promise<{ readonly bytes: number; readonly cpuS: number }> {
  const [status, stat] = await Promise.all([
    readFile(`/proc/${String(pid)}/status`, 'utf8'),
    readFile(`/proc/${String(pid)}/stat`, 'utf8'),
  ]);
  const kibibytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const TICKS_PER_S = 100;
  return { bytes: kibibytes * 1024, cpuS: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S };
}

/** The longest since it was last asked for. */
async function loopDelayMs({ victim }: Parts): Promise<number> {
  const { socketPath, token } = sessionIn(victim.officer);
  const text = await new Promise<string>((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    get({ socketPath, path: '/metrics', headers, agent: false }, (response) => {
      resolve(
        response
          .setEncoding('utf8')
          .toArray()
          .then((parts) => parts.join('')),
      );
    }).on('error', reject);
  });
  return 1000 * Number(/^comity_nodejs_eventloop_lag_max_seconds (\S+)/m.exec(text)?.[1] ?? 0);
}
