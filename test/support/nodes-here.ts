import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type Clock, systemClock } from '../../node/clock.ts';
import { silentLog } from '../../node/log.ts';
import { startNode, type RunningNode } from '../../node/node.ts';
import { readHome } from '../../node/open-home.ts';
import { parseForm } from '../../protocol/convention/form/parse-form.ts';
import { askDaemon, logIn, makeDaemonHome, officerKeyOf, watchDaemon, type DaemonHome } from './daemon.ts';
import { signDraft, type Draft } from './party-officers.ts';

/** A node of a State in this process, and its officer's session. */
export interface StateHere extends DaemonHome {
  readonly code: string;
  readonly node: RunningNode;
  readonly token: string;
}

/** Whole nodes in this process, which meet over real sockets. */
export function nodesHere() {
  const running = new Map<string, RunningNode>();
  const run = async (code: string, made: DaemonHome, clock: Clock = systemClock): Promise<StateHere> => {
    const { home, passphraseFile } = made;
    const facts = await readHome(home, { COMITY_SOCKET: `${home}/control.sock` });
    const passphrase = await readFile(passphraseFile, 'utf8');
    const onFatal = (error: unknown): void => {
      throw error;
    };
    const node = await startNode({ home, facts, passphrase, log: silentLog, clock, env: {}, onFatal });
    running.set(home, node);
    return { ...made, code, node, token: await logIn(home, code) };
  };
  return {
    run,
    start: async (folder: string, code: string, clock?: Clock) =>
      run(code, await makeDaemonHome(folder, code), clock),
    stop: async ({ home }: DaemonHome): Promise<void> => {
      await running.get(home)?.stop();
      running.delete(home);
    },
    stopAll: async (): Promise<void> => {
      for (const node of running.values()) await node.stop(AbortSignal.abort());
      running.clear();
    },
  };
}

export function seesPartner({ home, token }: StateHere, partner: string, connected: boolean) {
  return watchDaemon(home, token, (event) => event.partner === partner && event.connected === connected);
}

/** Gives one node the profile of the other, and that one's fingerprint. */
export async function introduce(one: StateHere, other: StateHere): Promise<string> {
  const { reply } = await askDaemon(other.home, 'profile.export', { token: other.token });
  await askDaemon(one.home, 'partners.add', { token: one.token, body: { profile: reply.profile } });
  return reply.fingerprint;
}

export function approve({ home, token }: StateHere, state: string, fingerprint: string) {
  return askDaemon(home, 'partners.approve', { token, params: { state }, body: { fingerprint } });
}

/** Resolves when they have a session. */
export async function pair(one: StateHere, other: StateHere): Promise<void> {
  const connected = await seesPartner(one, other.code, true);
  await approve(one, other.code, await introduce(one, other));
  await approve(other, one.code, await introduce(other, one));
  await connected.seen;
}

export async function prepare({ home, token }: StateHere, to: string): Promise<Draft> {
  const form = await askDaemon(home, 'forms.show', { token, params: { name: 'mla.general' }, query: {} });
  const { content } = parseForm(form.reply.yaml);
  const body = { kind: 'mla.general', to, content };
  const { reply } = await askDaemon(home, 'acts.prepare', { token, body });
  assert.ok(reply.draft, JSON.stringify(reply));
  return reply.draft;
}

export async function submit({ code, home, token }: StateHere, draft: Draft) {
  const certificates = [{ certificateId: draft.certificateId }];
  const body = signDraft({ signer: officerKeyOf(code), certificates }, draft);
  return askDaemon(home, 'acts.submit', { token, body });
}
