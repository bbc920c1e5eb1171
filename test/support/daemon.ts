import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../cli/tester/free-port.ts';
import { initHome } from '../../node/init.ts';
import { ROUTES, type RouteName } from '../../protocol/control/routes.ts';
import type { Reply, Request, WatchEvent } from '../../protocol/control/types.ts';
import { requestUrl } from '../../protocol/control/url.ts';
import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import { TAGS } from '../../protocol/ids.ts';
import { signerFrom } from './profiles.ts';

const MAIN = join(import.meta.dirname, '../../node/main.ts');
const PASSPHRASE = 'correct horse';

/** A home with an officer who may do everything, and the file that its daemon's passphrase is in. */
export interface DaemonHome {
  readonly home: string;
  readonly passphraseFile: string;
  readonly listen: string;
}

export async function makeDaemonHome(
  folder: string,
  state = 'GD',
  stateKey = signerFrom(`${state} state`),
): Promise<DaemonHome> {
  const home = join(folder, state);
  const listen = `/ip4/127.0.0.1/tcp/${await freePort()}`;
  await initHome({
    home,
    state,
    name: `State of ${state}`,
    passphrase: PASSPHRASE,
    listen: [listen],
    stateKey,
    operator: {
      name: 'Jane',
      fingerprint: fingerprintOf(officerKeyOf(state).publicKey),
      roles: ['operator', 'officer'],
    },
  });
  const passphraseFile = join(folder, `${state}.passphrase`);
  await writeFile(passphraseFile, PASSPHRASE, { mode: 0o600 });
  return { home, passphraseFile, listen };
}

/** The key of the officer of a home. */
export function officerKeyOf(state: string): Signer {
  return signerFrom(`${state} officer`);
}

/** A daemon process, and what it has written to its log. */
export interface DaemonProcess {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** Resolves when it serves, or has ended. */
  readonly settled: Promise<void>;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
}

export function spawnDaemon(
  { home, passphraseFile }: Pick<DaemonHome, 'home' | 'passphraseFile'>,
  env: Readonly<Record<string, string>> = {},
): DaemonProcess {
  const child = spawn(process.execPath, [MAIN, '--home', home, '--passphrase-file', passphraseFile], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: { ...process.env, XDG_RUNTIME_DIR: home, ...env },
  });
  const lines: string[] = [];
  const started = Promise.withResolvers<undefined>();
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    if (line.includes('"node started"')) started.resolve(undefined);
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const settled = Promise.race([started.promise, ended]).then(() => undefined);
  return { child, lines, settled, ended };
}

/** Asks a route of the daemon of a home, as a client does; gives status and document. */
export async function askDaemon<Name extends RouteName>(
  home: string,
  name: Name,
  { token, ...parts }: Request<Name> & { readonly token?: string },
): Promise<{ readonly status: number; readonly reply: Reply<Name> }> {
  const { params, query, body } = parts as Record<string, Record<string, string> | undefined>;
  const socketPath = (await readFile(join(home, 'socket'), 'utf8')).trim();
  const { method } = ROUTES[name];
  const payload = method === 'POST' ? JSON.stringify(body ?? {}) : undefined;
  const headers = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(payload !== undefined && { 'content-type': 'application/json' }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { socketPath, method, path: requestUrl(name, params, query), headers, agent: false },
      (response) => {
        const chunks: Uint8Array[] = [];
        response.on('data', (chunk: Uint8Array) => chunks.push(chunk));
        response.on('end', () => {
          const reply = JSON.parse(Buffer.concat(chunks).toString()) as Reply<Name>;
          resolve({ status: response.statusCode ?? 0, reply });
        });
      },
    );
    sent.on('error', reject).end(payload);
  });
}

/** Watches a daemon until an event fits, or for ever. To be called before what it waits for can happen. */
export async function watchDaemon(
  home: string,
  token: string,
  fits: (event: WatchEvent) => boolean,
): Promise<{ readonly seen: Promise<WatchEvent> }> {
  const socketPath = (await readFile(join(home, 'socket'), 'utf8')).trim();
  const headers = { authorization: `Bearer ${token}` };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ socketPath, path: '/watch', headers, agent: false }, resolve).on('error', reject).end();
  });
  const seen = Promise.withResolvers<WatchEvent>();
  createInterface({ input: response }).on('line', (line) => {
    if (!line.startsWith('data: ')) return;
    const event = JSON.parse(line.slice('data: '.length)) as WatchEvent;
    if (!fits(event)) return;
    seen.resolve(event);
    response.destroy();
  });
  return { seen: seen.promise };
}

/** Logs the officer of a home in, or whoever holds another key. */
export async function logIn(home: string, state = 'GD', signer = officerKeyOf(state)): Promise<string> {
  const publicKey = Buffer.from(signer.publicKey).toString('base64url');
  const { reply } = await askDaemon(home, 'login.challenge', { body: { publicKey } });
  const challenge = Buffer.from(reply.challenge, 'base64url');
  const { value } = signer.sign(TAGS.signLogin, reply.peerId, challenge);
  const signature = Buffer.from(value).toString('base64url');
  const opened = await askDaemon(home, 'login.open', {
    body: { publicKey, challenge: reply.challenge, signature },
  });
  return opened.reply.token;
}
