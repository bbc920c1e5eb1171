import { expect } from 'chai';
import { deliverParcels, type ParcelSource } from '../../../../protocol/delivery/client.ts';
import {
  type Deliver,
  type DeliveryFrame,
  deliveryFrameCodec,
} from '../../../../protocol/delivery/messages.ts';
import { type ParcelSink, receiveParcels } from '../../../../protocol/delivery/server.ts';
import { SIZES, TIMES, WINDOWS } from '../../../../protocol/limits.ts';
import type { FrameChannel } from '../../../../protocol/frames.ts';
import { queuedPair } from '../../../support/channel-queue.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { freeMeter } from '../../../support/free-conduct.ts';
import { anItem } from '../../../support/items.ts';
import { listSource } from '../../../support/list-source.ts';
import { receiptFor } from '../../../support/outboxes.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { nextTurn } from '../../../../node/supervise.ts';

const epoch = 'ab'.repeat(16);
const item = anItem().bytes;
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const parcel = (number: number): Deliver => ({
  kind: 'deliver',
  epoch,
  number,
  parcel: { kind: 'item', item, withheld: false },
});
const receipt = receiptFor(parcel(1));
const evidence = (number: number): Deliver => ({
  kind: 'deliver',
  epoch,
  number,
  parcel: { kind: 'evidence', statement: receipt.receipt },
});

const write = (channel: FrameChannel, frame: DeliveryFrame): Promise<void> =>
  channel.write(deliveryFrameCodec.encode(frame));
const read = async (channel: FrameChannel): Promise<DeliveryFrame> =>
  deliveryFrameCodec.decode((await channel.read()) ?? new Uint8Array());
const turn = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));

describe('the sender of a delivery stream', () => {
  const send = (source: ParcelSource) => {
    const [near, far] = queuedPair();
    const [clock, draining] = [createFakeClock(), new AbortController()];
    const ended = deliverParcels(near, source, {
      ...{ clock, draining: draining.signal, meter: freeMeter },
      turn: nextTurn,
    });
    return { near, far, clock, ended, draining };
  };

  it('has a minute for an answer, and not a moment more', async () => {
    const { clock, ended } = send(listSource(epoch, [evidence(1)]));
    let goes = true;
    const over = rejectsWith(ended, 'no-answer').finally(() => (goes = false));
    await clock.advance(TIMES.answerMs - 1);
    expect(goes).to.equal(true);
    await Promise.all([over, clock.advance(1)]);
  });

  it('has at most a window of parcels under way, and sends the next as answers come', async () => {
    const source = listSource(
      epoch,
      range(WINDOWS.parcelsMax + 10).map((number) => evidence(number)),
    );
    const { near, far, ended } = send(source);
    await turn();
    expect(near.sent).to.have.length(WINDOWS.parcelsMax);
    await write(far, { kind: 'ack', link: { epoch, watermark: 40, ranges: [{ first: 42, last: 42 }] } });
    await turn();
    expect(source.heard).to.deep.equal([`stored ${[...range(40), 42].join(' ')}`]);
    expect(near.sent).to.have.length(WINDOWS.parcelsMax + 10);
    await far.close();
    await ended;
  });

  it('matches answers in any order, and says when everything was sent and stored', async () => {
    const source = listSource(epoch, [parcel(1), parcel(2), parcel(3)]);
    const { near, far, ended } = send(source);
    await turn();
    for (const number of [3, 1]) await write(far, { ...receipt, epoch, number });
    await write(far, { kind: 'busy', epoch, number: 2, retryAfterMs: 5, needProfiles: [] });
    await turn();
    expect(source.heard).to.deep.equal(['receipt 3', 'receipt 1', 'busy 2']);
    expect(near.sent.map((frame) => deliveryFrameCodec.decode(frame).kind)).to.deep.equal([
      ...['deliver', 'deliver', 'deliver', 'caughtUp'],
    ]);
    await far.close();
    await ended;
  });

  it('takes nothing more once it drains, and waits for what is under way', async () => {
    const source = listSource(epoch, [parcel(1)]);
    const { near, far, ended, draining } = send(source);
    await turn();
    draining.abort();
    let over = false;
    void ended.then(() => (over = true));
    source.wake();
    await turn();
    expect(over).to.equal(false);
    await write(far, { ...receipt, epoch, number: 1 });
    await ended;
    expect(near.sent).to.have.length(1);
  });

  it('ends with the error of a source that cannot store an answer', async () => {
    const source = listSource(epoch, [parcel(1)]);
    const failing = { ...source, answered: () => Promise.reject(new Error('disk')) };
    const { far, ended } = send(failing);
    await turn();
    await write(far, { ...receipt, epoch, number: 1 });
    await ended.then(
      () => expect.fail('ended well'),
      (error: unknown) => expect(String(error)).to.contain('disk'),
    );
  });

  it('ends when the partner says what only the opener may say, or nothing that can be read', async () => {
    for (const [bytes, code] of [
      [deliveryFrameCodec.encode(parcel(1)), 'out-of-turn'],
      [Uint8Array.of(1, 2, 3), 'malformed'],
    ] as const) {
      const { far, ended } = send(listSource(epoch, []));
      await far.write(bytes);
      await rejectsWith(ended, code);
    }
  });
});

