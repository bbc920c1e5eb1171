import { expect } from 'chai';
import {
  type Evidence,
  evidenceCodec,
  type EvidenceLevel,
  evidenceStatement,
  type Receipt,
  receiptCodec,
  receiptStatement,
  rejectionCodec,
  type RejectionStatement,
  rejectionStatement,
} from '../../../../protocol/delivery/statements.ts';
import { COUNTS, SIZES } from '../../../../protocol/limits.ts';
import { TAGS } from '../../../../protocol/ids.ts';
import { digestOf, signerOf } from '../../../support/items.ts';
import { refuses } from '../../../support/refuses.ts';
import { edited } from '../../../support/wire-surgery.ts';

const signer = signerOf(4);
const receipt: Receipt = {
  network: 'caricom',
  receiver: 'JM',
  sender: 'GD',
  itemId: digestOf(1),
  act: digestOf(2),
  body: digestOf(3),
  attachments: [],
  parts: 0,
  complete: true,
  receivedAt: 1,
  defects: [],
};
const rejected: RejectionStatement = {
  network: 'caricom',
  receiver: 'JM',
  sender: 'GD',
  code: 'malformed',
  sentence: 'It is not formed as the protocol says.',
  rejectedAt: 1,
};
const evidence: Evidence = { network: 'caricom', party: 'JM', itemId: digestOf(1), level: 'relay', at: 1 };

describe('statements', () => {
  it('open under the key that signed them, and under no other', () => {
    const signed = receiptStatement.sign(receipt, signer);
    expect(receiptStatement.open(signed, signer.publicKey)).to.deep.equal(receipt);
    expect(receiptStatement.read(signed)).to.deep.equal(receipt);
    refuses('unauthentic', () => receiptStatement.open(signed, signerOf(5).publicKey));
  });

  it('are verified before they are read', () => {
    const junk = { statement: new Uint8Array([255]), signature: signer.sign(TAGS.signReceipt, 'x') };
    refuses('unauthentic', () => receiptStatement.open(junk, signer.publicKey));
    const large = new Uint8Array(SIZES.receiptBytesMax + 1);
    const oversize = { statement: large, signature: signer.sign(TAGS.signReceipt, large) };
    refuses('too-large', () => receiptStatement.open(oversize, signer.publicKey));
    const malformed = new Uint8Array([255]);
    const made = { statement: malformed, signature: signer.sign(TAGS.signReceipt, malformed) };
    refuses('malformed', () => receiptStatement.open(made, signer.publicKey));
  });

  it('of one kind are none of another, whatever their bytes', () => {
    const { statement } = receiptStatement.sign(receipt, signer);
    for (const tag of [TAGS.signRejection, TAGS.signEvidence, TAGS.signHeader]) {
      const signed = { statement, signature: signer.sign(tag, statement) };
      refuses('unauthentic', () => receiptStatement.open(signed, signer.publicKey));
    }
    refuses('unauthentic', () =>
      evidenceStatement.open(rejectionStatement.sign(rejected, signer), signer.publicKey),
    );
  });

  it('of receipt bound roots and defects at n and n + 1, no one twice', () => {
    const roots = Array.from({ length: COUNTS.attachments + 1 }, (_, index) => digestOf(index));
    const defects = Array.from({ length: COUNTS.paragraphs + 1 }, (_, index) => `MLA-${index}`);
    receiptCodec.encode({ ...receipt, attachments: roots.slice(1), defects: defects.slice(1) });
    for (const change of [
      { attachments: roots },
      { defects },
      { attachments: [digestOf(1), digestOf(1)] },
      { defects: ['MLA-1', 'MLA-1'] },
      { defects: ['free text'] },
      { parts: -1 },
      { parts: 2 ** 32 },
      { receivedAt: 0 },
      { itemId: '' },
    ]) {
      refuses('malformed', () => receiptCodec.encode({ ...receipt, ...change }));
    }
  });

  it('of rejection may leave out the item that could not be named, and carry a code that is not known here', () => {
    const other = { ...rejected, itemId: digestOf(1), code: 'from-the-future' };
    for (const value of [rejected, other]) {
      expect(rejectionCodec.decode(rejectionCodec.encode(value))).to.deep.equal(value);
    }
    const longest = '漢'.repeat(COUNTS.sentenceCharacters);
    rejectionCodec.encode({ ...rejected, sentence: longest });
    for (const change of [
      { sentence: `${longest}x` },
      { sentence: '' },
      { sentence: '\ud800' },
      { code: 'two words' },
    ]) {
      refuses('malformed', () => rejectionCodec.encode({ ...rejected, ...change }));
    }
  });

  it('of evidence have a level that has a name', () => {
    const levels: EvidenceLevel[] = [
      ...(['submission', 'relay', 'delivery', 'alarm', 'retrieval', 'delay', 'non_delivery'] as const),
    ];
    for (const level of levels) {
      expect(evidenceCodec.decode(evidenceCodec.encode({ ...evidence, level })).level).to.equal(level);
    }
    const bytes = evidenceCodec.encode(evidence);
    for (const number of [0, 8, -1]) {
      const changed = edited('EvidenceStatement', bytes, (message) => (message['level'] = number));
      refuses('malformed', () => evidenceCodec.decode(changed));
    }
  });
});
