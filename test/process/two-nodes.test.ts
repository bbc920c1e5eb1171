import assert from 'node:assert/strict';
import { askDaemon } from '../support/daemon.ts';
import { approve, introduce, nodesHere, pair, prepare, seesPartner, submit } from '../support/nodes-here.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

describe('two nodes', () => {
  const { run, start, stop, stopAll } = nodesHere();
  // Before their folders are taken away.
  afterEach(stopAll);
  const newFolder = useTemporaryFolders();

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
    const connected = await seesPartner(gd, 'JM', true);
    await approve(jm, 'GD', await introduce(jm, gd));
    await connected.seen;
    assert.ok((await askDaemon(gd.home, 'partners.ping', ping)).reply.roundTripMs > 0);
  });

  it('part when one suspends the other, and meet again when it resumes', async () => {
    const folder = await newFolder();
    const [gd, jm] = [await start(folder, 'GD'), await start(folder, 'JM')];
    await pair(gd, jm);
    const [params, lost] = [{ state: 'JM' }, await seesPartner(jm, 'GD', false)];
    await askDaemon(gd.home, 'partners.suspend', { token: gd.token, params, body: {} });
    await lost.seen;
    const again = await seesPartner(jm, 'GD', true);
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
