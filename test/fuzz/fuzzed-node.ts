import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES, type Role } from '../../protocol/control/roles.ts';
import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import {
  askDaemon,
  type DaemonProcess,
  logIn,
  makeDaemonHome,
  officerKeyOf,
  spawnDaemon,
} from '../support/daemon.ts';
import { foreignState } from '../support/foreign-state.ts';
import { signerFrom } from '../support/profiles.ts';
import { signedDraft } from '../support/signing-officer.ts';
import { smallRequest } from '../support/small-request.ts';
import type { Known } from './api-samples.ts';

export interface Asked {
  readonly method: string;
  /** Path and query, as they stand in the request. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** A daemon process with a partner, a case and an officer in each role, asked over its real socket. */
export interface FuzzedNode {
  readonly home: string;
  readonly daemon: DaemonProcess;
  readonly tokens: Readonly<Record<Role, string>>;
  readonly known: Known;
  ask(asked: Asked): Promise<Answered>;
  /** These bytes on a connection of their own; what comes back until it ends. */
  send(bytes: Uint8Array): Promise<string>;
  stop(): Promise<void>;
}

const NETWORK = 'caricom';
const SENT_MS_MAX = 1000;
/** Nothing that is asked waits for a partner: silence is a failure, not a slow machine. */
const ANSWER_MS_MAX = 15_000;

export async function startFuzzedNode(): Promise<FuzzedNode> {
  const folder = await mkdtemp(join(tmpdir(), 'comity-fuzz-'));
  const made = await makeDaemonHome(folder);
  const daemon = spawnDaemon(made);
  await daemon.settled;
  if (daemon.child.exitCode !== null)
    throw new Error(`the daemon does not start: ${daemon.lines.join('\n')}`);
  const { home } = made;
  const known = await fill(home);
  const tokens = await logInAll(home);
  const socketPath = (await readFile(join(home, 'socket'), 'utf8')).trim();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    ...{ home, daemon, tokens, known },
    ask: (asked) => ask({ socketPath, agent }, asked),
    send: (bytes) => send(socketPath, bytes),
    stop: async () => {
      agent.destroy();
      daemon.child.kill('SIGKILL');
      await daemon.ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A partner that never answers, and a case with it. */
async function fill(home: string): Promise<Known> {
  const token = await logIn(home);
  const jm = foreignState('JM', NETWORK, { now: Date.now() });
  const profile = Buffer.from(jm.profile.bytes).toString('base64url');
  const fingerprint = fingerprintOf(jm.profile.profile.stateKey.publicKey);
  await askDaemon(home, 'partners.add', { token, body: { profile } });
  await askDaemon(home, 'partners.approve', { token, params: { state: 'JM' }, body: { fingerprint } });
  const body = { kind: 'mla.general', to: 'JM', content: smallRequest() };
  const { reply } = await askDaemon(home, 'acts.prepare', { token, body });
  if (reply.draft === undefined) throw new Error(`nothing was prepared: ${JSON.stringify(reply)}`);
  const signer = officerKeyOf('GD');
  const signed = signedDraft(
    { signer, socketPath: '', token, session: await sessionOf(home, token) },
    reply.draft,
  );
  const sent = await askDaemon(home, 'acts.submit', { token, body: signed });
  if (!('itemId' in sent.reply)) throw new Error(`nothing was sent: ${JSON.stringify(sent.reply)}`);
  const { actBytes, actSalt, bodyBytes, bodySalt, attachments, network, caseId, recipient, desk, urgency } =
    reply.draft;
  return {
    ...{
      reference: sent.reply.reference,
      itemId: sent.reply.itemId,
      caseId,
      recipient,
      profile,
      fingerprint,
    },
    publicKey: Buffer.from(signer.publicKey).toString('base64url'),
    act: { network, caseId, recipient, actBytes, actSalt, bodyBytes, bodySalt, attachments, desk, urgency },
    ...{ signature: signed.signature, certificateId: signed.certificateId },
  };
}

async function sessionOf(home: string, token: string) {
  return (await askDaemon(home, 'whoami', { token })).reply;
}

async function logInAll(home: string): Promise<Record<Role, string>> {
  const token = await logIn(home);
  const entries: [Role, string][] = [];
  for (const role of ROLES) {
    const signer = signerFrom(`fuzz ${role}`);
    const desks = role === 'operator' || role === 'auditor' ? [] : ['central-authority'];
    const fingerprint = fingerprintOf(signer.publicKey);
    await askDaemon(home, 'officers.add', {
      token,
      body: { name: `The ${role}`, roles: [role], desks, fingerprint },
    });
    entries.push([role, await logIn(home, 'GD', signer)]);
  }
  return Object.fromEntries(entries) as Record<Role, string>;
}

async function ask(
  { socketPath, agent }: { readonly socketPath: string; readonly agent: Agent },
  { method, target, headers, body }: Asked,
): Promise<Answered> {
  const response = await responseTo(
    request({ socketPath, agent, method, path: target, headers: { ...headers } }),
    body,
  );
  if (response === undefined) return { status: CUT_OFF, type: '', text: '' };
  const type = response.headers['content-type'] ?? '';
  const status = response.statusCode ?? 0;
  if (type.startsWith('text/event-stream')) {
    response.destroy();
    return { status, type, text: '' };
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of response) chunks.push(chunk as Uint8Array);
  return { status, type, text: Buffer.concat(chunks).toString() };
}

/** A body that is too large is not read to its end: then the connection may be gone before the answer is here. */
export const CUT_OFF = 0;

function responseTo(sent: ClientRequest, body: Asked['body']): Promise<IncomingMessage | undefined> {
  return new Promise((resolve, reject) => {
    sent.on('response', resolve);
    sent.setTimeout(ANSWER_MS_MAX, () => sent.destroy(new Error('no answer comes')));
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || error.code === 'ECONNRESET') resolve(undefined);
      else reject(error);
    });
    sent.end(body);
  });
}

async function send(socketPath: string, bytes: Uint8Array): Promise<string> {
  const socket = connect(socketPath);
  const chunks: Uint8Array[] = [];
  socket.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('error', () => undefined);
  const closed = once(socket, 'close');
  socket.setTimeout(SENT_MS_MAX, () => socket.destroy());
  socket.end(bytes);
  await closed;
  return Buffer.concat(chunks).toString('latin1');
}
