import { expect } from 'chai';
import fc from 'fast-check';
import { toHex } from '../../../../protocol/hash.ts';
import { COUNTS } from '../../../../protocol/limits.ts';
import type { LinkState } from '../../../../protocol/session/link-state.ts';
import {
  type Hello,
  helloCodec,
  type SessionFrame,
  sessionFrameCodec,
  type SessionState,
} from '../../../../protocol/session/messages.ts';
import { anyDigest, anyId, anyRandomId } from '../../../support/arbitraries.ts';
import { digestOf, filled } from '../../../support/items.ts';
import { refuses } from '../../../support/refuses.ts';
import { edited } from '../../../support/wire-surgery.ts';

const hello: Hello = {
  network: 'caricom',
  bootId: toHex(filled(16, 1)),
  versions: [1],
  kemPublicKey: filled(1184, 2),
};
const { kemPublicKey, ...half } = hello;
const epoch = toHex(filled(16, 3));
const emptyState: SessionState = { profiles: [], outgoing: [], incoming: [], recovering: false };

function encodeState(change: Partial<SessionState>): Uint8Array {
  return sessionFrameCodec.encode({ kind: 'state', state: { ...emptyState, ...change } });
}

function refusesLink(change: Partial<LinkState>): void {
  const link = { epoch, watermark: 10, ranges: [], ...change };
  refuses('malformed', () => encodeState({ incoming: [link] }));
}

const anyLink: fc.Arbitrary<LinkState> = fc
  .record({
    epoch: anyRandomId,
    watermark: fc.nat(),
    steps: fc.array(fc.tuple(fc.integer({ min: 2, max: 99 }), fc.nat(99)), { maxLength: 4 }),
  })
  .map(({ epoch: id, watermark, steps }) => {
    let last = watermark;
    const ranges = steps.map(([gap, length]) => {
      const first = last + gap;
      last = first + length;
      return { first, last };
    });
    return { epoch: id, watermark, ranges };
  });
const anyLinks = fc
  .uniqueArray(anyLink, { selector: (link) => link.epoch, maxLength: 3 })
  .map((links) => links.sort((a, b) => (a.epoch < b.epoch ? -1 : 1)));
const anyFrame: fc.Arbitrary<SessionFrame> = fc.oneof(
  fc.constant({ kind: 'keepalive' as const }),
  fc.record({ kind: fc.constant('ping' as const), nonce: fc.maxSafeNat() }),
  fc.record({ kind: fc.constant('pong' as const), nonce: fc.maxSafeNat(), atSeconds: fc.maxSafeNat() }),
  fc.record({
    kind: fc.constant('state' as const),
    state: fc.record({
      profiles: fc
        .uniqueArray(
          fc.record({ party: anyId, version: fc.integer({ min: 1, max: 0xffff_ffff }), digest: anyDigest }),
          { selector: ({ party }) => party, maxLength: 3 },
        )
        .map((list) => list.sort((a, b) => (a.party < b.party ? -1 : 1))),
      outgoing: anyLinks,
      incoming: anyLinks,
      recovering: fc.boolean(),
    }),
  }),
);

describe('Hello', () => {
  it('carries one half of the key exchange, of its exact length', () => {
    helloCodec.encode(hello);
    helloCodec.encode({ ...half, kemCiphertext: filled(1088, 4) });
    refuses('malformed', () => helloCodec.encode(half));
    refuses('malformed', () => helloCodec.encode({ ...hello, kemCiphertext: filled(1088, 4) }));
    for (const length of [1183, 1185]) {
      refuses('malformed', () => helloCodec.encode({ ...hello, kemPublicKey: new Uint8Array(length) }));
    }
    for (const length of [1087, 1089]) {
      refuses('malformed', () => helloCodec.encode({ ...half, kemCiphertext: new Uint8Array(length) }));
    }
    expect(kemPublicKey).to.have.length(1184);
  });

  it('offers versions that ascend, at least one, at most sixteen', () => {
    const versions = Array.from({ length: COUNTS.versions + 1 }, (_, index) => index + 1);
    helloCodec.encode({ ...hello, versions: versions.slice(1) });
    for (const wrong of [[], [0], [2, 1], [1, 1], versions, [2 ** 32]]) {
      refuses('malformed', () => helloCodec.encode({ ...hello, versions: wrong }));
    }
  });

  it('names network and boot', () => {
    const bytes = helloCodec.encode(hello);
    for (const [field, value] of [
      ['network', ''],
      ['network', 'two words'],
      ['bootId', new Uint8Array(15)],
      ['bootId', new Uint8Array()],
    ] as const) {
      const changed = edited('Hello', bytes, (message) => (message[field] = value));
      refuses('malformed', () => helloCodec.decode(changed));
    }
  });
});

