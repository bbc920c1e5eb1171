import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ComityError } from '../../protocol/errors.ts';
import { createControlClient } from '../client/control-client.ts';
import { socketOfHome } from '../client/socket-of-home.ts';
import { type NetNode, runningPid } from './net-file.ts';
import { processIdentity } from './process-identity.ts';

const LAUNCHER = join(import.meta.dirname, '..', 'comity.js');
/** How often is looked whether something has happened. */
const POLL_MS = 25;
/** A daemon of an empty store is ready in about a second; a loaded machine takes longer. */
const READY_MS = 30_000;
/** A daemon drains for 10 seconds at most. */
const STOP_MS = 15_000;

/** Starts the daemon of a node in a process of its own, which outlives this one. It may not be ready yet. */
export function spawnDaemon(node: NetNode): NetNode {
  const log = openSync(logOf(node), 'a', 0o600);
  try {
    const child = spawn(
      process.execPath,
      [LAUNCHER, 'start', '--home', node.home, '--passphrase-file', join(node.officer, 'passphrase')],
      { detached: true, stdio: ['ignore', log, log], cwd: '/', env: environmentOf() },
    );
    child.unref();
    const { pid } = child;
    const identity = pid === undefined ? undefined : processIdentity(pid);
    if (pid === undefined || identity === undefined) throw notStarted(node);
    return { ...node, process: { pid, identity } };
  } finally {
    closeSync(log);
  }
}

/**
 * Resolves when the daemon answers and is ready. @throws ComityError `failed` if it ends, or takes too long.
 */
export async function untilReady(node: NetNode, signal: AbortSignal): Promise<void> {
  const isReady = async (): Promise<boolean> => {
    if (runningPid(node) === undefined) throw notStarted(node);
    try {
      const client = createControlClient({ socketPath: socketOfHome(node.home) });
      return (await client.call('ready', {}, { signal })).ready;
    } catch (error) {
      const { code } = error as Partial<ComityError>;
      if (code === 'daemon-silent' || code === 'unavailable') return false;
      throw error;
    }
  };
  if (!(await until(isReady, READY_MS, signal))) throw notStarted(node);
}

/**
 * Asks the daemon to stop, and after a while makes it stop. Only ever the process that was started for the
 * node.
 */
export async function stopDaemon(node: NetNode, signal: AbortSignal): Promise<void> {
  const gone = (): boolean => runningPid(node) === undefined;
  signalProcess(node, 'SIGTERM');
  if (await until(gone, STOP_MS, signal)) return;
  await killDaemon(node, signal);
}

/** Ends the process at once, as a power failure would. */
export async function killDaemon(node: NetNode, signal: AbortSignal): Promise<void> {
  signalProcess(node, 'SIGKILL');
  await until(() => runningPid(node) === undefined, STOP_MS, signal);
}

function signalProcess(node: NetNode, name: 'SIGTERM' | 'SIGKILL'): void {
  const pid = runningPid(node);
  if (pid === undefined) return;
  try {
    process.kill(pid, name);
  } catch (error) {
    // It ended by itself in between.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Whether it came true in time. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  withinMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    if (await isTrue()) return true;
    await delay(POLL_MS, undefined, { signal });
  }
  return isTrue();
}

function logOf(node: NetNode): string {
  return join(node.home, '..', 'daemon.log');
}

/** The daemon goes by its home alone, whatever is set for the one who starts it. */
function environmentOf(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('COMITY_')));
}

function notStarted(node: NetNode): ComityError {
  const log = logOf(node);
  const said = wordsOf(log);
  const why = said === undefined ? `and said nothing; its log is ${log}` : `it said: ${said}`;
  return new ComityError('failed', `the daemon of ${node.state} did not start — ${why}`);
}

/** The error that a daemon has ended with, or else its last line. */
function wordsOf(path: string): string | undefined {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return (lines.findLast((line) => line.startsWith('error: ')) ?? lines.at(-1)) || undefined;
}
