import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import { writePrivateFile } from '../folder/private-file.ts';
import type { Background } from './background.ts';

/** One daemon of a network on this machine. */
export interface NetNode extends Background {
  readonly state: string;
  readonly home: string;
  /** Folder of its officer, who is everything that one can be. */
  readonly officer: string;
  readonly listen: readonly string[];
}

/** A network on this machine: what `net up` has made, and what the other `net` commands go by. */
export interface Net {
  readonly dir: string;
  readonly nodes: readonly NetNode[];
  /** What carries the lines between them; absent: they are connected directly. */
  readonly lines?: Background;
}

const fileOf = (dir: string): string => join(dir, 'net.json');

/** @throws ComityError `failed` if there is no network in this folder. */
export function readNet(dir: string): Net {
  const net = findNet(dir);
  if (net !== undefined) return net;
  throw new ComityError('failed', `there is no network in ${dir} — make one: comity net up GD JM TT`);
}

export function findNet(dir: string): Net | undefined {
  try {
    return { ...(JSON.parse(readFileSync(fileOf(dir), 'utf8')) as Net), dir };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ComityError('failed', `${fileOf(dir)} is damaged — remove the folder ${dir}`, { cause: error });
  }
}

/** Written whole or not at all, so that no process is ever forgotten. */
export function writeNet({ dir, ...net }: Net): void {
  writePrivateFile(fileOf(dir), `${JSON.stringify(net, undefined, 2)}\n`);
}

/** What lies in the folder besides the nodes' own. */
export function removeNetFiles(dir: string): void {
  for (const name of ['net.json', 'lines.json', 'lines.log']) rmSync(join(dir, name), { force: true });
}

/** The same network with one node changed, on file too. */
export function updateNode(net: Net, node: NetNode): Net {
  const changed = { ...net, nodes: net.nodes.map((old) => (old.state === node.state ? node : old)) };
  writeNet(changed);
  return changed;
}

/** @throws ComityError `usage` */
export function nodeOf(net: Net, state: string): NetNode {
  const node = net.nodes.find((each) => each.state === state.toUpperCase());
  if (node !== undefined) return node;
  const known = net.nodes.map((each) => each.state).join(', ');
  throw new ComityError('usage', `the network in ${net.dir} has no ${state} — it has ${known}`);
}
