import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { createControlClient } from '../../cli/client/control-client.ts';
import type { CaseList, CaseView, Timeline } from '../../protocol/control/types.ts';
import { toHex } from '../../protocol/hash.ts';
import { createSigner } from '../../protocol/identity/keys.ts';
import type { Item } from '../../protocol/item/item.ts';
import { FRAME_BYTES_MAX } from '../../protocol/limits.ts';
import type { RejectionCode } from '../../protocol/rejection.ts';
import type { Hex } from '../../protocol/value.ts';
import { FORM, REQUEST } from '../support/bad-lines.ts';
import {
  type ForeignPartner,
  halvesOf,
  makeForeigner,
  pinForeigner,
  receiptIn,
  rejectionIn,
} from '../support/foreign-partner.ts';
import type { ForeignItem } from '../support/foreign-state.ts';
import { comity, foldersOf, signingOf } from '../support/net.ts';
import type { ForeignSession } from '../support/permissive-node.ts';
import { sessionIn } from '../support/signing-officer.ts';
import { smallRequest } from '../support/small-request.ts';
import { useSharedNet } from '../support/use-net.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const desk = (party: string) => ({ party, authority: 'central-authority' });
const anId = (): Hex => toHex(randomBytes(16));
const aDigest = (): Hex => toHex(randomBytes(32));

/** An opening that is right in everything, but for what is given. */
const opening = (wrong: Partial<ForeignItem> = {}): ForeignItem => ({
  ...{ caseId: anId(), sequence: 1, verb: 'REQUEST' },
  ...halvesOf('mla.general', 'REQUEST', smallRequest()),
  ...wrong,
});

/** What an item says that is answered with a rejection, and with which. */
const REJECTED: readonly (readonly [RejectionCode, title: string, () => Partial<ForeignItem>])[] = [
  ['impostor', 'of another State', () => ({ header: { sender: desk('JM') } })],
  ['misaddressed', 'for a third State', () => ({ header: { recipient: desk('JM') } })],
  ['wrong-network', 'of another network', () => ({ header: { network: 'elsewhere' } })],
  ['unauthentic', 'signed with another key', () => ({ authority: createSigner(randomBytes(32)) })],
  ['unknown-kind', 'of an unknown kind', () => ({ kind: 'mla.nothing' })],
  ['unknown-verb', 'with an unknown verb', () => ({ verb: 'DANCE' })],
  ['unknown-instrument', 'of an unknown treaty', () => ({ header: { instrument: aDigest() } })],
  ['absurd-time', 'from the far future', () => future(30 * DAY_MS)],
  ['critical-extension', 'that needs what nobody knows', () => ({ extensions: [extension(true)] })],
  ['chain-broken', 'that opens with a verb that opens nothing', () => ({ verb: 'SUPPLEMENT' })],
];

function future(ms: number): Partial<ForeignItem> {
  return { header: { createdAt: Date.now() + ms, expiresAt: Date.now() + 2 * ms } };
}

function extension(critical: boolean) {
  return { id: 77, critical, bytes: randomBytes(8) };
}

