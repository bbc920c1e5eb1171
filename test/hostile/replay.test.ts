import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { createControlClient } from '../../cli/client/control-client.ts';
import type { CaseList, CaseView, Reply, Timeline } from '../../protocol/control/types.ts';
import { toHex } from '../../protocol/hash.ts';
import { readItem } from '../../protocol/item/item.ts';
import type { Hex } from '../../protocol/value.ts';
import { type ForeignPartner, halvesOf, makeForeigner, pinForeigner } from '../support/foreign-partner.ts';
import type { ForeignItem } from '../support/foreign-state.ts';
import { comity, foldersOf, type NetNode, signingOf } from '../support/net.ts';
import type { Answer } from '../support/permissive-node.ts';
import { officerIn, sessionIn, signedDraft } from '../support/signing-officer.ts';
import { smallRequest } from '../support/small-request.ts';
import { useNet } from '../support/use-net.ts';

describe('what a partner sends again', function () {
  this.timeout(120_000);
  const net = useNet('GD', 'JM');
  const gd = (): NetNode => net().node('GD');
  const client = () => createControlClient(sessionIn(gd().officer));
  let foreign: ForeignPartner;
  let sent: Record<'taken' | 'rejected' | 'lost', Uint8Array>;

  before(async () => {
    foreign = await makeForeigner(net(), 'LC', 'GD');
    await pinForeigner(net(), foreign);
    sent = { taken: opening(), rejected: opening({ verb: 'DANCE' }), lost: opening() };
  });
  after(() => foreign.node.stop());

  const opening = (wrong: Partial<ForeignItem> = {}): Uint8Array => {
    const halves = halvesOf('mla.general', 'REQUEST', smallRequest());
    const said = { caseId: toHex(randomBytes(16)), sequence: 1, verb: 'REQUEST', ...halves, ...wrong };
    return foreign.state.item(foreign.target, said).bytes;
  };
  /** How each is answered in a session of its own, without its number on the link. */
  const send = async (...names: (keyof typeof sent)[]): Promise<unknown[]> => {
    const session = await foreign.node.connect(foreign.target);
    const answers: unknown[] = [];
    for (const name of names) answers.push(saidIn(await session.send(sent[name])));
    return answers;
  };
  const cases = async (): Promise<unknown[]> => {
    const { rows } = (await comity('inbox', '--partner', 'LC', ...foldersOf(gd()))) as CaseList;
    return rows.map(({ caseId, status }) => [caseId, status]).sort();
  };

  it('gets the same answer after this node has died and started, and changes no case', async () => {
    const [answers, before] = [await send('taken', 'rejected'), await cases()];
    await net().kill('GD');
    await net().start('GD');
    assert.deepEqual(await send('taken', 'rejected'), answers);
    assert.deepEqual(await cases(), before);
  });

  /** Backs the node up; what is given puts it back to that. */
  const backUp = async (name: string): Promise<() => Promise<void>> => {
    const backup = join(net().dir, `${name}.backup`);
    await comity('backup', backup, ...foldersOf(gd()));
    return async () => {
      await net().kill('GD');
      renameSync(gd().home, join(net().dir, `${name}.lost`));
      const passed = ['--passphrase-file', join(gd().officer, 'passphrase')];
      await comity('restore', backup, '--home', gd().home, ...passed);
      await net().start('GD');
      await comity('login', ...signingOf(gd()));
    };
  };

  it('gets the same answer after this node was restored, and is taken once if that had lost it', async () => {
    const answers = await send('taken', 'rejected');
    const restore = await backUp('first');
    await send('lost');
    const before = await cases();
    await restore();
    assert.equal((await cases()).length, before.length - 1);
    assert.deepEqual(await send('taken', 'rejected'), answers);
    const [first, second] = await send('lost', 'lost');
    assert.deepEqual(second, first);
    assert.deepEqual(await cases(), before);
  });

  it('is found out if it gave a number to another item while this node was restored: both are kept, and proved', async () => {
    const first = readItem(opening());
    const { caseId } = first.header;
    const behind = (said: Partial<ForeignItem>) =>
      foreign.state.item(foreign.target, {
        ...{ caseId, sequence: 2, previous: first.id, verb: 'SUPPLEMENT', ...said },
      });
    const [lost, other] = [
      behind({ body: { text: 'One account.' } }),
      behind({ verb: 'WITHDRAW', body: {} }),
    ];
    const begun = await foreign.node.connect(foreign.target);
    await begun.send(first.bytes);
    const restore = await backUp('second');
    const receipted = await begun.send(lost.bytes);
    assert.ok(receipted.kind === 'receipt');
    await restore();
    const session = await foreign.node.connect(foreign.target);
    assert.equal((await session.send(other.bytes)).kind, 'receipt');
    assert.deepEqual(saidIn(await session.send(lost.bytes, receipted.receipt)), receipted.receipt);

    const { rows } = (await comity('fork', 'list', ...foldersOf(gd()))) as Reply<'forks.list'>;
    const fork = rows.find((row) => row.caseId === caseId);
    assert.deepEqual([fork?.party, fork?.items.toSorted()], ['LC', [lost.id, other.id].sort()]);
    const { rows: inbox } = (await comity('inbox', ...foldersOf(gd()))) as CaseList;
    const row = inbox.find((one) => one.caseId === caseId);
    assert.equal(row?.status, 'received');
    const view = (await comity('case', 'show', row.reference, ...foldersOf(gd()))) as CaseView;
    assert.deepEqual(view.waiting.toSorted(), [lost.id, other.id].sort());
  });

  it('is the one that stands, where this node wrote the same again before it was given back', async () => {
    const prepared = await client().call('acts.prepare', {
      body: { kind: 'mla.general', to: 'JM', content: smallRequest(), language: 'en' },
    });
    const { draft } = prepared;
    if (draft === undefined) throw new Error('nothing was prepared');
    const submit = async (): Promise<{ readonly itemId: Hex; readonly reference: string }> => {
      const said = await client().call('acts.submit', {
        body: signedDraft(await officerIn(gd().officer), draft),
      });
      if (!('itemId' in said)) throw new Error('it was not queued');
      return said;
    };
    const answerTo = async (itemId: Hex): Promise<string> =>
      (await client().call('items.delivery', { params: { itemId }, query: { waitS: 60 } })).delivery;
    const restore = await backUp('third');
    const lost = await submit();
    assert.equal(await answerTo(lost.itemId), 'relayed');
    await net().kill('JM');
    await restore();
    const second = await submit();
    assert.notEqual(second.itemId, lost.itemId);
    await net().start('JM');
    assert.equal(await answerTo(second.itemId), 'rejected');
    assert.equal(await answerTo(lost.itemId), 'relayed');
    const seen = async (words: readonly string[], node: NetNode): Promise<unknown> =>
      comity(...words, lost.reference, ...foldersOf(node));
    const { entries } = (await seen(['case', 'timeline'], gd())) as Timeline;
    assert.deepEqual(
      entries.map(({ itemId, verdict }) => [itemId, verdict]),
      [
        [lost.itemId, 'effective'],
        [second.itemId, 'displaced'],
      ],
    );
    const [here, there] = [gd(), net().node('JM')].map((node) => seen(['case', 'show'], node));
    assert.equal(((await here) as CaseView).foldDigest, ((await there) as CaseView).foldDigest);
    const { rows } = await client().call('drafts.list', {});
    assert.deepEqual(rows, []);
  });
});

function saidIn(answer: Answer): unknown {
  if (answer.kind === 'busy') throw new Error('told to come later');
  return answer.kind === 'receipt' ? answer.receipt : answer.rejection;
}
