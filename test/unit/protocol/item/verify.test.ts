import { expect } from 'chai';
import { issueCertificate, readCertificate } from '../../../../protocol/identity/certificate.ts';
import { assertAddressed } from '../../../../protocol/item/address.ts';
import { type Envelope, envelopeCodec } from '../../../../protocol/item/envelope.ts';
import { headerCodec } from '../../../../protocol/item/header.ts';
import { assembleItem, openEnvelope, withholdBody } from '../../../../protocol/item/item.ts';
import type { OfficerSignature } from '../../../../protocol/item/officer-signature.ts';
import { sealParts } from '../../../../protocol/item/parts.ts';
import { type Keyring, verifyItem, verifyQuote } from '../../../../protocol/item/verify.ts';
import { TAGS } from '../../../../protocol/ids.ts';
import {
  aBody,
  aDraft,
  anAct,
  anItem,
  approver,
  aSealing,
  authority,
  certificateOf,
  decidedBy,
  type Draft,
  filled,
  keyring,
  officer,
  saltsFrom,
  signerOf,
} from '../../../support/items.ts';
import { refuses } from '../../../support/refuses.ts';

const item = anItem();
const envelope = envelopeCodec.decode(item.bytes);

function verifyWith(change: Partial<Envelope>): unknown {
  return verifyItem(openEnvelope(envelopeCodec.encode({ ...envelope, ...change })), keyring);
}

/** An envelope whose authority signed whatever stands in it. */
function verifyOfficers(officers: readonly OfficerSignature[], draft: Draft = aDraft): unknown {
  const made = assembleItem({ header: draft, parts: aSealing(), officers, authority });
  return verifyItem(openEnvelope(made.bytes), keyring);
}

