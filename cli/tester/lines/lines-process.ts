import { join } from 'node:path';
import { ComityError } from '../../../protocol/errors.ts';
import { endProcess, lastWords, runningPid, spawnComity, until } from '../background.ts';
import { type Net, writeNet } from '../net-file.ts';
import { askLines } from './lines-client.ts';

/** A few listening sockets are there at once; a loaded machine takes longer. */
const READY_MS = 30_000;
const STOP_MS = 5000;

/** Starts what carries the lines of a network, unless it runs, and waits until it does. */
export async function startLines(net: Net, signal: AbortSignal): Promise<Net> {
  if (net.lines === undefined || runningPid(net.lines) !== undefined) return net;
  const process = spawnComity(['net', 'lines', '--dir', net.dir], logOf(net));
  if (process === undefined) throw notStarted(net);
  const started = { ...net, lines: { process } };
  writeNet(started);
  const isReady = async (): Promise<boolean> => {
    if (runningPid(started.lines) === undefined) throw notStarted(net);
    return askLines(started, signal).then(
      () => true,
      () => false,
    );
  };
  if (!(await until(isReady, READY_MS, signal))) throw notStarted(net);
  return started;
}

/** Ends it at once: it keeps nothing. */
export async function stopLines(net: Net, signal: AbortSignal): Promise<void> {
  if (net.lines !== undefined) await endProcess(net.lines, 'SIGTERM', { withinMs: STOP_MS, signal });
}

function logOf({ dir }: Net): string {
  return join(dir, 'lines.log');
}

function notStarted(net: Net): ComityError {
  return new ComityError('failed', `the lines of the network did not start — ${lastWords(logOf(net))}`);
}
