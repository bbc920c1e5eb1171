import { expect } from 'chai';
import { createInbox, type Inbox } from '../../../../node/inbox/inbox.ts';
import { silentLog } from '../../../../node/log.ts';
import type { Deliver } from '../../../../protocol/delivery/messages.ts';
import { evidenceStatement, rejectionStatement } from '../../../../protocol/delivery/statements.ts';
import { ComityError } from '../../../../protocol/errors.ts';
import { TAGS } from '../../../../protocol/ids.ts';
import { envelopeCodec } from '../../../../protocol/item/envelope.ts';
import { sessionFrameCodec } from '../../../../protocol/session/messages.ts';
import type { Hex } from '../../../../protocol/value.ts';
import { itemNumber } from '../../../support/delivering-node.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { keyring } from '../../../support/items.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';
import { signerFrom } from '../../../support/profiles.ts';

const [older, newer] = ['ff'.repeat(16), '00'.repeat(16)];

/** The inbox of JM, whose cases refuse every item. */
function openInbox(passed: Hex[] = [], today = Date.UTC(2026, 5, 1), store = createMemoryStore()): Inbox {
  const clock = createFakeClock();
  clock.setWall(today);
  return createInbox({
    ...{ network: 'caricom', party: 'JM', store, clock, log: silentLog },
    directory: {
      hasProfile: () => true,
      keyring: () => keyring,
      statementKey: (party) => signerFrom(`${party} receipt`).publicKey,
    },
    cases: {
      receive: () => Promise.resolve({ outcome: 'rejected', code: 'unknown-verb' }),
      passOver: async ({ id }, extra) => {
        await store.commit(extra);
        passed.push(id);
      },
      takeEvidence: async (_, extra) => {
        await store.commit(extra);
        return true;
      },
      envelope: () => Promise.resolve(undefined),
    },
    rejections: { rejectedLater: (_, __, extra) => store.commit(extra) },
    receiptKey: () => signerFrom('JM receipt'),
  });
}

function evidence(epoch: Hex, number: number): Deliver {
  const said = {
    network: 'caricom',
    party: 'GD',
    itemId: itemNumber(1).id,
    level: 'retrieval',
    at: 1,
  } as const;
  const statement = evidenceStatement.sign(said, signerFrom('GD receipt'));
  return { kind: 'deliver', epoch, number, parcel: { kind: 'evidence', statement } };
}

describe('the inbox of a partner', () => {
  it('acknowledges on each stream what that stream brought, though another had it before', async () => {
    const inbox = openInbox();
    for (let stream = 0; stream < 3; stream++) {
      const sink = await inbox.sinkFor('GD');
      await sink.deliver(evidence(older, 1));
      expect(sink.news()).to.deep.equal([{ epoch: older, watermark: 1, ranges: [] }]);
      expect(sink.news()).to.deep.equal([]);
    }
  });

  it('says what it has in the order of epochs, in whichever they came', async () => {
    const inbox = openInbox();
    const sink = await inbox.sinkFor('GD');
    await sink.deliver(evidence(older, 1));
    await sink.deliver(evidence(newer, 1));
    const incoming = await inbox.links('GD');
    expect(incoming.map(({ epoch }) => epoch)).to.deep.equal([newer, older]);
    const state = { profiles: [], outgoing: [], incoming, recovering: false };
    expect(() => sessionFrameCodec.encode({ kind: 'state', state })).not.to.throw();
  });

  it('passes over what is signed and from the future, with one rejection for ever; what nobody signed it forgets', async () => {
    const passed: Hex[] = [];
    const sink = await openInbox(passed, Date.UTC(2020, 0, 1)).sinkFor('GD');
    const early = itemNumber(1);
    const stranger = signerFrom('a stranger').sign(TAGS.signHeader, early.headerBytes);
    const forged = envelopeCodec.encode({ ...early, authority: stranger });
    const take = async (number: number, item: Uint8Array) => {
      const parcel = { kind: 'item', item, withheld: false } as const;
      const answer = await sink.deliver({ kind: 'deliver', epoch: older, number, parcel });
      if (answer?.kind !== 'rejection') throw new Error('not rejected');
      return answer.rejection;
    };
    expect(rejectionStatement.read(await take(1, forged)).code).to.equal('unauthentic');
    expect(passed).to.deep.equal([]);
    const rejection = await take(2, early.bytes);
    expect(rejectionStatement.read(rejection).code).to.equal('absurd-time');
    expect(await take(3, early.bytes)).to.deep.equal(rejection);
    expect(passed).to.deep.equal([early.id]);
  });

  it('takes no item in while the disk is nearly full, and has it come again', async () => {
    const full = (): Promise<void> =>
      Promise.reject(new ComityError('low-space', 'The disk is nearly full.'));
    const inbox = openInbox([], Date.UTC(2026, 5, 1), { ...createMemoryStore(), assertRoom: full });
    const sink = await inbox.sinkFor('GD');
    const parcel = { kind: 'item', item: itemNumber(1).bytes, withheld: false } as const;
    const answer = await sink.deliver({ kind: 'deliver', epoch: older, number: 1, parcel });
    expect(answer).to.include({ kind: 'busy', number: 1 });
    expect((await inbox.links('GD'))[0]?.watermark).to.equal(0);
  });

  it('gives one rejection for an item that comes on two streams at once', async () => {
    const inbox = openInbox();
    const item = itemNumber(1).bytes;
    const answers = await Promise.all(
      [1, 2].map(async (number) => {
        const sink = await inbox.sinkFor('GD');
        const parcel = { kind: 'item', item, withheld: false } as const;
        return sink.deliver({ kind: 'deliver', epoch: older, number, parcel });
      }),
    );
    const rejections = answers.map((answer) => (answer?.kind === 'rejection' ? answer.rejection : undefined));
    expect(rejections[0]).to.deep.equal(rejections[1]);
    if (rejections[0] === undefined) throw new Error('not rejected');
    expect(rejectionStatement.read(rejections[0]).code).to.equal('unknown-verb');
  });
});
