import { rmSync } from 'node:fs';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { line } from '../view/block.ts';
import { stopDaemon } from './daemon-process.ts';
import { stopLines } from './lines/lines-process.ts';
import { netDir } from './net-dir.ts';
import { type Net, readNet } from './net-file.ts';
import { netOutcome } from './net-view.ts';

/** Stops the daemons, and removes what `net up` has made. */
export async function netDown(context: Context, input: Input): Promise<Outcome> {
  const net = readNet(netDir(input));
  await takeDown(net, context.signal);
  if (input.given('keep')) return netOutcome(net);
  rmSync(net.dir, { recursive: true, force: true });
  const { dir, nodes } = net;
  return {
    document: { dir, removed: true, nodes: nodes.map(({ state }) => ({ state, running: false })) },
    view: [line(`The network is down, and ${dir} is removed.`)],
  };
}

/** Stops all daemons of a network, at once, and then what carries the lines between them. */
export async function takeDown(net: Net, signal: AbortSignal): Promise<void> {
  await Promise.all(net.nodes.map((node) => stopDaemon(node, signal)));
  await stopLines(net, signal);
}
