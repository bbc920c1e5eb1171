import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { ROLES } from '../../protocol/control/roles.ts';
import type { Reply, StatusReply } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Context } from '../context.ts';
import { writePrivateFile } from '../folder/private-file.ts';
import { invoke } from '../invoke.ts';
import { line, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { until } from './background.ts';
import { spawnDaemon, untilReady } from './daemon-process.ts';
import { freePort } from './free-port.ts';
import { readLinesFile, routesOf } from './lines/lines-file.ts';
import { startLines } from './lines/lines-process.ts';
import { type Net, type NetNode, updateNode, writeNet } from './net-file.ts';

/** Of all nodes that are only tried out: they never take each other for real ones. */
const NETWORK = 'comity-net';
/** Two daemons find each other within a second or two; a loaded machine takes longer. */
const CONNECT_MS = 30_000;

interface NetOptions {
  readonly states: readonly string[];
  readonly direct: boolean;
  /** Of each State, as `comity init` takes them; a central authority if there are none. */
  readonly desks: readonly string[];
}

/**
 * Makes a network: homes and keys, a daemon each, profiles exchanged and approved both ways, an officer each
 * logged in. Every step is the command that an operator would give. Each process is on file before anything
 * can go wrong.
 */
export async function buildNet(
  context: Context,
  dir: string,
  { states, direct, desks }: NetOptions,
): Promise<Net> {
  const step = (text: string): Promise<void> => context.say(line(toned('dim', `· ${text}`)));
  await step(`Making the keys and homes of ${states.map(stateName).join(', ')} …`);
  const nodes: NetNode[] = [];
  for (const state of states) nodes.push(await makeHome(context, dir, { state, desks }));
  let net: Net = { dir, nodes, ...(!direct && { lines: {} }) };
  writeNet(net);
  net = await connectByLines(net, context.signal);

  await step('Starting their daemons …');
  for (const node of net.nodes) net = updateNode(net, spawnDaemon(node));
  await Promise.all(net.nodes.map((node) => untilReady(node, context.signal)));
  for (const node of net.nodes) await invoke(context, ['login', ...foldersOf(node)]);

  await step('Exchanging profiles, and approving each with its fingerprint …');
  await introduceAll(context, net);
  await step('Waiting until they have met …');
  await untilMet(context, net);
  return net;
}

/** The options by which a command is about one node of the network. */
function foldersOf({ home, officer }: NetNode): string[] {
  return ['--home', home, '--officer', officer];
}

async function makeHome(
  context: Context,
  dir: string,
  { state, desks }: { readonly state: string; readonly desks: readonly string[] },
): Promise<NetNode> {
  const home = join(dir, state, 'home');
  const officer = join(dir, state, 'officer');
  const listen = [`/ip4/127.0.0.1/tcp/${await freePort()}`];
  // The passphrase lies beside the key, so that nobody is asked for it: this is how a test network is unlike
  // a real one.
  const passphraseFile = join(officer, 'passphrase');
  writePrivateFile(passphraseFile, `${randomBytes(18).toString('base64url')}\n`);
  const name = stateName(state).replace(`${state} `, '');
  await invoke(context, [
    ...['init', '--state', state, '--name', name, '--network', NETWORK, '--listen', ...listen],
    ...ROLES.flatMap((role) => ['--role', role]),
    ...desks.flatMap((desk) => ['--desk', desk]),
    ...['--officer-name', `officer of ${state}`, '--home', home, '--officer', officer],
    ...['--passphrase-file', passphraseFile],
  ]);
  return { state, home, officer, listen };
}

/** Each node reaches the others through their lines, if the network has some. */
async function connectByLines(net: Net, signal: AbortSignal): Promise<Net> {
  const started = await startLines(net, signal);
  const file = readLinesFile(net.dir);
  if (file === undefined) return started;
  for (const { state, home } of net.nodes) {
    const path = join(home, 'config.yaml');
    const config = parseDocument(readFileSync(path, 'utf8'));
    config.set('routes', routesOf(state, file));
    writePrivateFile(path, config.toString({ lineWidth: 0 }));
  }
  return started;
}

async function introduceAll(context: Context, { nodes, dir }: Net): Promise<void> {
  const exported: { readonly state: string; readonly file: string; readonly fingerprint: string }[] = [];
  for (const node of nodes) {
    const file = join(dir, node.state, `${node.state.toLowerCase()}.profile`);
    const { document } = await invoke(context, ['profile', 'export', file, ...foldersOf(node)]);
    exported.push({
      state: node.state,
      file,
      fingerprint: (document as Reply<'profile.export'>).fingerprint,
    });
  }
  for (const node of nodes) {
    for (const { state, file, fingerprint } of exported) {
      if (state === node.state) continue;
      await invoke(context, ['partner', 'add', file, ...foldersOf(node)]);
      await invoke(context, ['partner', 'approve', state, '--fingerprint', fingerprint, ...foldersOf(node)]);
    }
  }
}

async function untilMet(context: Context, { nodes }: Net): Promise<void> {
  const haveMet = async (): Promise<boolean> => {
    for (const node of nodes) {
      const { partners } = (await invoke(context, ['status', ...foldersOf(node)])).document as StatusReply;
      if (partners.length < nodes.length - 1 || !partners.every((partner) => partner.connected)) return false;
    }
    return true;
  };
  if (await until(haveMet, CONNECT_MS, context.signal)) return;
  throw new ComityError(
    'failed',
    `the daemons did not find each other within ${CONNECT_MS / 1000} seconds — the machine may be too busy: try again`,
  );
}
