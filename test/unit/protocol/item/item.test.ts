import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { fromHex } from '../../../../protocol/hash.ts';
import { type Envelope, envelopeCodec } from '../../../../protocol/item/envelope.ts';
import { headerCodec } from '../../../../protocol/item/header.ts';
import {
  assembleItem,
  itemIdOfEnvelope,
  openEnvelope,
  readItem,
  withholdBody,
} from '../../../../protocol/item/item.ts';
import { officerMessage } from '../../../../protocol/item/officer-signature.ts';
import { commitment, openParts, sealParts } from '../../../../protocol/item/parts.ts';
import { COUNTS, SIZES } from '../../../../protocol/limits.ts';
import { TAGS } from '../../../../protocol/ids.ts';
import {
  aBody,
  aDraft,
  anAct,
  anItem,
  aSealing,
  authority,
  decidedBy,
  digestOf,
  filled,
  officer,
  saltsFrom,
} from '../../../support/items.ts';
import { refuses } from '../../../support/refuses.ts';
import { edited } from '../../../support/wire-surgery.ts';

const item = anItem();
const envelope: Envelope = envelopeCodec.decode(item.bytes);

function withEnvelope(change: Partial<Envelope>): Uint8Array {
  return envelopeCodec.encode({ ...envelope, ...change });
}

describe('commitments', () => {
  it('are SHA-256 over the tag, 32 random bytes and the part', () => {
    const salt = filled(32, 1);
    const expected = createHash('sha256')
      .update('comity/hash/act/1')
      .update(salt)
      .update('part')
      .digest('hex');
    expect(commitment(TAGS.act, salt, Buffer.from('part'))).to.equal(expected);
    expect(commitment(TAGS.body, salt, Buffer.from('part'))).to.not.equal(expected);
  });

  it('take no salt of another length', () => {
    for (const length of [0, 31, 33]) {
      refuses('malformed', () => commitment(TAGS.act, new Uint8Array(length), new Uint8Array(8)));
    }
  });

  it('are under salts of their own for act and body', () => {
    const asked: number[] = [];
    const parts = sealParts(anAct, aBody, (count) => {
      asked.push(count);
      return filled(count, asked.length);
    });
    expect(asked).to.deep.equal([32, 32]);
    expect(parts.actSalt).to.not.deep.equal(parts.bodySalt);
  });

  it('come out the same for who seals the parts and who opens them', () => {
    const sealed = sealParts(anAct, aBody, saltsFrom(3));
    expect(openParts(sealed)).to.deep.equal(sealed);
    refuses('malformed', () => openParts({ ...sealed, actBytes: sealed.bodyBytes }));
    refuses('malformed', () => openParts({ ...sealed, bodySalt: new Uint8Array(31) }));
    refuses('too-large', () => openParts({ ...sealed, actBytes: new Uint8Array(SIZES.actBytesMax + 1) }));
    refuses('too-large', () => openParts({ ...sealed, bodyBytes: new Uint8Array(SIZES.bodyBytesMax + 1) }));
  });
});

