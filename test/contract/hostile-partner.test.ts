import { expect } from 'chai';
import { type DeliveryFrame, deliveryFrameCodec } from '../../protocol/delivery/messages.ts';
import { rejectionStatement } from '../../protocol/delivery/statements.ts';
import type { FrameChannel } from '../../protocol/frames.ts';
import { type Item, itemIdOfEnvelope } from '../../protocol/item/item.ts';
import { TIMES } from '../../protocol/limits.ts';
import { sessionFrameCodec } from '../../protocol/session/messages.ts';
import { type DeliveringNode, itemNumber, startDeliveringNode } from '../support/delivering-node.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { type RawPartner, startRawPartner } from '../support/raw-partner.ts';
import { testParty } from '../support/test-node.ts';

const [grenada, jamaica] = [testParty('GD'), testParty('JM')];
const epoch = 'cd'.repeat(16);

const write = (channel: FrameChannel, frame: DeliveryFrame): Promise<void> =>
  channel.write(deliveryFrameCodec.encode(frame));

/** The next answer; acknowledgements of numbers in between are skipped. */
async function answer(channel: FrameChannel): Promise<DeliveryFrame> {
  for (;;) {
    const frame = deliveryFrameCodec.decode((await channel.read()) ?? new Uint8Array());
    if (frame.kind !== 'ack') return frame;
  }
}