describe('the receiver of a delivery stream', () => {
  const receive = (sink: Partial<ParcelSink>) => {
    const [far, near] = queuedPair();
    const clock = createFakeClock();
    const whole: ParcelSink = {
      deliver: ({ number }) => Promise.resolve({ ...receipt, epoch, number }),
      news: () => [],
      caughtUp: () => Promise.resolve(undefined),
      end: () => undefined,
      ...sink,
    };
    return { far, near, clock, ended: receiveParcels(near, whole, { clock }) };
  };

  const large = new Uint8Array(SIZES.envelopeBytesMax);
  const largeParcel = (number: number): Deliver => ({
    ...parcel(number),
    parcel: { kind: 'item', item: large, withheld: false },
  });
  const windows = [
    ['parcels', WINDOWS.parcelsMax, parcel],
    ['bytes', Math.ceil(WINDOWS.parcelBytesMax / large.length), largeParcel],
  ] as const;
  for (const [what, most, parcelOf] of windows) {
    it(`reads no further than a window of ${what} while its sink is busy`, async () => {
      const held: PromiseWithResolvers<undefined> = Promise.withResolvers();
      const inHand: number[] = [];
      const deliver = ({ number }: Deliver) => (inHand.push(number), held.promise);
      const { far, ended } = receive({ deliver });
      for (const number of range(most + 5)) await write(far, parcelOf(number));
      await turn();
      expect(inHand).to.have.length(most);
      held.resolve(undefined);
      await far.close();
      await ended;
      expect(inHand).to.have.length(most + 5);
    });
  }

  it('answers as answers come, in any order', async () => {
    const answers = range(3).map(() =>
      Promise.withResolvers<Parameters<typeof write>[1] & { kind: 'receipt' }>(),
    );
    const { far, ended } = receive({
      deliver: ({ number }) => (answers[number - 1] as (typeof answers)[0]).promise,
    });
    for (const number of range(3)) await write(far, parcel(number));
    for (const number of [2, 3, 1]) {
      answers[number - 1]?.resolve({ ...receipt, epoch, number });
      expect(await read(far)).to.include({ kind: 'receipt', number });
    }
    await far.close();
    await ended;
  });

  it('acknowledges what has no answer of its own within a moment, once, and the rest at the end', async () => {
    const links = [{ epoch, watermark: 2, ranges: [] }];
    const { far, clock, ended } = receive({
      deliver: () => Promise.resolve(undefined),
      news: () => links.splice(0),
    });
    await write(far, evidence(1));
    await write(far, evidence(2));
    await clock.advance(100);
    expect(await read(far)).to.deep.equal({ kind: 'ack', link: { epoch, watermark: 2, ranges: [] } });
    links.push({ epoch, watermark: 3, ranges: [] });
    await far.close();
    await ended;
    expect(await read(far)).to.deep.equal({ kind: 'ack', link: { epoch, watermark: 3, ranges: [] } });
    expect(await far.read()).to.equal(undefined);
  });

  it('hears that the sender has caught up only after what came before is stored', async () => {
    const order: string[] = [];
    const { far, ended } = receive({
      deliver: async ({ number }) => {
        await turn();
        order.push(`parcel ${number}`);
        return undefined;
      },
      caughtUp: ({ number }) => {
        order.push(`caught up ${number}`);
        return Promise.resolve(undefined);
      },
    });
    await write(far, parcel(1));
    await write(far, { kind: 'caughtUp', epoch, number: 1 });
    await far.close();
    await ended;
    expect(order).to.deep.equal(['parcel 1', 'caught up 1']);
  });

  it('ends when its sink fails: nothing is answered that is not durable', async () => {
    const { far, ended } = receive({ deliver: () => Promise.reject(new Error('disk')) });
    await write(far, parcel(1));
    await ended.then(
      () => expect.fail('ended well'),
      (error: unknown) => expect(String(error)).to.contain('disk'),
    );
    expect(await far.read().catch(() => 'reset')).to.equal('reset');
  });

  it('ends when the opener answers, or says nothing that can be read', async () => {
    for (const [bytes, code] of [
      [deliveryFrameCodec.encode(receipt), 'out-of-turn'],
      [new Uint8Array(), 'malformed'],
    ] as const) {
      const { far, ended } = receive({});
      await far.write(bytes);
      await rejectsWith(ended, code);
    }
  });
});