describe('what a partner sends that it must not', function () {
  this.timeout(60_000);
  const net = useSharedNet();
  let foreign: ForeignPartner;
  let session: ForeignSession;
  const strangers: ForeignPartner[] = [];

  before(async () => {
    foreign = await makeForeigner(net(), 'LC', 'GD');
    await pinForeigner(net(), foreign);
    session = await foreign.node.connect(foreign.target);
  });
  after(async () => {
    for (const { node } of [foreign, ...strangers]) await node.stop();
  });
  // Whatever was sent, an honest partner is served.
  afterEach(async () => {
    const client = createControlClient(sessionIn(net().node('GD').officer));
    await client.call('partners.ping', { params: { state: 'JM' } });
  });

  const ask = (...words: string[]): Promise<unknown> => comity(...words, ...foldersOf(net().node('GD')));
  const item = (said: ForeignItem): Item => foreign.state.item(foreign.target, said);
  const casesHere = async (): Promise<CaseList['rows']> => {
    const { rows } = (await ask('inbox', '--partner', 'LC')) as CaseList;
    return rows;
  };
  const rejects = async (bytes: Uint8Array, code: RejectionCode, itemId?: Hex): Promise<void> => {
    const before = await casesHere();
    const rejection = rejectionIn(await session.send(bytes), foreign.target);
    assert.equal(rejection.code, code);
    if (itemId !== undefined) assert.equal(rejection.itemId, itemId);
    assert.deepEqual(await casesHere(), before);
  };

  for (const [code, title, wrong] of REJECTED) {
    it(`an item ${title} is rejected: ${code}`, async () => {
      const { bytes, id } = item(opening(wrong()));
      await rejects(bytes, code, id);
    });
  }

  it('an item of which one bit was changed is rejected, and the true one is still taken', async () => {
    const { bytes, bodyBytes = new Uint8Array() } = item(opening());
    const changed = Buffer.from(bytes);
    const at = changed.indexOf(bodyBytes) + bodyBytes.length - 1;
    changed[at] = (changed[at] ?? 0) ^ 1;
    await rejects(changed, 'unauthentic');
    receiptIn(await session.send(bytes), foreign.target);
  });

  it('what is no item at all is rejected', async () => {
    await rejects(randomBytes(500), 'malformed');
  });

  it('an item that comes again gets the same receipt, byte for byte', async () => {
    const { bytes } = item(opening());
    const first = await session.send(bytes);
    const second = await session.send(bytes);
    assert.ok(first.kind === 'receipt' && second.kind === 'receipt');
    assert.deepEqual(second.receipt, first.receipt);
  });

  it('an unknown extension that is not critical is kept and ignored', async () => {
    receiptIn(await session.send(item(opening({ extensions: [extension(false)] })).bytes), foreign.target);
  });

  it('an item that comes before the one that it follows waits for it, and joins', async () => {
    const first = item(opening());
    const { caseId } = first.header;
    const said = { caseId, verb: 'SUPPLEMENT', body: { text: 'One more account.' } };
    const second = item({ ...said, sequence: 2, previous: first.id });
    const third = item({ ...said, sequence: 3, previous: second.id });
    receiptIn(await session.send(first.bytes), foreign.target);
    assert.equal(receiptIn(await session.send(third.bytes), foreign.target).authority, undefined);
    const { reference = '' } = (await casesHere()).find((row) => row.caseId === caseId) ?? {};
    assert.deepEqual(((await ask('case', 'show', reference)) as CaseView).waiting, [third.id]);
    receiptIn(await session.send(second.bytes), foreign.target);
    assert.deepEqual(((await ask('case', 'show', reference)) as CaseView).waiting, []);
    const { entries } = (await ask('case', 'timeline', reference)) as Timeline;
    assert.deepEqual(
      entries.map(({ itemId }) => itemId),
      [first.id, second.id, third.id],
    );
  });

  it('another item at a place that is taken is rejected, with the one that stands there', async () => {
    const first = item(opening());
    receiptIn(await session.send(first.bytes), foreign.target);
    const other = item(opening({ caseId: first.header.caseId }));
    const answer = await session.send(other.bytes);
    assert.equal(rejectionIn(answer, foreign.target).code, 'sequence-taken');
    const standing = answer.kind === 'rejection' ? answer.standing : undefined;
    assert.equal(toHex(standing?.item ?? new Uint8Array()), toHex(first.bytes));
    const { rows } = (await ask('fork', 'list')) as {
      rows: readonly { party: string; items: readonly Hex[] }[];
    };
    const fork = rows.find(({ items }) => items.includes(first.id));
    assert.deepEqual([fork?.party, [...(fork?.items ?? [])].sort()], ['LC', [first.id, other.id].sort()]);
    const file = join(net().dir, 'lc.fork');
    await ask('fork', 'export', other.id, file);
    const proof = (await comity('fork', 'verify', file)) as { state: string; items: readonly Hex[] };
    assert.deepEqual([proof.state, proof.items], ['LC', fork?.items]);
    writeFileSync(file, readFileSync(file).subarray(0, -1));
    await assert.rejects(comity('fork', 'verify', file), /is no proof of a fork/);
  });

  it('an item in a case of two other States is rejected', async () => {
    const sent = await comity(...REQUEST, '--file', FORM, '--wait', ...signingOf(net().node('GD')));
    const { caseId, itemId } = sent as { caseId: Hex; itemId: Hex };
    await rejects(item({ caseId, sequence: 1, verb: 'ACCEPT', seen: itemId }).bytes, 'foreign-case');
  });

  const broken: readonly (readonly [string, (on: ForeignSession) => Promise<void>])[] = [
    ['a frame that is no message', (on) => on.sendFrame(randomBytes(300))],
    ['a frame above the limit', (on) => on.sendFrame(new Uint8Array(FRAME_BYTES_MAX.delivery + 1))],
    ['the announcement of a frame above the limit', (on) => on.sendBytes('ffffffff00')],
    ['a frame that is not sealed', (on) => on.sendBytes('00000004deadbeef')],
  ];
  for (const [title, send] of broken) {
    it(`${title} ends the session, and the next one works`, async () => {
      const on = await foreign.node.connect(foreign.target);
      // It may have ended before all was written.
      await send(on).catch(() => undefined);
      await on.ended;
      session = await foreign.node.connect(foreign.target);
      receiptIn(await session.send(item(opening()).bytes), foreign.target);
    });
  }

  it('a State that is not pinned gets no stream', async () => {
    const stranger = await makeForeigner(net(), 'BB', 'GD');
    strangers.push(stranger);
    await assert.rejects(stranger.node.connect(stranger.target));
    const { rows } = (await ask('partners')) as { rows: readonly { state: string }[] };
    assert.ok(!rows.some(({ state }) => state === 'BB'));
  });
});