describe('items', () => {
  it('are read as they were assembled', () => {
    expect(readItem(item.bytes)).to.deep.equal(item);
    expect(item.header).to.deep.equal(headerCodec.decode(item.headerBytes));
    expect(openEnvelope(item.bytes)).to.not.have.property('act');
  });

  it('sort the voids that they name', () => {
    const voids = [digestOf(9), digestOf(4), digestOf(7)];
    const parts = aSealing();
    const officers = decidedBy([officer], parts);
    const { header } = assembleItem({ header: { ...aDraft, voids }, parts, officers, authority });
    expect(header.voids).to.deep.equal([...voids].sort());
  });

  it('can not be assembled without an officer', () => {
    refuses('malformed', () => assembleItem({ header: aDraft, parts: aSealing(), officers: [], authority }));
  });

  it('keep id and commitments when their body is withheld', () => {
    const bare = readItem(withholdBody(item));
    const { body: _body, bodyBytes: _bytes, bodySalt: _salt, ...rest } = item;
    expect({ ...bare, bytes: item.bytes }).to.deep.equal(rest);
  });

  it('are refused if a part is not the one that the header commits to', () => {
    const other = sealParts({ ...anAct, verb: 'withdraw' }, { ...aBody, language: 'fr' }, saltsFrom(8));
    const { actBytes, actSalt, bodyBytes, bodySalt } = other;
    for (const change of [{ actBytes }, { actSalt }, { actBytes, actSalt }, { bodyBytes }, { bodySalt }]) {
      refuses('unauthentic', () => readItem(withEnvelope(change)));
    }
    const swapped = { actBytes: item.bodyBytes ?? actBytes, bodyBytes: item.actBytes };
    refuses('unauthentic', () => readItem(withEnvelope(swapped)));
  });

  it('are opened without their act and body being looked at', () => {
    const junk = withEnvelope({ actBytes: filled(9, 1), bodyBytes: filled(9, 2) });
    expect(openEnvelope(junk).id).to.equal(item.id);
  });

  it('have a body and its salt, or neither', () => {
    for (const field of ['body', 'bodySalt']) {
      const half = edited('Envelope', item.bytes, (message) => (message[field] = new Uint8Array()));
      refuses('malformed', () => openEnvelope(half));
    }
  });

  it('have header, act, salts and signatures of their sizes', () => {
    for (const [field, value] of [
      ['header', new Uint8Array()],
      ['act', new Uint8Array()],
      ['actSalt', new Uint8Array(31)],
      ['bodySalt', new Uint8Array(33)],
      ['authority', null],
      ['authority', { suite: 1, keyId: new Uint8Array(31), value: new Uint8Array(64) }],
      ['authority', { suite: 1, keyId: new Uint8Array(32), value: new Uint8Array(65) }],
      ['officers', [{ signature: { suite: 1, keyId: new Uint8Array(32), value: new Uint8Array(64) } }]],
    ] as const) {
      const changed = edited('Envelope', item.bytes, (message) => (message[field] = value));
      refuses('malformed', () => openEnvelope(changed));
    }
    const suite = { suite: 2, keyId: new Uint8Array(32), value: new Uint8Array(64) };
    const changed = edited('Envelope', item.bytes, (message) => (message['authority'] = suite));
    refuses('unknown-suite', () => openEnvelope(changed));
  });

  it('bound each part at n and n + 1', () => {
    for (const [part, max] of [
      ['headerBytes', SIZES.headerBytesMax],
      ['actBytes', SIZES.actBytesMax],
      ['bodyBytes', SIZES.bodyBytesMax],
    ] as const) {
      withEnvelope({ [part]: new Uint8Array(max) });
      refuses('too-large', () => withEnvelope({ [part]: new Uint8Array(max + 1) }));
    }
    const [first] = envelope.officers;
    if (first === undefined) throw new Error('the sample has officers');
    const officers = (count: number): Partial<Envelope> => ({
      officers: Array(count).fill(first) as typeof envelope.officers,
    });
    withEnvelope(officers(COUNTS.officers));
    refuses('malformed', () => withEnvelope(officers(COUNTS.officers + 1)));
  });

  it('have an id that an answer can name whenever their parts can be told apart', () => {
    const unknown = edited('Header', item.headerBytes, (message) => (message['format'] = 9));
    const future = withEnvelope({ headerBytes: unknown });
    refuses('unknown-version', () => openEnvelope(future));
    expect(itemIdOfEnvelope(future)).to.match(/^[0-9a-f]{64}$/);
    expect(itemIdOfEnvelope(item.bytes)).to.equal(item.id);
    expect(itemIdOfEnvelope(filled(40, 3))).to.equal(undefined);
  });
});

describe('what an officer signs', () => {
  it('is network, case, recipient, both commitments and the roots, in this order', () => {
    const { header } = item;
    expect(officerMessage(header)).to.deep.equal([
      'caricom',
      fromHex(header.caseId),
      'JM',
      'central-authority',
      'port-royal',
      fromHex(header.act),
      fromHex(header.body),
      ...header.attachments.map(fromHex),
    ]);
    const { scope: _scope, ...recipient } = header.recipient;
    expect(officerMessage({ ...header, recipient })[4]).to.equal('');
  });
});
