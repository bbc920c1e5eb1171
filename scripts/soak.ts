import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

/** What may be asked of every part; each takes what it needs. */
interface Asked {
  readonly seed: number;
  readonly inputs: number;
  readonly seeds: number;
  readonly kills: number;
  readonly minutes: number;
}

type Part = (report: (row: object) => void, asked: Asked) => Promise<void>;

const INPUTS = 1_000_000;
const SEED_BELOW = 2 ** 31;
const SIMULATED = 10_000;
const KILLS = 200;
const MINUTES = 10;

/** Times that a disk does each thing to a home, and that the power of a store is cut. */
const DISK_ROUNDS = 40;
const POWER_ROUNDS = 50;

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
  disk: async (report, { seed }) => {
    const { soakDisk } = await import('./soak/disk.ts');
    await soakDisk(report, { seed, rounds: DISK_ROUNDS });
    const { soakFullDisk } = await import('./soak/full-disk.ts');
    await soakFullDisk(report, { seed, rounds: DISK_ROUNDS });
  },
  power: async (report, { seed }) => {
    const { soakPower } = await import('./soak/power.ts');
    await soakPower(report, { seed, rounds: POWER_ROUNDS });
  },
  decoders: async (report, asked) => {
    const { soakDecoders } = await import('./soak/decoders.ts');
    await soakDecoders(report, asked);
  },
  hostile: async (report, { minutes }) => {
    const { soakHostile } = await import('./soak/hostile.ts');
    await soakHostile(report, { minutes });
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ seed: { type: 'string' }, inputs: { type: 'string' }, minutes: { type: 'string' } },
    ...{ seeds: { type: 'string' }, kills: { type: 'string' } },
  },
});
const wanted = positionals.length === 0 ? Object.keys(parts) : positionals;
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  const known = Object.keys(parts).join(', ');
  process.stderr.write(`error: no soak is called ${unknown.join(', ')} — choose from ${known}\n`);
  process.exitCode = 2;
} else {
  const seed = Number(values.seed ?? randomInt(SEED_BELOW));
  const asked = {
    seed,
    inputs: Number(values.inputs ?? INPUTS),
    seeds: Number(values.seeds ?? SIMULATED),
    kills: Number(values.kills ?? KILLS),
    minutes: Number(values.minutes ?? MINUTES),
  };
  for (const part of wanted) {
    await parts[part]?.((row) => {
      process.stdout.write(`${JSON.stringify({ part, seed, ...row })}\n`);
    }, asked);
  }
}
