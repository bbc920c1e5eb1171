import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { killDaemon } from './daemon-process.ts';
import { netDir } from './net-dir.ts';
import { nodeOf, readNet } from './net-file.ts';
import { netOutcome } from './net-view.ts';

/** Kills one daemon as a power failure would. */
export async function netKill(context: Context, input: Input): Promise<Outcome> {
  const net = readNet(netDir(input));
  await killDaemon(nodeOf(net, input.argument('STATE')), context.signal);
  return netOutcome(net);
}
