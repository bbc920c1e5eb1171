import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { gap, heading, line, next } from '../view/block.ts';
import { createStage } from './demo/stage.ts';
import { tour } from './demo/tour.ts';
import { takeDown } from './net-down.ts';
import { findNet, type Net } from './net-file.ts';
import { bringUp } from './net-up.ts';
import { netOutcome } from './net-view.ts';
import { untilEnter } from './until-enter.ts';

/**
 * The guided tour: three States on this machine, and a case between two of them. Whatever happens, and also
 * on Ctrl-C, it ends what it has started and removes its folder, unless it was told to keep them.
 */
export async function* netDemo(context: Context, input: Input): AsyncGenerator<Outcome> {
  const paced = context.interactive && !input.given('fast');
  const dir = mkdtempSync(join(tmpdir(), 'comity-demo-'));
  let net: Net | undefined;
  try {
    yield welcome(dir, paced);
    net = await bringUp(context, dir, { states: ['GD', 'JM', 'TT'] });
    yield netOutcome(net, { short: { dir, name: '$NET' } });
    for await (const step of tour(createStage(context, net))) {
      yield step;
      if (paced && isPause(step)) await untilEnter(context);
    }
    yield farewell(net, input.given('keep'));
  } finally {
    await clear(dir, net, input.given('keep'));
  }
}

async function clear(dir: string, net: Net | undefined, keep: boolean): Promise<void> {
  if (net !== undefined && keep) return;
  // As it is on file: a daemon that was started again is another process. The signal of the context may be
  // aborted.
  const found = findNet(dir);
  if (found !== undefined) await takeDown(found, new AbortController().signal);
  rmSync(dir, { recursive: true, force: true });
}

/** After a command there is something to read. */
function isPause({ document }: Outcome): boolean {
  return typeof document === 'object' && document !== null && 'command' in document;
}

function welcome(dir: string, paced: boolean): Outcome {
  return {
    document: { chapter: 'welcome', dir },
    view: [
      heading('Comity: three States on this machine'),
      line(
        'Grenada, Jamaica, and Trinidad and Tobago each get a node: a process with keys and a store of its own.',
      ),
      line(`All of it lies in ${dir}, which the commands below call $NET.`),
      ...(paced ? [line('Press Enter to go on after each command, Ctrl-C to end.')] : []),
      gap,
    ],
  };
}

function farewell(net: Net, keep: boolean): Outcome {
  const { dir } = net;
  return {
    document: { chapter: 'end', kept: keep, ...(keep && { dir }) },
    view: [
      gap,
      heading(keep ? `The network goes on, in ${dir}` : 'That was it; the network is taken down.'),
      ...(keep
        ? [
            next(
              `export NET=${dir}, and give any of the commands above`,
              `comity net down --dir ${dir} ends it`,
            ),
          ]
        : [
            next(
              'comity net up GD JM TT makes a network that stays, to try things by hand',
              'comity kinds lists what can be asked for',
              'comity --help lists every command',
            ),
          ]),
    ],
  };
}
