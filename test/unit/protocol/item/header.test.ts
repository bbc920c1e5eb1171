import { expect } from 'chai';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import {
  assertNotFuture,
  type Header,
  assertUnderstood,
  headerCodec,
  itemIdOf,
} from '../../../../protocol/item/header.ts';
import { COUNTS, SIZES, TIMES } from '../../../../protocol/limits.ts';
import { anyHeader } from '../../../support/arbitraries.ts';
import { anItem, digestOf } from '../../../support/items.ts';
import { refuses } from '../../../support/refuses.ts';
import { edited } from '../../../support/wire-surgery.ts';

const { header, headerBytes } = anItem();

function refusesHeader(change: Partial<Header>): void {
  refuses('malformed', () => headerCodec.encode({ ...header, ...change }));
}

/** Bytes in which one field of the message is another one. */
function withWire(field: string, value: unknown): Uint8Array {
  return edited('Header', headerBytes, (message) => (message[field] = value));
}

const digests = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => index.toString(16).padStart(64, '0'));

describe('headers', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(anyHeader, (value) => {
        expect(headerCodec.decode(headerCodec.encode(value))).to.deep.equal(value);
      }),
    );
  });

  it('name the item: SHA-256 over the tag and the bytes as sent', () => {
    const expected = createHash('sha256').update('comity/hash/item/1').update(headerBytes).digest('hex');
    expect(itemIdOf(headerBytes)).to.equal(expected);
  });

  it('of another format say so, whatever else is in them', () => {
    for (const format of [0, 2, 0xffff_ffff]) {
      refuses('unknown-version', () => headerCodec.decode(withWire('format', format)));
    }
    const both = edited('Header', headerBytes, (message) => {
      message['format'] = 2;
      message['caseId'] = new Uint8Array(3);
      message['extensions'] = [{ id: 1, critical: true }];
    });
    refuses('unknown-version', () => headerCodec.decode(both));
  });

  it('with a critical extension that is not known are read and not understood', () => {
    const critical = [
      { id: 1, bytes: new Uint8Array([1]) },
      { id: 2, critical: true },
    ];
    const read = headerCodec.decode(withWire('extensions', critical));
    refuses('critical-extension', () => {
      assertUnderstood(read);
    });
  });

  it('keep any other extension byte for byte', () => {
    const other = withWire('extensions', [{ id: 4_000_000_000, bytes: new Uint8Array([0, 255]) }]);
    const { extensions } = headerCodec.decode(other);
    expect(extensions).to.deep.equal([
      { id: 4_000_000_000, critical: false, bytes: new Uint8Array([0, 255]) },
    ]);
    expect(headerCodec.encode({ ...header, extensions })).to.deep.equal(other);
  });

  it('have extensions that ascend by id, each once, at most sixteen', () => {
    const extensions = (ids: number[]): Partial<Header> => ({
      extensions: ids.map((id) => ({ id, critical: false, bytes: new Uint8Array() })),
    });
    const ids = Array.from({ length: COUNTS.extensions }, (_, index) => index + 1);
    headerCodec.encode({ ...header, ...extensions(ids) });
    for (const wrong of [[...ids, 17], [2, 1], [1, 1], [0], [2 ** 32]]) refusesHeader(extensions(wrong));
  });

  it('have ids and digests of their one length', () => {
    const wide = ['instrument', 'catalogue', 'senderProfile', 'recipientProfile', 'fold', 'act', 'body'];
    const fields = [...wide, 'previous', 'seen', 'caseId'];
    for (const field of fields) {
      const length = field === 'caseId' ? 16 : 32;
      for (const wrong of [1, length - 1, length + 1]) {
        refuses('malformed', () => headerCodec.decode(withWire(field, new Uint8Array(wrong))));
      }
    }
    for (const field of [...wide, 'caseId']) {
      refuses('malformed', () => headerCodec.decode(withWire(field, new Uint8Array())));
    }
    refuses('malformed', () => headerCodec.decode(withWire('voids', [new Uint8Array(31)])));
    refuses('malformed', () => headerCodec.decode(withWire('attachments', [new Uint8Array()])));
    refusesHeader({ fold: digestOf(1).toUpperCase() });
  });

  it('have a sender and a recipient that are ids', () => {
    for (const party of ['', 'a b', '-GD', 'Grenada, the State of', 'x'.repeat(33), 'é']) {
      refusesHeader({ sender: { ...header.sender, party } });
      refusesHeader({ recipient: { ...header.recipient, authority: party } });
      refusesHeader({ network: party });
      if (party !== '') refusesHeader({ recipient: { ...header.recipient, scope: party } });
    }
    refuses('malformed', () => headerCodec.decode(withWire('sender', null)));
    refuses('malformed', () => headerCodec.decode(withWire('recipient', {})));
  });

  it('have an urgency that has a name', () => {
    for (const number of [0, 4, -1, 2 ** 31 - 1]) {
      refuses('malformed', () => headerCodec.decode(withWire('urgency', number)));
    }
  });

  it('have times that can be written out, the end after the beginning', () => {
    headerCodec.encode({ ...header, createdAt: TIMES.timeMax - 1, expiresAt: TIMES.timeMax });
    refusesHeader({ expiresAt: TIMES.timeMax + 1 });
    refusesHeader({ expiresAt: header.createdAt });
    refusesHeader({ createdAt: 0 });
    refusesHeader({ createdAt: 1.5 });
    for (const unsafe of [2 ** 53, 2 ** 63]) {
      refuses('malformed', () => headerCodec.decode(withWire('expiresAt', unsafe)));
    }
  });

  it('have a predecessor unless they are the first of their chain', () => {
    const { previous: _previous, ...first } = header;
    expect(headerCodec.decode(headerCodec.encode({ ...first, sequence: 1 })).sequence).to.equal(1);
    refuses('malformed', () => headerCodec.encode(first));
    refusesHeader({ sequence: 1 });
    refusesHeader({ sequence: 0 });
    refusesHeader({ sequence: 2 ** 32 });
  });

  it('name voids as a set, roots in their order, neither twice, up to n and not n + 1', () => {
    headerCodec.encode({ ...header, voids: digests(COUNTS.voids) });
    refusesHeader({ voids: digests(COUNTS.voids + 1) });
    refusesHeader({ voids: digests(2).reverse() });
    refusesHeader({ voids: [digestOf(1), digestOf(1)] });
    const backward = digests(COUNTS.attachments).reverse();
    const back = headerCodec.decode(headerCodec.encode({ ...header, attachments: backward }));
    expect(back.attachments).to.deep.equal(backward);
    refusesHeader({ attachments: digests(COUNTS.attachments + 1) });
    refusesHeader({ attachments: [digestOf(1), digestOf(1)] });
  });

  it('are refused for their time only if no mistaken clock explains it', () => {
    assertNotFuture({ createdAt: 1000 + TIMES.futureMsMax }, 1000);
    refuses('absurd-time', () => {
      assertNotFuture({ createdAt: 1001 + TIMES.futureMsMax }, 1000);
    });
    assertNotFuture({ createdAt: 1 }, TIMES.timeMax);
  });

  it('have at most 4 KiB', () => {
    const padded = (bytes: number): Header => ({
      ...header,
      extensions: [{ id: 1, critical: false, bytes: new Uint8Array(bytes) }],
    });
    const overhead = headerCodec.encode(padded(2000)).length - 2000;
    expect(headerCodec.encode(padded(SIZES.headerBytesMax - overhead)).length).to.equal(SIZES.headerBytesMax);
    refuses('too-large', () => headerCodec.encode(padded(SIZES.headerBytesMax - overhead + 1)));
  });
});
