import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import { writePrivateFile } from '../folder/private-file.ts';
import { processIdentity } from './process-identity.ts';

/** One daemon of a network on this machine. */
export interface NetNode {
  readonly state: string;
  readonly home: string;
  /** Folder of its officer, who is everything that one can be. */
  readonly officer: string;
  readonly listen: readonly string[];
  /** The process that runs it, with what tells it from a later one of the same number. */
  readonly process?: { readonly pid: number; readonly identity: string };
}

/** A network on this machine: what `net up` has made, and what the other `net` commands go by. */
export interface Net {
  readonly dir: string;
  readonly nodes: readonly NetNode[];
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
    return { dir, nodes: (JSON.parse(readFileSync(fileOf(dir), 'utf8')) as Net).nodes };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ComityError('failed', `${fileOf(dir)} is damaged — remove the folder ${dir}`, { cause: error });
  }
}

/** Written whole or not at all, so that no process is ever forgotten. */
export function writeNet(net: Net): void {
  writePrivateFile(fileOf(net.dir), `${JSON.stringify({ nodes: net.nodes }, undefined, 2)}\n`);
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

/** The process that runs this node, if it is still that one. */
export function runningPid({ process }: NetNode): number | undefined {
  return process !== undefined && processIdentity(process.pid) === process.identity ? process.pid : undefined;
}
