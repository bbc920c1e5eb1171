import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { runningPid } from './background.ts';
import { askLines } from './lines/lines-client.ts';
import { netDir } from './net-dir.ts';
import { readNet } from './net-file.ts';
import { netOutcome } from './net-view.ts';

/** Which daemons of the network run, and how the lines between them are. */
export async function netStatus(context: Context, input: Input): Promise<Outcome> {
  const net = readNet(netDir(input));
  const carried = net.lines !== undefined && runningPid(net.lines) !== undefined;
  return netOutcome(net, carried ? { lines: await askLines(net, context.signal) } : {});
}
