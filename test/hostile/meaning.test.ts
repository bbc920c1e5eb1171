import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createControlClient } from '../../cli/client/control-client.ts';
import type { CaseList, Reply, Timeline } from '../../protocol/control/types.ts';
import { toHex } from '../../protocol/hash.ts';
import type { Item } from '../../protocol/item/item.ts';
import { REJECTIONS } from '../../protocol/rejection.ts';
import {
  type ForeignPartner,
  halvesOf,
  makeForeigner,
  pinForeigner,
  receiptIn,
  rejectionIn,
} from '../support/foreign-partner.ts';
import { foreignState, type ForeignItem, type ForeignState } from '../support/foreign-state.ts';
import { comity, foldersOf } from '../support/net.ts';
import { type ForeignSession, startPermissiveNode } from '../support/permissive-node.ts';
import { sessionIn } from '../support/signing-officer.ts';
import { smallRequest } from '../support/small-request.ts';
import { useSharedNet } from '../support/use-net.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DECADES_MS = 30 * 365 * DAY_MS;

describe('a partner whose keys or clock are not to be believed', function () {
  this.timeout(60_000);
  const net = useSharedNet();
  const partners: ForeignPartner[] = [];

  after(() => Promise.all(partners.map(({ node }) => node.stop())));
  // Whatever was sent, an honest partner is served.
  afterEach(async () => {
    const client = createControlClient(sessionIn(net().node('GD').officer));
    await client.call('partners.ping', { params: { state: 'JM' } });
  });

  const ask = (...words: string[]): Promise<unknown> => comity(...words, ...foldersOf(net().node('GD')));
  const met = async (partner: ForeignPartner): Promise<ForeignPartner & { session: ForeignSession }> => {
    partners.push(partner);
    await pinForeigner(net(), partner);
    return { ...partner, session: await partner.node.connect(partner.target) };
  };
  const opening = (state: ForeignState, { target }: ForeignPartner, wrong: Partial<ForeignItem> = {}): Item =>
    state.item(target, {
      ...{ caseId: toHex(randomBytes(16)), sequence: 1, verb: 'REQUEST' },
      ...halvesOf('mla.general', 'REQUEST', smallRequest()),
      ...wrong,
    });
  const madeAt = (createdAt: number): Partial<ForeignItem> => ({
    header: { createdAt, expiresAt: createdAt + DAY_MS },
  });
  const casesOf = async (code: string): Promise<CaseList['rows']> =>
    ((await ask('inbox', '--partner', code)) as CaseList).rows;
  const rejectedOf = async (code: string): Promise<unknown[]> => {
    const { rows } = (await ask('audit', 'list', '--type', 'item.rejected')) as Reply<'audit.list'>;
    return rows.filter(({ actor }) => actor === code).map(({ detail }) => (detail as { code: string }).code);
  };

  it('has nothing new believed that a revoked key of its authority has signed, whatever time and profile it names', async () => {
    const lucia = await met(await makeForeigner(net(), 'KN', 'GD'));
    const { state, session, target } = lucia;
    const before = opening(state, lucia);
    const receipt = receiptIn(await session.send(before.bytes), target);
    assert.equal(receipt.itemId, before.id);
    const renewed = state.revoked(Date.now());
    const file = join(net().dir, 'kn-2.profile');
    await writeFile(file, renewed.profile.bytes);
    await ask('partner', 'add', file);
    for (const item of [opening(state, lucia), opening(state, lucia, madeAt(Date.now() - 60_000))]) {
      const rejection = rejectionIn(await session.send(item.bytes), target);
      assert.deepEqual([rejection.code, rejection.itemId], ['unauthentic', item.id]);
    }
    assert.deepEqual(receiptIn(await session.send(before.bytes), target), receipt);
    const after = opening(renewed, lucia);
    receiptIn(await session.send(after.bytes), target);
    const known = (await casesOf('KN')).map(({ caseId }) => caseId).sort();
    assert.deepEqual(known, [before.header.caseId, after.header.caseId].sort());
    assert.deepEqual(await rejectedOf('KN'), ['unauthentic', 'unauthentic']);
  });

  it('is told to check its clock when that is decades fast, and its item keeps its place without effect', async () => {
    const antigua = await met(await makeForeigner(net(), 'AG', 'GD'));
    const { state, session, target } = antigua;
    const early = opening(state, antigua, madeAt(Date.now() + DECADES_MS));
    const rejection = rejectionIn(await session.send(early.bytes), target);
    assert.deepEqual([rejection.code, rejection.sentence], ['absurd-time', REJECTIONS['absurd-time']]);
    const { caseId } = early.header;
    const again = opening(state, antigua, { caseId });
    assert.equal(rejectionIn(await session.send(again.bytes), target).code, 'sequence-taken');
    const next = state.item(target, { caseId, sequence: 2, previous: early.id, verb: 'SUPPLEMENT' });
    assert.equal(rejectionIn(await session.send(next.bytes), target).code, 'not-opened');
    assert.deepEqual(await casesOf('AG'), []);
    assert.deepEqual(await rejectedOf('AG'), ['not-opened', 'sequence-taken', 'absurd-time']);
  });

  it('can not date an item to before its keys: nobody has signed that', async () => {
    const dominica = await met(await makeForeigner(net(), 'DM', 'GD'));
    const { state, session, target } = dominica;
    const late = opening(state, dominica, madeAt(Date.now() - DECADES_MS));
    assert.equal(rejectionIn(await session.send(late.bytes), target).code, 'unauthentic');
    assert.deepEqual(await casesOf('DM'), []);
  });

  it('is served when its clock, keys and all, is decades slow: the past is nobody’s fault, and is shown as said', async () => {
    const now = Date.now() - DECADES_MS;
    const { target } = await makeForeigner(net(), 'BZ', 'GD').then(async (made) => {
      await made.node.stop();
      return made;
    });
    const state = foreignState('BZ', target.profile.network, { now });
    const belize = await met({ state, target, node: await startPermissiveNode(state) });
    const item = opening(state, belize, madeAt(now + DAY_MS / 4));
    receiptIn(await belize.session.send(item.bytes), target);
    const [row] = await casesOf('BZ');
    assert.deepEqual([row?.caseId, row?.status], [item.header.caseId, 'received']);
    const { entries } = (await ask('case', 'timeline', row?.reference ?? '')) as Timeline;
    assert.equal(Date.parse(entries[0]?.createdAt ?? ''), item.header.createdAt);
  });
});