describe('a partner who misbehaves', () => {
  let jm: DeliveringNode;
  let gd: RawPartner;
  let clock: FakeClock;

  beforeEach(async () => {
    clock = createFakeClock({ start: Date.UTC(2026, 5, 1) });
    jm = await startDeliveringNode(jamaica, { partners: [grenada], store: createMemoryStore(), clock });
    const { host } = jm.node;
    gd = await startRawPartner(
      grenada,
      { peerId: host.peerId, addresses: () => host.addresses() },
      'caricom',
    );
  });
  afterEach(async () => {
    gd.connection.abort(new Error('done'));
    await gd.stop();
    await jm.stop();
  });

  const refusesStream = async (frames: FrameChannel): Promise<void> => {
    const end = await frames.read().catch(() => 'reset');
    expect(end).to.equal('reset');
  };

  it('opens no other stream before there is a session', async () => {
    for (const protocol of ['delivery', 'directory', 'evidence'] as const) {
      await refusesStream(await gd.connection.open(protocol));
    }
  });

  it('has three connections, and no fourth', async () => {
    const { host } = jm.node;
    const other = { peerId: host.peerId, addresses: () => host.addresses() };
    const more: RawPartner[] = [];
    for (let count = 2; count <= 4; count++) more.push(await startRawPartner(grenada, other, 'caricom'));
    await more[2]?.connection.closed;
    expect(host.connections()).to.have.length(3);
    await Promise.all(more.map((partner) => partner.stop()));
  });

  it('has ten seconds for Hello and State together', async () => {
    await gd.greet();
    await clock.advance(TIMES.helloMs - 1);
    expect(jm.node.host.connections()).to.have.length(1);
    await clock.advance(1);
    await gd.connection.closed;
    expect(jm.node.sessions.active('GD')).to.equal(undefined);
  });

  it('is heard at least every fifteen seconds, or the session ends', async () => {
    await gd.begin();
    while (jm.node.sessions.active('GD') === undefined) await new Promise((resolve) => setImmediate(resolve));
    for (let waited = 0; waited < TIMES.silenceMs; waited += TIMES.keepaliveMs)
      await clock.advance(TIMES.keepaliveMs);
    await gd.connection.closed;
  });

  it('ends the session with what is no State, no frame, too long, or not sealed', async () => {
    const attempts: ((partner: RawPartner) => Promise<unknown>)[] = [
      async (partner) => {
        const { channel } = await partner.greet();
        await channel.write(sessionFrameCodec.encode({ kind: 'ping', nonce: 1 }));
      },
      async (partner) => {
        const { channel } = await partner.begin();
        await channel.write(Uint8Array.of(255, 1, 2));
      },
      async (partner) => {
        const { greeting } = await partner.begin();
        const channel = await partner.open('delivery', greeting);
        await channel.write(Uint8Array.of(255, 1, 2));
      },
      async (partner) => {
        await partner.begin();
        const frames = await partner.connection.open('delivery');
        await frames.write(new Uint8Array(300));
      },
    ];
    for (const attempt of attempts) {
      const { host } = jm.node;
      const partner = await startRawPartner(
        grenada,
        { peerId: host.peerId, addresses: () => host.addresses() },
        'caricom',
      );
      await attempt(partner);
      await partner.connection.closed;
      await partner.stop();
    }
  });

  it('has one stream of a protocol in a session; a second is reset and does no harm', async () => {
    const { greeting } = await gd.begin();
    const channel = await gd.open('delivery', greeting);
    const second = await gd.connection.open('delivery').catch(() => undefined);
    if (second !== undefined) await refusesStream(second);
    const item = itemNumber(1);
    await write(channel, {
      kind: 'deliver',
      epoch,
      number: 1,
      parcel: { kind: 'item', item: item.bytes, withheld: false },
    });
    expect((await answer(channel)).kind).to.equal('receipt');
  });

  it('gets a signed rejection, with its reason, for each item that is not as it should be, and loses no other', async () => {
    const { greeting } = await gd.begin();
    const channel = await gd.open('delivery', greeting);
    const good = itemNumber(1);
    const inBody = Buffer.from(good.bytes).indexOf(good.bodyBytes ?? '');
    const undecided = changed(itemNumber(78).bytes, -1);
    const early = bytesOf({ createdAt: Date.UTC(2026, 5, 4), expiresAt: Date.UTC(2026, 6, 4) });
    const cases: [Uint8Array, string][] = [
      [Uint8Array.of(1, 2, 3), 'malformed'],
      [good.bytes.subarray(0, good.bytes.length - 1), 'malformed'],
      [changed(good.bytes, inBody), 'unauthentic'],
      [undecided, 'unauthentic'],
      [bytesOf({ network: 'drill' }), 'wrong-network'],
      [bytesOf({ recipient: { party: 'TT', authority: 'central-authority' } }), 'misaddressed'],
      [bytesOf({ sender: { party: 'BB', authority: 'central-authority' } }), 'impostor'],
      [early, 'absurd-time'],
    ];
    let number = 0;
    for (const [item, code] of cases) {
      number += 1;
      await write(channel, {
        kind: 'deliver',
        epoch,
        number,
        parcel: { kind: 'item', item, withheld: false },
      });
      const said = await answer(channel);
      if (said.kind !== 'rejection') throw new Error(`${code}: answered ${said.kind}`);
      expect([said.number, rejectionStatement.read(said.rejection).code]).to.deep.equal([number, code]);
    }
    const parcel = { kind: 'item', item: good.bytes, withheld: false } as const;
    await write(channel, { kind: 'deliver', epoch, number: number + 1, parcel });
    expect((await answer(channel)).kind).to.equal('receipt');
    expect(jm.cases.received.map(({ id }) => id)).to.deep.equal([good.id]);
    // Only what is authentic has used up its place in its chain.
    expect(jm.cases.passedOver).to.deep.equal([undecided, early].map(itemIdOfEnvelope));
  });

  it('is sent a bounded amount while it reads and answers nothing, and then loses its session', async () => {
    const items = Array.from({ length: 600 }, (_, index) => itemNumber(1000 + index, toGrenada));
    await jm.send(items);
    const { channel } = await gd.begin();
    await gd.accepted('delivery');
    // It keeps the session alive, so that it is not silence that ends it.
    for (let waited = 0; waited < 6 * TIMES.progressMs; waited += 1000) {
      await channel.write(new Uint8Array()).catch(() => undefined);
      await clock.advance(1000);
    }
    await gd.connection.closed;
    expect(jm.outbox.depth('GD').urgent).to.equal(600);
  });
});

type Draft = NonNullable<Parameters<typeof itemNumber>[1]>;
const central = 'central-authority';
const toGrenada: Draft = {
  sender: { party: 'JM', authority: central },
  recipient: { party: 'GD', authority: central },
};

/** One bit of one byte is another one; the last byte is of the officer's signature. */
function changed(bytes: Uint8Array, index: number): Uint8Array {
  return bytes.with(index, (bytes.at(index) ?? 0) ^ 1);
}

function bytesOf(parts: Draft): Item['bytes'] {
  return itemNumber(77, parts).bytes;
}