describe('verifyItem', () => {
  it('gives the item with the certificates of its officers', () => {
    const verified = verifyItem(openEnvelope(item.bytes), keyring);
    const { certificates, ...rest } = verified;
    expect(rest).to.deep.equal(item);
    expect(certificates).to.deep.equal(item.officers.map(({ certificate }) => readCertificate(certificate)));
  });

  it('asks for the key by pinned profile, desk, key id and the time of the item', () => {
    const asked: unknown[] = [];
    const asking: Keyring = {
      authorityKey: (...question) => {
        asked.push(question);
        return authority.publicKey;
      },
    };
    verifyItem(openEnvelope(item.bytes), asking);
    const { senderProfile, createdAt } = item.header;
    const certificateFrom = Date.UTC(2026, 0, 1);
    expect(asked).to.deep.equal(
      [createdAt, certificateFrom, certificateFrom].map((at) => [
        senderProfile,
        'central-authority',
        authority.keyId,
        at,
      ]),
    );
  });

  it('refuses an authority whose key is not in the pinned profile', () => {
    const none: Keyring = { authorityKey: () => undefined };
    expect(refuses('unauthentic', () => verifyItem(openEnvelope(item.bytes), none))['where']).to.equal(
      'authority',
    );
  });

  it('refuses a header with any field changed after it was signed', () => {
    const { header } = item;
    const { scope: _scope, ...recipient } = header.recipient;
    for (const change of [
      { sequence: 3 },
      { urgency: 'routine' as const },
      { createdAt: header.createdAt + 1 },
      { recipient },
      { voids: [] },
      { attachments: [] },
    ]) {
      const headerBytes = headerCodec.encode({ ...header, ...change });
      expect(refuses('unauthentic', () => verifyWith({ headerBytes }))['where']).to.equal('authority');
    }
  });

  it('refuses a signature of the header under another tag, or by an officer', () => {
    const asReceipt = authority.sign(TAGS.signReceipt, item.headerBytes);
    refuses('unauthentic', () => verifyWith({ authority: asReceipt }));
    refuses('unauthentic', () => verifyWith({ authority: officer.sign(TAGS.signHeader, item.headerBytes) }));
  });

  it('checks the signature of the header before it reads act and body, and commitments before their form', () => {
    const junk = { actBytes: filled(9, 1), bodyBytes: filled(9, 2) };
    const forged = { ...junk, authority: { ...item.authority, value: filled(64, 1) } };
    expect(refuses('unauthentic', () => verifyWith(forged))['where']).to.equal('authority');
    expect(refuses('unauthentic', () => verifyWith(junk))['where']).to.equal('act');
  });

  it('needs the body, unless it was withheld on purpose', () => {
    const bare = openEnvelope(withholdBody(item));
    expect(refuses('malformed', () => verifyItem(bare, keyring))['where']).to.equal('body');
    expect(verifyItem(bare, keyring, { withheld: true })).to.not.have.property('body');
  });

  it('refuses an act that no officer signed, or an officer twice', () => {
    refuses('unauthentic', () => verifyWith({ officers: [] }));
    refuses('malformed', () => verifyOfficers(decidedBy([officer, officer], aSealing())));
  });

  it('refuses an officer who signed something else', () => {
    const { caseId: _caseId, ...rest } = aDraft;
    const elsewhere: Draft = { ...rest, caseId: 'ab'.repeat(16) };
    const other = sealParts({ ...anAct, verb: 'refuse' }, aBody, saltsFrom(50));
    const { scope: _scope, ...wholeState } = aDraft.recipient;
    for (const officers of [
      decidedBy([officer], aSealing(), { draft: elsewhere }),
      decidedBy([officer], other),
      decidedBy([officer], aSealing(), { draft: { ...aDraft, recipient: wholeState } }),
      decidedBy([officer], aSealing(), { draft: { ...aDraft, attachments: [] } }),
      decidedBy([officer], aSealing(), { draft: { ...aDraft, network: 'other' } }),
    ]) {
      expect(refuses('unauthentic', () => verifyOfficers(officers))['where']).to.equal('officers');
    }
    const [good] = decidedBy([officer], aSealing());
    const [bad] = decidedBy([approver], other);
    if (!good || !bad) throw new Error('both signed');
    refuses('unauthentic', () => verifyOfficers([good, bad]));
  });

  it('refuses an officer of another desk, party or network, or outside the time of the certificate', () => {
    const { createdAt } = aDraft;
    for (const certificate of [
      { desk: 'contact-point' },
      { party: 'JM' },
      { network: 'other' },
      { from: createdAt + 1 },
      { until: createdAt },
    ]) {
      const officers = decidedBy([officer], aSealing(), { certificate });
      expect(refuses('unauthentic', () => verifyOfficers(officers))['where']).to.equal('certificate');
    }
    verifyOfficers(
      decidedBy([officer], aSealing(), { certificate: { from: createdAt, until: createdAt + 1 } }),
    );
  });

  it('refuses a certificate that a stranger issued, or that is of another key', () => {
    const parts = aSealing();
    const [signed] = decidedBy([officer], parts);
    if (!signed) throw new Error('the officer signed');
    const issued = issueCertificate(readCertificate(certificateOf(officer)), signerOf(9));
    refuses('unauthentic', () => verifyOfficers([{ ...signed, certificate: issued }]));
    refuses('unauthentic', () => verifyOfficers([{ ...signed, certificate: certificateOf(approver) }]));
  });
});

describe('verifyQuote', () => {
  const { headerBytes, actBytes, actSalt, officers } = item;
  const quote = { headerBytes, actBytes, actSalt, authority: item.authority, officers };

  it('gives header and act of the quoted item, verified as the item itself', () => {
    const { id, header, act, certificates } = verifyQuote(quote, keyring);
    expect({ id, header, act }).to.deep.equal({ id: item.id, header: item.header, act: item.act });
    expect(certificates).to.have.length(2);
  });

  it('refuses what does not hold', () => {
    refuses('unauthentic', () => verifyQuote({ ...quote, actSalt: filled(32, 1) }, keyring));
    refuses('unauthentic', () => verifyQuote({ ...quote, officers: [] }, keyring));
    const forged = { ...item.authority, value: filled(64, 1) };
    refuses('unauthentic', () => verifyQuote({ ...quote, authority: forged }, keyring));
    refuses('malformed', () => verifyQuote({ ...quote, headerBytes: filled(9, 1) }, keyring));
  });
});

describe('assertAddressed', () => {
  const { header } = item;
  const expected = { network: 'caricom', sender: 'GD', recipient: 'JM' };

  it('lets pass what the partner on this connection sends to this party', () => {
    assertAddressed(header, expected);
  });

  it('tells another network, an impostor and a wrong address apart', () => {
    refuses('wrong-network', () => {
      assertAddressed(header, { ...expected, network: 'test' });
    });
    refuses('impostor', () => {
      assertAddressed(header, { ...expected, sender: 'TT' });
    });
    refuses('misaddressed', () => {
      assertAddressed(header, { ...expected, recipient: 'TT' });
    });
  });
});
