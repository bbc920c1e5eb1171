import { netUp } from '../../test/support/net.ts';
import { type BenchOfficer, benchOfficer } from './bench-officer.ts';
import { type Figure, percentile } from './figure.ts';
import { burst, casesFor, emergenciesUntil, openCases, until, untilDrained } from './load.ts';

const KBPS = 2000;
/** Each way. */
const DELAY_MS = 200;
/** More than a minute's work for such a line. */
const ROUTINE = 1500;
const PINGS = 5;

/**
 * Emergencies over a slow line on which routine items move, beside what a ping takes on the same line when
 * nothing else does.
 */
export async function measureSlowLine(report: (figure: Figure) => void): Promise<void> {
  const net = await netUp('GD', 'JM');
  const officer = await benchOfficer(net.node('GD'));
  try {
    const urgent = await openCases(officer, 'emergency', 10);
    const cases = await casesFor(officer, ROUTINE);
    // A session that begins on the slow line: it knows no faster one.
    await net.lines('cut', 'GD', 'JM');
    await net.lines('slow', 'GD', 'JM', '--ms', String(DELAY_MS), '--kbps', String(KBPS));
    const pingMs = await shortestPing(officer);
    await burst(officer, cases, ROUTINE);
    const started = performance.now();
    const samples = await emergenciesUntil(officer, urgent, untilDrained(officer));
    const seconds = (performance.now() - started) / 1000;
    const detail = {
      ...{ samples: samples.length, p50: percentile(samples, 0.5), routine: ROUTINE },
      ...{ kbps: KBPS, delayMs: DELAY_MS, pingMs, drainedS: seconds },
    };
    report({ name: 'items.emergency.slow.p99', value: percentile(samples, 0.99), unit: 'ms', detail });
  } finally {
    officer.close();
    await net.down();
  }
}

/** Sessions that both sides have begun at once are one only after a while: a ping that fails is made again. */
async function shortestPing(officer: BenchOfficer): Promise<number> {
  const pings: number[] = [];
  await until(async () => {
    const answer = await officer.call('partners.ping', { params: { state: 'JM' } }).catch(() => undefined);
    if (answer !== undefined) pings.push((answer as { readonly roundTripMs: number }).roundTripMs);
    return pings.length === PINGS;
  });
  return Math.min(...pings);
}
