import { fuzz, type Tally } from '../../test/fuzz/fuzz.ts';
import type { Target } from '../../test/fuzz/target.ts';
import { TARGETS } from '../../test/fuzz/targets.ts';

/** What became of the inputs of one decoder, and of the memory of the process meanwhile. */
export interface DecoderRow extends Tally {
  readonly heapMebibytes: number;
  readonly residentMebibytes: number;
  readonly cpuMicrosecondsEach: number;
}

export interface DecoderOptions {
  readonly seed: number;
  /** Of all decoders together; dear ones get fewer. */
  readonly inputs: number;
}

const MEBI = 1024 * 1024;
const CHEAP = 1000;

/**
 * Feeds every decoder with mutants. @throws Error at the first that is not taken or refused as it should be.
 */
export async function soakDecoders(
  report: (row: DecoderRow) => void,
  { seed, inputs }: DecoderOptions,
): Promise<void> {
  const shares = TARGETS.reduce((sum, target) => sum + shareOf(target), 0);
  report(rowOf({ name: 'before', inputs: 0, taken: 0, refused: {} }, process.cpuUsage()));
  for (const target of TARGETS) {
    const since = process.cpuUsage();
    const tally = await fuzz(target, { seed, inputs: Math.ceil((inputs * shareOf(target)) / shares) });
    report(rowOf(tally, since));
  }
}

function shareOf({ share = CHEAP }: Target): number {
  return share;
}

function rowOf(tally: Tally, since: NodeJS.CpuUsage): DecoderRow {
  const { user, system } = process.cpuUsage(since);
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return {
    ...tally,
    heapMebibytes: Math.round(heapUsed / MEBI),
    residentMebibytes: Math.round(rss / MEBI),
    cpuMicrosecondsEach: Math.round((user + system) / Math.max(1, tally.inputs)),
  };
}
