import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Reply, StatusReply, Timeline } from '../../protocol/control/types.ts';
import { type CaseWriters, caseWriters } from '../support/case-writers.ts';
import { comity, foldersOf, signingOf } from '../support/net.ts';
import { useNet } from '../support/use-net.ts';

const WAIT_S = 60;
const TEST_MS = 180_000;

type Keys = Reply<'keys.list'>;

/** Two States that write to each other without a pause until they are told to stop. */
function load(writers: CaseWriters) {
  const written: { readonly state: string; readonly itemId: string; readonly caseId: string }[] = [];
  let over = false;
  const writing = [
    ['GD', 'JM'],
    ['JM', 'GD'],
    ['GD', 'JM'],
  ].map(async ([state = '', partner = '']) => {
    while (!over) {
      const { opened } = await writers.open(state, partner, 'routine');
      written.push({ state, itemId: opened.opening.itemId, caseId: opened.opening.caseId });
    }
  });
  return {
    written,
    async stop() {
      over = true;
      await Promise.all(writing);
    },
  };
}

describe('keys that change while items move', () => {
  const net = useNet('GD', 'JM');
  const folders = (state: string): string[] => foldersOf(net().node(state));
  const keys = async (state: string): Promise<Keys> =>
    (await comity('key', 'list', ...folders(state))) as Keys;
  const change = (...words: string[]): Promise<unknown> => comity(...words, ...signingOf(net().node('GD')));

  /** Each look is a process of its own: there is time between two of them. */
  const allKnow = async (): Promise<Keys> => {
    for (;;) {
      const found = await keys('GD');
      if (found.awaited.length === 0) return found;
    }
  };

  it('lose nothing: authority, receipt, record and node keys, revoked or retired, and the State key', async function () {
    this.timeout(TEST_MS);
    const writers = await caseWriters(net(), { outageSince: () => () => undefined });
    const loaded = load(writers);
    const { written } = loaded;
    const before = await keys('GD');
    const active = ({ rows }: Keys, use: string) =>
      rows.find((row) => row.use === use && row.state === 'active')?.keyId ?? '';

    await change('key', 'rotate', 'authority', 'central-authority');
    await change('key', 'rotate', 'receipt');
    await change('key', 'rotate', 'record');
    const rotated = await allKnow();
    for (const use of ['authority', 'receipt', 'record']) {
      assert.notEqual(active(rotated, use), active(before, use));
    }
    await change('key', 'revoke', active(rotated, 'authority').slice(0, 12));
    await change('key', 'rotate', 'node');
    const announced = await allKnow();
    assert.equal(announced.peerId, before.peerId);
    await change('key', 'rotate', 'node', '--complete');
    const newKey = join(net().dir, 'gd-next.key');
    const passphrase = join(net().node('GD').officer, 'passphrase');
    await change('state-key', 'rotate', newKey, '--new-passphrase-file', passphrase);
    const after = await allKnow();
    assert.equal(after.peerId, announced.nextPeerId);
    await loaded.stop();

    assert.ok(written.length > 20, `${written.length} items were written`);
    for (const { state, itemId } of written) {
      const { delivery } = await writers.call(state, (client) =>
        client.call('items.delivery', { params: { itemId }, query: { waitS: WAIT_S } }),
      );
      assert.equal(delivery, 'relayed');
    }
    const { partners } = (await comity('status', ...folders('JM'))) as StatusReply;
    assert.equal(partners.find(({ state }) => state === 'GD')?.connected, true);
    const seen = (await comity('partner', 'show', 'GD', ...folders('JM'))) as Reply<'partners.show'>;
    assert.equal(seen.version, after.version);
    assert.equal(seen.profile.peerId, after.peerId);
    const last = written.at(-1);
    const timeline = (await comity('case', 'timeline', last?.caseId ?? '', ...folders('JM'))) as Timeline;
    assert.equal(timeline.entries.length, 1);
  });
});
