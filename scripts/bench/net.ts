import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const launcher = join(import.meta.dirname, '../../cli/comity.js');

export interface BenchNode {
  readonly state: string;
  readonly home: string;
  readonly officer: string;
  readonly pid: number;
}

/** The command line, as an officer would give it; its JSON document. */
export async function comity(...words: string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, [launcher, ...words, '--json'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as unknown;
}

/** Runs with a network of real daemons on loopback, and takes it down whatever happens. */
export async function withNet<T>(
  states: readonly string[],
  use: (nodes: BenchNode[]) => Promise<T>,
): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'comity-bench-'));
  try {
    const { nodes } = (await comity('net', 'up', ...states, '--dir', dir)) as { nodes: BenchNode[] };
    return await use(nodes);
  } finally {
    await comity('net', 'down', '--dir', dir);
    await rm(dir, { recursive: true, force: true });
  }
}
