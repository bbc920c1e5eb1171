import { expect } from 'chai';
import { digest, toHex } from '../../../../protocol/hash.ts';
import { TAGS } from '../../../../protocol/ids.ts';
import {
  certificateIdOf,
  openCertificate,
  readCertificate,
} from '../../../../protocol/identity/certificate.ts';
import { authority, certificateOf, officer, signerOf } from '../../../support/items.ts';
import { refuses } from '../../../support/refuses.ts';

const signed = certificateOf(officer);

describe('officer certificates', () => {
  it('open under the key that signed them, asked for by its id and the time they begin', () => {
    const asked: unknown[] = [];
    const certificate = openCertificate(signed, (keyId, at) => {
      asked.push([keyId, at]);
      return authority.publicKey;
    });
    expect(certificate).to.deep.equal(readCertificate(signed));
    expect(certificate.publicKey).to.equal(toHex(officer.publicKey));
    expect(asked).to.deep.equal([[authority.keyId, certificate.from]]);
  });

  it('are refused when the authority had no such key, or the signature is not its own', () => {
    refuses('unauthentic', () => openCertificate(signed, () => undefined));
    refuses('unauthentic', () => openCertificate(signed, () => officer.publicKey));
    const forged = { ...signed, signature: certificateOf(signerOf(3)).signature };
    refuses('unauthentic', () => openCertificate(forged, () => authority.publicKey));
  });

  it('that were verified once are refused all the same under another key or with another signature', () => {
    openCertificate(signed, () => authority.publicKey);
    refuses('unauthentic', () => openCertificate(signed, () => signerOf(3).publicKey));
    const cut = {
      statement: Buffer.concat([signed.signature.value.subarray(63), signed.statement]),
      signature: { ...signed.signature, value: signed.signature.value.subarray(0, 63) },
    };
    refuses('malformed', () => openCertificate(cut, () => authority.publicKey));
    const flipped = { ...signed.signature, value: signed.signature.value.with(5, 1) };
    refuses('unauthentic', () =>
      openCertificate({ ...signed, signature: flipped }, () => authority.publicKey),
    );
    const otherSuite = { ...signed.signature, suite: 9 };
    refuses('unknown-suite', () =>
      openCertificate({ ...signed, signature: otherSuite }, () => authority.publicKey),
    );
  });

  it('are refused for a key of small order, though the authority signed it', () => {
    const weak = certificateOf(officer, { publicKey: `01${'00'.repeat(31)}` });
    refuses('unauthentic', () => openCertificate(weak, () => authority.publicKey));
  });

  it('can not be issued with an end before their beginning, another suite or a cut key', () => {
    refuses('malformed', () => certificateOf(officer, { from: 5, until: 5 }));
    refuses('unknown-suite', () => certificateOf(officer, { suite: 2 }));
    refuses('malformed', () => certificateOf(officer, { publicKey: '00'.repeat(31) }));
  });

  it('are named by SHA-256 over tag and statement', () => {
    expect(certificateIdOf(signed)).to.equal(digest(TAGS.certificate, signed.statement));
  });
});
