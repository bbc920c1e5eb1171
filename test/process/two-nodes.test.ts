import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { systemClock } from '../../node/clock.ts';
import { silentLog } from '../../node/log.ts';
import { startNode, type RunningNode } from '../../node/node.ts';
import { readHome } from '../../node/open-home.ts';
import {
  askDaemon,
  logIn,
  makeDaemonHome,
  officerKeyOf,
  watchDaemon,
  type DaemonHome,
} from '../support/daemon.ts';
import { signDraft, type Draft } from '../support/party-officers.ts';
import { parseForm } from '../../protocol/convention/form/parse-form.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

/** A node of a State in this process, and its officer's session. */
interface State extends DaemonHome {
  readonly code: string;
  readonly node: RunningNode;
  readonly token: string;
}

describe('two nodes', () => {
  const running = new Map<string, RunningNode>();
  // Before their folders are taken away.
  afterEach(async () => {
    for (const node of running.values()) await node.stop(AbortSignal.abort());
    running.clear();
  });
  const newFolder = useTemporaryFolders();

  const run = async (code: string, made: DaemonHome): Promise<State> => {
    const facts = await readHome(made.home, { COMITY_SOCKET: `${made.home}/control.sock` });
    const passphrase = await readFile(made.passphraseFile, 'utf8');
    const onFatal = (error: unknown): void => {
      throw error;
    };
    const options = {
      home: made.home,
      facts,
      passphrase,
      log: silentLog,
      clock: systemClock,
      env: {},
      onFatal,
    };
    const node = await startNode(options);
    running.set(made.home, node);
    return { ...made, code, node, token: await logIn(made.home, code) };
  };
  const stop = async ({ home }: DaemonHome): Promise<void> => {
    await running.get(home)?.stop();
    running.delete(home);
  };
  const start = async (folder: string, code: string): Promise<State> =>
    run(code, await makeDaemonHome(folder, code));

  const sees = ({ home, token }: State, partner: string, connected: boolean) =>
    watchDaemon(home, token, (event) => event.partner === partner && event.connected === connected);
  const introduce = async (one: State, other: State): Promise<string> => {
    const { reply } = await askDaemon(other.home, 'profile.export', { token: other.token });
    await askDaemon(one.home, 'partners.add', { token: one.token, body: { profile: reply.profile } });
    return reply.fingerprint;
  };
  const approve = ({ home, token }: State, state: string, fingerprint: string) =>
    askDaemon(home, 'partners.approve', { token, params: { state }, body: { fingerprint } });
  const pair = async (one: State, other: State): Promise<void> => {
    const connected = await sees(one, other.code, true);
    await approve(one, other.code, await introduce(one, other));
    await approve(other, one.code, await introduce(other, one));
    await connected.seen;
  };
  const prepare = async ({ home, token }: State, to: string): Promise<Draft> => {
    const form = await askDaemon(home, 'forms.show', { token, params: { name: 'mla.general' }, query: {} });
    const { content } = parseForm(form.reply.yaml);
    const body = { kind: 'mla.general', to, content };
    const { reply } = await askDaemon(home, 'acts.prepare', { token, body });
    assert.ok(reply.draft, JSON.stringify(reply));
    return reply.draft;
  };
  const submit = async ({ code, home, token }: State, draft: Draft) => {
    const certificates = [{ certificateId: draft.certificateId }];
    const body = signDraft({ signer: officerKeyOf(code), certificates }, draft);
    return askDaemon(home, 'acts.submit', { token, body });
  };

  it('meet only when each has approved the other by its fingerprint', async () => {
    const folder = await newFolder();
    const [gd, jm] = [await start(folder, 'GD'), await start(folder, 'JM')];
    const fingerprint = await introduce(gd, jm);
    const wrong = await approve(gd, 'JM', await introduce(jm, gd));
    assert.equal(wrong.status, 409);
    const ping = { token: gd.token, params: { state: 'JM' } };
    assert.equal((await askDaemon(gd.home, 'partners.ping', ping)).status, 404);
    await approve(gd, 'JM', fingerprint);
    assert.equal((await askDaemon(gd.home, 'partners.ping', ping)).status, 503);
    const connected = await sees(gd, 'JM', true);
    await approve(jm, 'GD', await introduce(jm, gd));
    await connected.seen;
    assert.ok((await askDaemon(gd.home, 'partners.ping', ping)).reply.roundTripMs > 0);
  });

  it('part when one suspends the other, and meet again when it resumes', async () => {
    const folder = await newFolder();
    const [gd, jm] = [await start(folder, 'GD'), await start(folder, 'JM')];
    await pair(gd, jm);
    const [params, lost] = [{ state: 'JM' }, await sees(jm, 'GD', false)];
    await askDaemon(gd.home, 'partners.suspend', { token: gd.token, params, body: {} });
    await lost.seen;
    const again = await sees(jm, 'GD', true);
    await askDaemon(gd.home, 'partners.resume', { token: gd.token, params, body: {} });
    await again.seen;
  });

  it('carry a signed act from one officer to the other, and its receipt back', async () => {
    const folder = await newFolder();
    const [gd, jm] = [await start(folder, 'GD'), await start(folder, 'JM')];
    await pair(gd, jm);
    const { reply: sent } = await submit(gd, await prepare(gd, 'JM'));
    assert.ok(sent.delivery !== 'held');
    const waiting = { token: gd.token, params: { itemId: sent.itemId }, query: { waitS: 15 } };
    const { reply: delivery } = await askDaemon(gd.home, 'items.delivery', waiting);
    assert.equal(delivery.delivery, 'relayed');
    assert.equal(delivery.receipt?.by, 'JM');
    const { reply: inbox } = await askDaemon(jm.home, 'inbox.list', { token: jm.token, query: {} });
    assert.deepEqual(
      inbox.rows.map(({ itemId, reference, unread }) => [itemId, reference, unread]),
      [[sent.itemId, sent.reference, true]],
    );
  });

  it('bring what was queued for a partner who was away, with no new act', async () => {
    const folder = await newFolder();
    const [gd, jm] = [await start(folder, 'GD'), await start(folder, 'JM')];
    await pair(gd, jm);
    await stop(jm);
    const { reply: sent } = await submit(gd, await prepare(gd, 'JM'));
    assert.ok(sent.delivery !== 'held');
    const { reply: status } = await askDaemon(gd.home, 'status', { token: gd.token });
    assert.deepEqual(status.partners[0]?.queued, { emergency: 0, urgent: 0, routine: 1 });
    await stop(gd);
    await run('GD', gd);
    await run('JM', jm);
    const waiting = { token: gd.token, params: { itemId: sent.itemId }, query: { waitS: 15 } };
    assert.equal((await askDaemon(gd.home, 'items.delivery', waiting)).reply.delivery, 'relayed');
  });
});
