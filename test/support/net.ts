import { execFile, type ExecFileException } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from './command-line.ts';

export const launcher = join(import.meta.dirname, '../../cli/comity.js');

/** One daemon of a network, and the two folders that a command is about it by. */
export interface NetNode {
  readonly state: string;
  readonly home: string;
  readonly officer: string;
  readonly pid: number;
  readonly listen: readonly string[];
}

/** How a command line ended, and what it printed. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** No command of these tests takes so long; one that does is ended, and the test says which. */
export const COMMAND_MS = 60_000;
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

/** Runs the command line in a process of its own, with nobody at the terminal. */
export function runComity(
  words: readonly string[],
  { input = '', env = {} }: { readonly input?: string; readonly env?: Record<string, string> } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [launcher, ...words],
      { maxBuffer: OUTPUT_BYTES_MAX, timeout: COMMAND_MS, env: { ...process.env, ...env } },
      (error: ExecFileException | null, stdout, stderr) => {
        const code = error === null ? 0 : error.code;
        if (typeof code === 'number') resolve({ code, stdout, stderr });
        else reject(new Error(`comity ${words.join(' ')} was ended: ${stderr}`, { cause: error }));
      },
    );
    child.stdin?.on('error', () => {
      // It has ended, or does not read: its exit code says whether that was right.
    });
    child.stdin?.end(input);
  });
}

/** A command that is to succeed; its JSON document. */
export async function comity(...words: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await runComity([...words, '--json']);
  if (code !== 0) throw new Error(`comity ${words.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as unknown;
}

/** The options by which a command is about one node. */
export function foldersOf({ home, officer }: NetNode): string[] {
  return ['--home', home, '--officer', officer];
}

/** The options by which a command signs at one node. */
export function signingOf(node: NetNode): string[] {
  return [...foldersOf(node), '--passphrase-file', join(node.officer, 'passphrase')];
}

/** A network of real daemons on loopback. */
export interface Net {
  readonly dir: string;
  readonly nodes: readonly NetNode[];
  node(state: string): NetNode;
  /** Ends it as a power failure would, in the moment of the call. */
  kill(state: string): Promise<void>;
  /** Resolves when it serves. */
  start(state: string): Promise<void>;
  /** Does something to the lines between them: `cut`, `slow`, `heal`, with their arguments. */
  lines(...words: readonly string[]): Promise<void>;
  down(): Promise<void>;
}

/** @param words the States, and further options of `net up` */
export async function netUp(...words: readonly string[]): Promise<Net> {
  const dir = await mkdtemp(join(tmpdir(), 'comity-net-'));
  const down = async (): Promise<void> => {
    try {
      await comity('net', 'down', '--dir', dir);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  };
  try {
    const { nodes } = (await comity('net', 'up', ...words, '--dir', dir)) as { nodes: NetNode[] };
    return {
      dir,
      nodes,
      node: (state) => {
        const found = nodes.find((node) => node.state === state);
        if (found === undefined) throw new Error(`the network has no ${state}`);
        return found;
      },
      kill: (state) => inThisProcess('net', 'kill', state, '--dir', dir),
      start: (state) => inThisProcess('net', 'start', state, '--dir', dir),
      lines: (...words) => inThisProcess('net', ...words, '--dir', dir),
      down,
    };
  } catch (error) {
    await down().catch(() => undefined);
    throw error;
  }
}

/** A process of its own would make a random moment a later one. */
async function inThisProcess(...words: readonly string[]): Promise<void> {
  const { code, stderr } = await runCommandLine(words);
  if (code !== 0) throw new Error(`comity ${words.join(' ')} ended with ${code}: ${stderr}`);
}

/** Runs with a network whose nodes are connected directly, and takes it down whatever happens. */
export async function withNet<T>(
  states: readonly string[],
  use: (nodes: readonly NetNode[]) => Promise<T>,
): Promise<T> {
  const net = await netUp(...states, '--direct');
  try {
    return await use(net.nodes);
  } finally {
    await net.down();
  }
}
