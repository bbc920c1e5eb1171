import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { spawnDaemon, untilReady } from './daemon-process.ts';
import { startLines } from './lines/lines-process.ts';
import { netDir } from './net-dir.ts';
import { nodeOf, readNet, updateNode } from './net-file.ts';
import { runningPid } from './background.ts';
import { netOutcome } from './net-view.ts';

/** Starts one daemon of the network again. One that runs is left alone. */
export async function netStart(context: Context, input: Input): Promise<Outcome> {
  const net = await startLines(readNet(netDir(input)), context.signal);
  const node = nodeOf(net, input.argument('STATE'));
  if (runningPid(node) !== undefined) return netOutcome(net);
  const started = spawnDaemon(node);
  const changed = updateNode(net, started);
  await untilReady(started, context.signal);
  return netOutcome(changed);
}
