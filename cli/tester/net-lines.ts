import { randomInt } from 'node:crypto';
import { setTimeout as timer } from 'node:timers/promises';
import type { Timekeeper } from '../../protocol/timekeeper.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { line } from '../view/block.ts';
import { Line } from './lines/line.ts';
import { type LinePorts, readLinesFile, writeLinesFile } from './lines/lines-file.ts';
import { serveLines } from './lines/lines-server.ts';
import { netDir } from './net-dir.ts';
import { type Net, readNet } from './net-file.ts';

const realTime: Timekeeper = {
  monotonic: () => performance.now(),
  delay: async (ms, signal) => {
    await timer(ms, undefined, { signal });
  },
};

/**
 * Carries the lines between all States of a network until it is ended: at the ports of its last run, since
 * the nodes know them.
 */
export async function* netLines(context: Context, input: Input): AsyncGenerator<Outcome> {
  const net = readNet(netDir(input));
  const seed = input.integer('seed') ?? randomInt(2 ** 31);
  const lines = await openLines(net, seed);
  const server = await serveLines(lines);
  try {
    const { port, token } = server;
    writeLinesFile(net.dir, { port, token, lines: lines.map(portsOf) });
    yield {
      document: { ready: true, seed, lines: lines.map(portsOf) },
      view: [line(`The lines of the network in ${net.dir} are up, with seed ${seed}. Ctrl-C ends them.`)],
    };
    await aborted(context.signal);
  } finally {
    server.close();
    await Promise.all(lines.map((one) => one.close()));
  }
}

async function openLines({ dir, nodes }: Net, seed: number): Promise<Line[]> {
  const before = readLinesFile(dir)?.lines ?? [];
  const lines: Line[] = [];
  for (const [index, one] of nodes.entries()) {
    for (const other of nodes.slice(index + 1)) {
      const known = before.find(({ between: [a, b] }) => a === one.state && b === other.state)?.ports;
      const ends = [
        { name: one.state, listen: one.listen[0], port: known?.[0] ?? 0 },
        { name: other.state, listen: other.listen[0], port: known?.[1] ?? 0 },
      ] as const;
      lines.push(await Line.open(ends, { clock: realTime, seed: seed + lines.length }));
    }
  }
  return lines;
}

function portsOf(open: Line): LinePorts {
  const [{ name: a }, { name: b }] = open.ends;
  return { between: [a, b], ports: [open.portTo(a), open.portTo(b)] };
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });
}
