import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { HostileRow } from './soak/hostile.ts';
import { type PartResult, RELIABILITY_HEAD, reliabilityRows } from './soak/reliability.ts';
import { tableText } from './soak/table.ts';

/** What may be asked of every part; each takes what it needs. */
interface Asked {
  readonly seed: number;
  readonly inputs: number;
  readonly seeds: number;
  readonly kills: number;
  readonly minutes: number;
  /** Times that a disk does each thing to a home, a clock goes wrong, and the power of a store is cut. */
  readonly rounds: number;
}

type Part = (report: (row: object) => void, asked: Asked) => Promise<void>;

type Counts = Omit<Asked, 'seed'>;

const SEED_BELOW = 2 ** 31;
/** Of a part that is named. */
const WHOLE: Counts = { inputs: 1_000_000, seeds: 10_000, kills: 200, minutes: 10, rounds: 50 };
/** Of each, where none is named: all of them together take some minutes. */
const SHORT: Counts = { inputs: 20_000, seeds: 100, kills: 10, minutes: 1, rounds: 2 };

const parts: Readonly<Record<string, Part>> = {
  sim: async (report, asked) => {
    const { soakSim } = await import('./soak/sim.ts');
    await soakSim(report, asked);
  },
  kill: async (report, asked) => {
    const { soakKills } = await import('./soak/kill.ts');
    await soakKills(report, asked);
  },
  lines: async (report, asked) => {
    const { soakLines } = await import('./soak/lines.ts');
    await soakLines(report, asked);
  },
  clock: async (report, asked) => {
    const { soakClock } = await import('./soak/clock.ts');
    await soakClock(report, asked);
  },
  disk: async (report, asked) => {
    const { soakDisk } = await import('./soak/disk.ts');
    await soakDisk(report, asked);
    const { soakFullDisk } = await import('./soak/full-disk.ts');
    await soakFullDisk(report, asked);
  },
  power: async (report, asked) => {
    const { soakPower } = await import('./soak/power.ts');
    await soakPower(report, asked);
  },
  decoders: async (report, asked) => {
    const { soakDecoders } = await import('./soak/decoders.ts');
    await soakDecoders(report, asked);
  },
  hostile: async (report, { minutes }) => {
    const { hostileTable, soakHostile } = await import('./soak/hostile.ts');
    const rows: HostileRow[] = [];
    await soakHostile(
      (row) => {
        rows.push(row);
        report(row);
      },
      { minutes },
    );
    process.stderr.write(tableText(hostileTable(rows)));
  },
};

const NUMBER = { type: 'string' } as const;

const OPTIONS = {
  ...{ seed: NUMBER, inputs: NUMBER, minutes: NUMBER, seeds: NUMBER, kills: NUMBER, rounds: NUMBER },
  help: { type: 'boolean' },
} as const;

const USAGE = `npm run soak -- [PART…] [--seed N] [--seeds N] [--kills N] [--rounds N] [--inputs N] [--minutes N]
Without a part a little of each, and a table of what was reached. Parts: ${Object.keys(parts).join(', ')}
`;

const asked = askedFor();
if (typeof asked === 'string') {
  process.stderr.write(`error: ${asked}\n${USAGE}`);
  process.exitCode = 2;
} else if (asked.help) process.stdout.write(USAGE);
else await soak(asked);

interface AskedFor extends Asked {
  readonly help: boolean;
  readonly wanted: readonly string[];
}

/** What the command line asks for, or a sentence that says what is wrong with it. */
function askedFor(): AskedFor | string {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
    const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
    if (unknown.length > 0) return `no soak is called ${unknown.join(', ')}`;
    const { help = false, ...numbers } = values;
    const wrong = Object.entries(numbers).find(([, text]) => !/^\d+(\.\d+)?$/.test(text));
    if (wrong !== undefined) return `--${wrong[0]} takes a number, and '${wrong[1]}' is none`;
    const given = Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, Number(text)]));
    const usual = { seed: randomInt(SEED_BELOW), ...(positionals.length === 0 ? SHORT : WHOLE) };
    return { help, wanted: positionals, ...usual, ...given };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function soak({ wanted, ...counts }: AskedFor): Promise<void> {
  const results = new Map<string, PartResult>();
  for (const part of wanted.length === 0 ? Object.keys(parts) : wanted)
    results.set(part, await run(part, counts));
  if ([...results.values()].some(({ error }) => error !== undefined)) process.exitCode = 1;
  if (wanted.length === 0) process.stderr.write(tableText([RELIABILITY_HEAD, ...reliabilityRows(results)]));
}

/** One part to its end. What it throws is told, and the others have their turn. */
async function run(part: string, asked: Asked): Promise<PartResult> {
  const rows: Record<string, unknown>[] = [];
  const report = (row: object): void => {
    rows.push({ ...row });
    process.stdout.write(`${JSON.stringify({ part, seed: asked.seed, ...row })}\n`);
  };
  try {
    await parts[part]?.(report, asked);
    return { rows };
  } catch (cause) {
    const error = cause instanceof Error ? cause.message : String(cause);
    process.stderr.write(
      `error: ${part} with --seed ${asked.seed}: ${cause instanceof Error ? (cause.stack ?? error) : error}\n`,
    );
    return { rows, error };
  }
}
