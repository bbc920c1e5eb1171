import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Federation, startFederation } from '../../test/support/federation.ts';
import { type Figure, percentile } from './figure.ts';

const STATES = ['GD', 'JM', 'TT', 'BB', 'LC', 'VC', 'AG', 'DM', 'KN', 'GY', 'SR', 'BS'];

/**
 * Twelve daemons, each of which knows the one before it: until all know all, each candidate approved by its
 * fingerprint; until all have met; and an item from everybody to everybody, one after the other.
 */
export async function measureDiscovery(report: (figure: Figure) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'comity-discovery-'));
  const { value: federation, ms: startMs } = await timed(() => startFederation(folder, STATES));
  try {
    const told = (name: string, value: number, detail: Figure['detail'] = {}): void => {
      report({ name: `discovery.${name}`, value: Math.round(value), unit: 'ms', detail });
    };
    told('start', startMs, { daemons: STATES.length });
    told('introduced', (await timed(() => introduceInLine(federation))).ms, { pairs: STATES.length - 1 });
    const approvals = STATES.length * (STATES.length - 1);
    told('known', (await timed(() => federation.discover())).ms, { approvals });
    told('met', (await timed(() => federation.met())).ms, { sessions: approvals / 2 });
    const { value: times, ms } = await timed(() => exchangeAll(federation));
    const shares = { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
    told('exchanged', ms, { items: times.length, ...shares });
  } finally {
    await federation.down();
  }
}

async function introduceInLine(federation: Federation): Promise<void> {
  for (const [index, state] of STATES.slice(1).entries())
    await federation.introduce(STATES[index] ?? '', state);
}

async function exchangeAll(federation: Federation): Promise<number[]> {
  const times: number[] = [];
  for (const from of STATES) {
    for (const to of STATES) if (from !== to) times.push(await federation.exchange(from, to));
  }
  return times;
}

async function timed<T>(run: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const begun = performance.now();
  const value = await run();
  return { value, ms: performance.now() - begun };
}
