import { rmSync } from 'node:fs';
import { ComityError } from '../../protocol/errors.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { line, toned } from '../view/block.ts';
import { buildNet } from './build-net.ts';
import { claimDir, netDir } from './net-dir.ts';
import { findNet, type Net, removeNetFiles } from './net-file.ts';
import { runningPid } from './background.ts';
import { takeDown } from './net-down.ts';
import { netOutcome } from './net-view.ts';

/**
 * Brings up a network on this machine. What fails or is interrupted leaves no process and no folder behind.
 */
export async function netUp(context: Context, input: Input): Promise<Outcome> {
  const given = input.rest('STATES');
  const states = given.length === 0 ? ['GD', 'JM', 'TT'] : given;
  const [direct, desks] = [input.given('direct'), input.options('desk')];
  return netOutcome(await bringUp(context, netDir(input), { states, direct, desks }));
}

export async function bringUp(
  context: Context,
  dir: string,
  {
    states,
    direct = false,
    desks = [],
  }: { readonly states: readonly string[]; readonly direct?: boolean; readonly desks?: readonly string[] },
): Promise<Net> {
  assertStates(states);
  assertFree(dir);
  const isNew = claimDir(dir);
  try {
    const codes = states.map((state) => state.toUpperCase());
    return await buildNet(context, dir, { states: codes, direct, desks });
  } catch (error) {
    await context.say(line(toned('warn', 'It did not come up: taking down what was started …')));
    await cleanUp(dir, isNew);
    throw error;
  }
}

async function cleanUp(dir: string, isNew: boolean): Promise<void> {
  const net = findNet(dir);
  // What was begun is ended even if the person has pressed Ctrl-C.
  if (net !== undefined) await takeDown(net, new AbortController().signal);
  if (isNew) rmSync(dir, { recursive: true, force: true });
  else for (const node of net?.nodes ?? []) rmSync(`${dir}/${node.state}`, { recursive: true, force: true });
  if (!isNew) removeNetFiles(dir);
}

function assertStates(states: readonly string[]): void {
  const bad = states.find((state) => !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,16})*$/.test(state));
  if (bad !== undefined) {
    throw new ComityError('usage', `'${bad}' is no code of a State — write it as GD or GD-RGPF`);
  }
  const codes = states.map((state) => state.toUpperCase());
  const twice = codes.find((code, index) => codes.indexOf(code) < index);
  if (twice !== undefined) throw new ComityError('usage', `${twice} is named twice — name each State once`);
}

function assertFree(dir: string): void {
  const net = findNet(dir);
  if (net === undefined) return;
  const running = net.nodes.some((node) => runningPid(node) !== undefined);
  const state = running ? 'runs' : 'lies';
  throw new ComityError(
    'conflict',
    `a network ${state} in ${dir} — end it first: comity net down --dir ${dir}`,
  );
}
