import { randomBytes } from 'node:crypto';
import { openingChainFields } from '../../protocol/case/chain-fields.ts';
import type { CaseList } from '../../protocol/control/types.ts';
import { currentPins } from '../../protocol/convention/instruments.ts';
import { toHex } from '../../protocol/hash.ts';
import type { Hex } from '../../protocol/value.ts';
import { eachAtOnce } from '../../test/support/each-at-once.ts';
import {
  type ForeignPartner,
  halvesOf,
  makeForeigner,
  pinForeigner,
  receiptIn,
} from '../../test/support/foreign-partner.ts';
import { comity, type Net, netUp } from '../../test/support/net.ts';
import { smallRequest } from '../../test/support/small-request.ts';
import { benchOfficer, type BenchOfficer } from './bench-officer.ts';
import { type Figure, percentile } from './figure.ts';
import { cpuSeconds, residentMebibytes } from './process-cost.ts';

/** Cases that a node has when it is measured, ascending. */
const SIZES: readonly number[] = [10_000, 100_000];
/** Requests of the partner that have no receipt yet. */
const UNDER_WAY = 128;
const STARTS = 3;
const SAMPLES = 100;
const STATE = 'GD';

type Report = (figure: Figure) => void;

/**
 * A daemon whose store grows: a partner opens the cases over loopback, each by a signed request, and gets its
 * receipts; then the daemon is stopped, started, and asked as an officer's program asks.
 */
export async function measureStore(report: Report, sizes = SIZES): Promise<void> {
  const net = await netUp(STATE, '--direct');
  try {
    const partner = await makeForeigner(net, 'TT', STATE);
    try {
      await pinForeigner(net, partner);
      const caseIds: Hex[] = [];
      for (const size of sizes) {
        await openCases(partner, caseIds, size);
        await measure(net, caseIds, report);
      }
    } finally {
      await partner.node.stop();
    }
  } finally {
    await net.down();
  }
}

/** Until there are so many. */
async function openCases({ node, state, target }: ForeignPartner, caseIds: Hex[], size: number) {
  const session = await node.connect(target);
  const said = { verb: 'REQUEST', sequence: 1, ...halvesOf('mla.general', 'REQUEST', smallRequest()) };
  const { instrument } = currentPins();
  const made = Array.from({ length: size - caseIds.length }, () => toHex(randomBytes(16)));
  await eachAtOnce(made, UNDER_WAY, async (caseId) => {
    const header = openingChainFields(caseId, instrument);
    receiptIn(await session.send(state.item(target, { ...said, caseId, header }).bytes), target);
  });
  caseIds.push(...made);
}

async function measure(net: Net, caseIds: readonly Hex[], report: Report): Promise<void> {
  const cases = caseIds.length;
  const starts: number[] = [];
  for (let count = 0; count < STARTS; count += 1) starts.push(await restart(net));
  const told = (name: string, value: number, unit: string, detail: object): void => {
    report({ name: `scale.${name}`, value, unit, detail: { cases, ...detail } });
  };
  const pid = await pidOf(net);
  told('start', percentile(starts, 0.5) / 1000, 's', { starts: STARTS, cpuS: cpuSeconds(pid) });
  const started = residentMebibytes(pid);
  const officer = await benchOfficer(net.node(STATE));
  try {
    const pages = await times(SAMPLES, () => firstPage(officer, cases));
    told('list', percentile(pages, 0.5), 'ms', spread(pages));
    // Spread over all of them, and none twice: what is shown was not held in memory.
    const step = Math.floor(cases / SAMPLES);
    const shown = await times(SAMPLES, (index) =>
      officer.call('cases.show', { params: { reference: caseIds[index * step] ?? '' } }),
    );
    told('show', percentile(shown, 0.5), 'ms', spread(shown));
    told('rss', residentMebibytes(pid), 'MiB', { started });
  } finally {
    officer.close();
  }
}

/** In ms, from the command to the daemon's word that it is ready. */
async function restart(net: Net): Promise<number> {
  await comity('net', 'down', '--keep', '--dir', net.dir);
  const begun = performance.now();
  await net.start(STATE);
  return performance.now() - begun;
}

async function pidOf(net: Net): Promise<number> {
  const { nodes } = (await comity('net', 'status', '--dir', net.dir)) as Pick<Net, 'nodes'>;
  const pid = nodes.find(({ state }) => state === STATE)?.pid;
  if (pid === undefined) throw new Error('the daemon does not run');
  return pid;
}

async function firstPage(officer: BenchOfficer, cases: number): Promise<void> {
  const { rows, next } = (await officer.call('cases.list')) as CaseList;
  if (rows.length === 0 || (next === undefined && rows.length < cases)) throw new Error('cases are missing');
}

/** In ms, one after the other. */
async function times(count: number, run: (index: number) => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const begun = performance.now();
    await run(index);
    samples.push(performance.now() - begun);
  }
  return samples;
}

function spread(samples: readonly number[]): object {
  const rounded = (value = 0): number => Math.round(value * 100) / 100;
  return {
    samples: samples.length,
    first: rounded(samples[0]),
    p99: rounded(percentile(samples, 0.99)),
  };
}
