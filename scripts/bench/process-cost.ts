import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { NetNode } from '../../test/support/net.ts';

/** What a process has cost so far: time on all processors, and memory. */
interface Cost {
  readonly cpuMs: number;
  readonly residentMebibytes: number;
  /** The most that it ever was. */
  readonly residentMebibytesMax: number;
}

const KIBI = 1024;

/** Of clock ticks to milliseconds, as this kernel counts them. */
const tickMs = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** As the kernel accounts for it (Linux). */
function costOf(pid: number): Cost {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the process, in brackets, may hold anything.
  const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kibibytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  return {
    cpuMs: (user + system) * tickMs,
    residentMebibytes: Math.round(kibibytes('VmRSS') / KIBI),
    residentMebibytesMax: Math.round(kibibytes('VmHWM') / KIBI),
  };
}

/** Begins to count; what each of so many items has cost the daemons and this process, which is the client. */
export function countCost(nodes: Readonly<Record<string, NetNode>>): (items: number) => object {
  const pids = Object.entries({ ...nodes, client: process }).map(([name, { pid }]) => [name, pid] as const);
  const before = pids.map(([, pid]) => costOf(pid).cpuMs);
  return (items) =>
    Object.fromEntries(
      pids.map(([name, pid], index) => {
        const { cpuMs, ...memory } = costOf(pid);
        const cpuMsPerItem = Math.round(((cpuMs - (before[index] ?? 0)) / items) * 1000) / 1000;
        return [name, { cpuMsPerItem, ...memory }];
      }),
    );
}

/** What a process holds in memory. */
export function residentMebibytes(pid: number): number {
  return costOf(pid).residentMebibytes;
}

/** What a process has taken of all processors so far. */
export function cpuSeconds(pid: number): number {
  return costOf(pid).cpuMs / 1000;
}
