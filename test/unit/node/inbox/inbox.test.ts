import { expect } from 'chai';
import { ALLOWANCES, COSTS } from '../../../../protocol/costs.ts';
import type { Deliver } from '../../../../protocol/delivery/messages.ts';
import { evidenceStatement, rejectionStatement } from '../../../../protocol/delivery/statements.ts';
import { ComityError } from '../../../../protocol/errors.ts';
import { TAGS } from '../../../../protocol/ids.ts';
import { type Signed, signedCodec } from '../../../../protocol/identity/signed.ts';
import { envelopeCodec } from '../../../../protocol/item/envelope.ts';
import type { Item } from '../../../../protocol/item/item.ts';
import type { RejectionCode } from '../../../../protocol/rejection.ts';
import { TIMES } from '../../../../protocol/limits.ts';
import { sessionFrameCodec } from '../../../../protocol/session/messages.ts';
import type { Hex } from '../../../../protocol/value.ts';
import { itemNumber } from '../../../support/delivering-node.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';
import { signerFrom } from '../../../support/profiles.ts';
import { rejectingInbox } from '../../../support/rejecting-inbox.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const [older, newer] = ['ff'.repeat(16), '00'.repeat(16)];

function anyStatement(): Signed {
  const said = {
    network: 'caricom',
    party: 'GD',
    itemId: itemNumber(1).id,
    level: 'retrieval',
    at: 1,
  } as const;
  return evidenceStatement.sign(said, signerFrom('GD receipt'));
}

function evidence(epoch: Hex, number: number): Deliver {
  return { kind: 'deliver', epoch, number, parcel: { kind: 'evidence', statement: anyStatement() } };
}

