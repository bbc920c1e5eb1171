import { join } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import { createControlClient } from '../client/control-client.ts';
import { socketOfHome } from '../client/socket-of-home.ts';
import { endProcess, lastWords, runningPid, spawnComity, until } from './background.ts';
import type { NetNode } from './net-file.ts';

/** A daemon of an empty store is ready in about a second; a loaded machine takes longer. */
const READY_MS = 30_000;
/** A daemon drains for 10 seconds at most. */
const STOP_MS = 15_000;

/** Starts the daemon of a node in a process of its own, which outlives this one. It may not be ready yet. */
export function spawnDaemon(node: NetNode): NetNode {
  const passphrase = ['--passphrase-file', join(node.officer, 'passphrase')];
  const process = spawnComity(['start', '--home', node.home, ...passphrase], logOf(node));
  if (process === undefined) throw notStarted(node);
  return { ...node, process };
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
  if (await endProcess(node, 'SIGTERM', { withinMs: STOP_MS, signal })) return;
  await killDaemon(node, signal);
}

/** Ends the process at once, as a power failure would. */
export async function killDaemon(node: NetNode, signal: AbortSignal): Promise<void> {
  await endProcess(node, 'SIGKILL', { withinMs: STOP_MS, signal });
}

function logOf(node: NetNode): string {
  return join(node.home, '..', 'daemon.log');
}

function notStarted(node: NetNode): ComityError {
  return new ComityError('failed', `the daemon of ${node.state} did not start — ${lastWords(logOf(node))}`);
}
