import { expect } from 'chai';
import fc from 'fast-check';
import { type DeliveryFrame, deliveryFrameCodec } from '../../../../protocol/delivery/messages.ts';
import { receiptStatement } from '../../../../protocol/delivery/statements.ts';
import { toHex } from '../../../../protocol/hash.ts';
import { COUNTS, SIZES, TIMES } from '../../../../protocol/limits.ts';
import { anyDigest, anyRandomId } from '../../../support/arbitraries.ts';
import { anItem, digestOf, filled, signerOf } from '../../../support/items.ts';
import { refuses } from '../../../support/refuses.ts';
import { edited } from '../../../support/wire-surgery.ts';

const place = { epoch: toHex(filled(16, 1)), number: 7 };
const { id, header, bytes } = anItem();
const signed = receiptStatement.sign(
  {
    network: 'caricom',
    receiver: 'JM',
    sender: 'GD',
    itemId: id,
    act: header.act,
    body: header.body,
    attachments: [],
    parts: 0,
    complete: false,
    receivedAt: 1,
    defects: [],
  },
  signerOf(4),
);
const deliver: DeliveryFrame = {
  kind: 'deliver',
  ...place,
  parcel: { kind: 'item', item: bytes, withheld: false },
};
const busy: DeliveryFrame = { kind: 'busy', ...place, retryAfterMs: 0, needProfiles: [] };

const anyPlace = fc.record({
  epoch: anyRandomId,
  number: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
});
const anyEnvelope = fc.uint8Array({ minLength: 1, maxLength: 50 });
const anyFrame: fc.Arbitrary<DeliveryFrame> = anyPlace.chain((at) =>
  fc.oneof(
    fc
      .record({ item: anyEnvelope, withheld: fc.boolean(), back: fc.boolean() })
      .map(({ back, ...parcel }) => ({
        kind: 'deliver' as const,
        ...at,
        parcel: { kind: 'item' as const, ...parcel, ...(back && { receipt: signed }) },
      })),
    fc.constantFrom('rejection' as const, 'evidence' as const).map((kind) => ({
      kind: 'deliver' as const,
      ...at,
      parcel: { kind, statement: signed },
    })),
    fc.constant({ kind: 'receipt' as const, ...at, receipt: signed }),
    fc.option(anyEnvelope, { nil: undefined }).map((item) => ({
      kind: 'rejection' as const,
      ...at,
      rejection: signed,
      ...(item && { standing: { item, receipt: signed } }),
    })),
    fc.record({
      kind: fc.constant('busy' as const),
      epoch: fc.constant(at.epoch),
      number: fc.constant(at.number),
      retryAfterMs: fc.nat(TIMES.busyMsMax),
      needProfiles: fc.uniqueArray(anyDigest, { maxLength: 3 }),
    }),
    fc.constant({ kind: 'caughtUp' as const, ...at }),
  ),
);

function refusesFrame(frame: DeliveryFrame): void {
  refuses('malformed', () => deliveryFrameCodec.encode(frame));
}

describe('delivery frames', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(anyFrame, (frame) => {
        expect(deliveryFrameCodec.decode(deliveryFrameCodec.encode(frame))).to.deep.equal(frame);
      }),
    );
  });

  it('have an epoch and a number; only CaughtUp may say zero', () => {
    deliveryFrameCodec.encode({ kind: 'caughtUp', ...place, number: 0 });
    for (const number of [0, -1, 0.5, 2 ** 53]) {
      refusesFrame({ ...deliver, number });
      refusesFrame({ ...busy, number });
      refusesFrame({ kind: 'receipt', ...place, receipt: signed, number });
    }
    refusesFrame({ ...deliver, epoch: place.epoch.slice(2) });
    const unsafe = edited('DeliveryFrame', deliveryFrameCodec.encode(deliver), (message) => {
      (message['deliver'] as Record<string, unknown>)['number'] = 2 ** 60;
    });
    refuses('malformed', () => deliveryFrameCodec.decode(unsafe));
  });

  it('are of one kind, and so is what they deliver or answer', () => {
    refuses('malformed', () => deliveryFrameCodec.decode(new Uint8Array()));
    const frame = deliveryFrameCodec.encode(deliver);
    const answer = deliveryFrameCodec.encode({ kind: 'receipt', ...place, receipt: signed });
    refuses('malformed', () => deliveryFrameCodec.decode(Buffer.concat([frame, answer])));
    const wire = {
      statement: signed.statement,
      signature: { suite: 1, keyId: new Uint8Array(32), value: signed.signature.value },
    };
    for (const change of [
      { rejection: wire },
      { item: null },
      { item: null, evidence: wire, withheld: true },
    ]) {
      const changed = edited('DeliveryFrame', frame, (message) => {
        Object.assign((message['deliver'] as { parcel: object }).parcel, change);
      });
      refuses('malformed', () => deliveryFrameCodec.decode(changed));
    }
    for (const change of [{ receipt: null }, { standingItem: bytes }, { standingReceipt: wire }]) {
      const changed = edited('DeliveryFrame', answer, (message) => {
        Object.assign(message['answer'] as object, change);
      });
      refuses('malformed', () => deliveryFrameCodec.decode(changed));
    }
  });

  it('bound items, pauses and profiles asked for at n and n + 1', () => {
    const item = (length: number): DeliveryFrame => ({
      ...deliver,
      kind: 'deliver',
      parcel: { kind: 'item', item: new Uint8Array(length), withheld: false },
    });
    deliveryFrameCodec.encode(item(SIZES.envelopeBytesMax));
    refuses('too-large', () => deliveryFrameCodec.encode(item(SIZES.envelopeBytesMax + 1)));
    refusesFrame(item(0));
    deliveryFrameCodec.encode({ ...busy, retryAfterMs: TIMES.busyMsMax });
    refusesFrame({ ...busy, retryAfterMs: TIMES.busyMsMax + 1 });
    const needs = Array.from({ length: COUNTS.wantedProfiles + 1 }, (_, index) => digestOf(index));
    deliveryFrameCodec.encode({ ...busy, needProfiles: needs.slice(1) });
    refusesFrame({ ...busy, needProfiles: needs });
    refusesFrame({ ...busy, needProfiles: [digestOf(1), digestOf(1)] });
  });

  it('hold statements with a signature that is one', () => {
    refusesFrame({ kind: 'receipt', ...place, receipt: { ...signed, statement: new Uint8Array() } });
    const value = new Uint8Array(63);
    refusesFrame({
      kind: 'receipt',
      ...place,
      receipt: { ...signed, signature: { ...signed.signature, value } },
    });
  });
});