describe('the inbox of a partner', () => {
  it('looks at so many items in vain, and then tells when to come again, until that is made up for', async () => {
    const { inbox, clock } = rejectingInbox({ metered: true });
    const sink = await inbox.sinkFor('GD');
    const honest = await inbox.sinkFor('TT');
    const garbage = (number: number): Deliver => {
      const item = Buffer.alloc(1024, `${String(number)} `);
      return { kind: 'deliver', epoch: older, number, parcel: { kind: 'item', item, withheld: false } };
    };
    const cost = COSTS.rejected + COSTS.kibibyte;
    const most = Math.floor(ALLOWANCES.delivery.burst / cost) + 1;
    for (let number = 1; number <= most; number++) {
      expect((await sink.deliver(garbage(number)))?.kind).to.equal('rejection');
    }
    const told = await sink.deliver(garbage(most + 1));
    if (told?.kind !== 'busy') throw new Error(`answered ${String(told?.kind)}`);
    expect(told.retryAfterMs).to.be.within(1, TIMES.busyMsMax);
    expect((await honest.deliver(garbage(1)))?.kind).to.equal('rejection');
    await clock.advance(told.retryAfterMs + (COSTS.putOff * 1000) / ALLOWANCES.delivery.perSecond);
    expect((await sink.deliver(garbage(most + 1)))?.kind).to.equal('rejection');
  });

  it('acknowledges on each stream what that stream brought, though another had it before', async () => {
    const { inbox } = rejectingInbox();
    for (let stream = 0; stream < 3; stream++) {
      const sink = await inbox.sinkFor('GD');
      await sink.deliver(evidence(older, 1));
      expect(sink.news()).to.deep.equal([{ epoch: older, watermark: 1, ranges: [] }]);
      expect(sink.news()).to.deep.equal([]);
    }
  });

  it('says what it has in the order of epochs, in whichever they came', async () => {
    const { inbox } = rejectingInbox();
    const sink = await inbox.sinkFor('GD');
    await sink.deliver(evidence(older, 1));
    await sink.deliver(evidence(newer, 1));
    const incoming = await inbox.links('GD');
    expect(incoming.map(({ epoch }) => epoch)).to.deep.equal([newer, older]);
    const state = { profiles: [], outgoing: [], incoming, recovering: false };
    expect(() => sessionFrameCodec.encode({ kind: 'state', state })).not.to.throw();
  });

  it('passes over what is signed and from the future; what nobody signed is in no chain; each with one rejection for ever', async () => {
    const passed: Hex[] = [];
    const { inbox, clock } = rejectingInbox({ passed, today: Date.UTC(2020, 0, 1) });
    const sink = await inbox.sinkFor('GD');
    const early = itemNumber(1);
    const stranger = signerFrom('a stranger').sign(TAGS.signHeader, early.headerBytes);
    const forged = envelopeCodec.encode({ ...early, authority: stranger });
    const take = async (number: number, item: Uint8Array) => {
      const parcel = { kind: 'item', item, withheld: false } as const;
      const answer = await sink.deliver({ kind: 'deliver', epoch: older, number, parcel });
      if (answer?.kind !== 'rejection') throw new Error('not rejected');
      return answer.rejection;
    };
    const unsigned = await take(1, forged);
    expect(rejectionStatement.read(unsigned).code).to.equal('unauthentic');
    await clock.advance(1000);
    expect(await take(2, forged)).to.deep.equal(unsigned);
    expect(passed).to.deep.equal([]);
    const rejection = await take(3, early.bytes);
    expect(rejectionStatement.read(rejection).code).to.equal('absurd-time');
    await clock.advance(1000);
    expect(await take(4, early.bytes)).to.deep.equal(rejection);
    expect(passed).to.deep.equal([early.id]);
  });

  it('puts off what is from the future while its own clock is in doubt, and rejects nothing', async () => {
    const passed: Hex[] = [];
    const { inbox, clock } = rejectingInbox({ passed });
    const sink = await inbox.sinkFor('GD');
    const today = clock.now();
    const [number, item] = [
      1,
      itemNumber(1, { createdAt: today + 60 * DAY_MS, expiresAt: today + 90 * DAY_MS }),
    ];
    const take = () =>
      sink.deliver({
        ...{ kind: 'deliver', epoch: older, number },
        parcel: { kind: 'item', item: item.bytes, withheld: false },
      });
    clock.setWall(today - 3650 * DAY_MS);
    expect((await take())?.kind).to.equal('busy');
    expect(passed).to.deep.equal([]);
    clock.setWall(today);
    expect((await take())?.kind).to.equal('rejection');
    expect(passed).to.deep.equal([item.id]);
  });

  it('passes over what is authentic and wrong otherwise: its place in the chain is used up', async () => {
    const passed: Hex[] = [];
    const { inbox } = rejectingInbox({ passed });
    const sink = await inbox.sinkFor('GD');
    const good = itemNumber(1);
    const wrong: [RejectionCode, Item][] = [
      [
        'critical-extension',
        itemNumber(2, { extensions: [{ id: 9, critical: true, bytes: new Uint8Array() }] }),
      ],
      [
        'unauthentic',
        { ...good, bytes: envelopeCodec.encode({ ...good, officers: itemNumber(3).officers }) },
      ],
    ];
    for (const [index, [code, { bytes }]] of wrong.entries()) {
      const parcel = { kind: 'item', item: bytes, withheld: false } as const;
      const answer = await sink.deliver({ kind: 'deliver', epoch: older, number: index + 1, parcel });
      if (answer?.kind !== 'rejection') throw new Error('not rejected');
      expect(rejectionStatement.read(answer.rejection).code).to.equal(code);
    }
    expect(passed).to.deep.equal(wrong.map(([, { id }]) => id));
  });

  it('has an item come again whose case has no room for a place that is void', async () => {
    const { inbox } = rejectingInbox({ crowded: true });
    const sink = await inbox.sinkFor('GD');
    const parcel = { kind: 'item', item: itemNumber(1).bytes, withheld: false } as const;
    const answer = await sink.deliver({ kind: 'deliver', epoch: older, number: 1, parcel });
    expect(answer).to.include({ kind: 'busy', number: 1 });
  });

  it('tells each time what stands at the place that an item wanted', async () => {
    const standing = itemNumber(5);
    const store = createMemoryStore();
    const receipt = anyStatement();
    await store.commit({
      operations: [store.keyspace('receipts').put(standing.id, signedCodec.encode(receipt))],
    });
    const { inbox } = rejectingInbox({ store, standing });
    const sink = await inbox.sinkFor('GD');
    const parcel = { kind: 'item', item: itemNumber(1).bytes, withheld: false } as const;
    for (const number of [1, 2]) {
      const answer = await sink.deliver({ kind: 'deliver', epoch: older, number, parcel });
      if (answer?.kind !== 'rejection') throw new Error('not rejected');
      expect(answer.standing).to.deep.equal({ item: standing.bytes, receipt });
    }
  });

  it('takes no item in while the disk is nearly full, and has it come again', async () => {
    const full = (): Promise<void> =>
      Promise.reject(new ComityError('low-space', 'The disk is nearly full.'));
    const { inbox } = rejectingInbox({ store: { ...createMemoryStore(), assertRoom: full } });
    const sink = await inbox.sinkFor('GD');
    const parcel = { kind: 'item', item: itemNumber(1).bytes, withheld: false } as const;
    const answer = await sink.deliver({ kind: 'deliver', epoch: older, number: 1, parcel });
    expect(answer).to.include({ kind: 'busy', number: 1 });
    expect((await inbox.links('GD'))[0]?.watermark).to.equal(0);
  });

  it('gives one rejection for an item that comes on two streams at once', async () => {
    const { inbox } = rejectingInbox();
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