describe('session frames', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(anyFrame, (frame) => {
        expect(sessionFrameCodec.decode(sessionFrameCodec.encode(frame))).to.deep.equal(frame);
      }),
    );
  });

  it('are empty to keep a session alive', () => {
    expect(sessionFrameCodec.encode({ kind: 'keepalive' })).to.have.length(0);
  });

  it('are of one kind', () => {
    const bytes = sessionFrameCodec.encode({ kind: 'ping', nonce: 1 });
    const both = Buffer.concat([bytes, sessionFrameCodec.encode({ kind: 'pong', nonce: 1, atSeconds: 1 })]);
    refuses('malformed', () => sessionFrameCodec.decode(both));
    refuses('malformed', () => sessionFrameCodec.encode({ kind: 'ping', nonce: 2 ** 53 }));
    refuses('malformed', () => sessionFrameCodec.encode({ kind: 'ping', nonce: -1 }));
  });

  it('have ranges above the watermark, ascending, with a gap before each', () => {
    const range = (first: number, last: number): Partial<LinkState> => ({ ranges: [{ first, last }] });
    encodeState({ incoming: [{ epoch, watermark: 10, ranges: [{ first: 12, last: 12 }] }] });
    refusesLink(range(11, 12));
    refusesLink(range(12, 11));
    refusesLink(range(5, 6));
    refusesLink(range(12, 2 ** 53));
    refusesLink({
      ranges: [
        { first: 12, last: 13 },
        { first: 14, last: 15 },
      ],
    });
    refusesLink({
      ranges: [
        { first: 20, last: 21 },
        { first: 12, last: 13 },
      ],
    });
    refusesLink({ watermark: -1 });
    refusesLink({ epoch: '00'.repeat(15) });
  });

  it('list parties and epochs ascending, each once', () => {
    const version = (party: string) => ({ party, version: 1, digest: digestOf(1) });
    encodeState({ profiles: [version('GD'), version('GD-RGPF'), version('JM')] });
    for (const order of [
      ['JM', 'GD'],
      ['GD', 'GD'],
    ]) {
      refuses('malformed', () => encodeState({ profiles: order.map(version) }));
    }
    const link = (id: string): LinkState => ({ epoch: id.repeat(16), watermark: 0, ranges: [] });
    encodeState({ outgoing: [link('01'), link('02')] });
    refuses('malformed', () => encodeState({ outgoing: [link('02'), link('01')] }));
    refuses('malformed', () => encodeState({ incoming: [link('01'), link('01')] }));
  });

  it('bound epochs and ranges at n and n + 1, for each link and over all', () => {
    const link = (id: number, ranges: number): LinkState => ({
      epoch: id.toString(16).padStart(32, '0'),
      watermark: 0,
      ranges: Array.from({ length: ranges }, (_, index) => ({ first: 2 * index + 2, last: 2 * index + 2 })),
    });
    const links = (count: number): LinkState[] => Array.from({ length: count }, (_, index) => link(index, 0));
    encodeState({ outgoing: links(COUNTS.epochs) });
    refuses('malformed', () => encodeState({ outgoing: links(COUNTS.epochs + 1) }));
    encodeState({ outgoing: [link(1, COUNTS.ranges)], incoming: [link(1, COUNTS.ranges)] });
    refuses('malformed', () => encodeState({ incoming: [link(1, COUNTS.ranges + 1)] }));
    refuses('too-large', () =>
      encodeState({ outgoing: [link(1, COUNTS.ranges)], incoming: [link(1, COUNTS.ranges), link(2, 1)] }),
    );
  });
});
