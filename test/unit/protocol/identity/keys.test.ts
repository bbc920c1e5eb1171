import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { digest, fromHex, lengthPrefixed, toHex } from '../../../../protocol/hash.ts';
import { SUITES, TAGS } from '../../../../protocol/ids.ts';
import {
  assertStrongKey,
  createSigner,
  keyIdOf,
  verifySignature,
} from '../../../../protocol/identity/keys.ts';
import { filled, signerOf } from '../../../support/items.ts';
import { refuses } from '../../../support/refuses.ts';

const signer = signerOf(1);
const parts = ['caricom', filled(20, 9), ''] as const;
const signature = signer.sign(TAGS.signAct, ...parts);

describe('keys', () => {
  it('sign LP(tag, suite, key id, parts …) with Ed25519', () => {
    const message = lengthPrefixed(TAGS.signAct, Uint8Array.of(0, 0, 0, 1), fromHex(signer.keyId), ...parts);
    const key = createPublicKey({
      key: Buffer.from(signer.publicKey),
      format: 'raw-public',
      asymmetricKeyType: 'ed25519',
    });
    expect(verify(null, message, key, signature.value)).to.equal(true);
    expect(signature).to.include({ suite: SUITES.ed25519, keyId: signer.keyId });
  });

  it('are made from a seed or a key object, and signs alike', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const seed = privateKey.export({ format: 'raw-private' });
    const [fromObject, fromSeed] = [createSigner(privateKey), createSigner(seed)];
    expect(fromSeed.publicKey).to.deep.equal(fromObject.publicKey);
    expect(fromSeed.sign(TAGS.signAct, 'x')).to.deep.equal(fromObject.sign(TAGS.signAct, 'x'));
  });

  it('are named by SHA-256 over tag, suite and public key', () => {
    expect(keyIdOf(signer.publicKey)).to.equal(
      digest(TAGS.keyId, Uint8Array.of(0, 0, 0, 1), signer.publicKey),
    );
    expect(keyIdOf(toHex(signer.publicKey))).to.equal(signer.keyId);
  });

  it('verify what they signed, given as bytes or as hexadecimal digits', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 3 }), (list) => {
        const made = signer.sign(TAGS.signReceipt, ...list);
        expect(verifySignature(signer.publicKey, TAGS.signReceipt, made, ...list)).to.equal(true);
        expect(verifySignature(toHex(signer.publicKey), TAGS.signReceipt, made, ...list)).to.equal(true);
      }),
      { numRuns: 20 },
    );
  });

  it('do not verify another tag, other parts, parts cut elsewhere, another key id or another key', () => {
    const holds = (...rest: Parameters<typeof verifySignature>): boolean => verifySignature(...rest);
    const key = signer.publicKey;
    const [first, second, third] = parts;
    expect(holds(key, TAGS.signHeader, signature, ...parts)).to.equal(false);
    expect(holds(key, TAGS.signAct, signature, first, second)).to.equal(false);
    expect(holds(key, TAGS.signAct, signature, second, first, third)).to.equal(false);
    expect(
      holds(key, TAGS.signAct, signature, 'carico', Buffer.concat([Buffer.from('m'), second]), ''),
    ).to.equal(false);
    expect(holds(key, TAGS.signAct, { ...signature, keyId: signerOf(2).keyId }, ...parts)).to.equal(false);
    expect(holds(signerOf(2).publicKey, TAGS.signAct, signature, ...parts)).to.equal(false);
  });

  it('do not verify a signature with any bit changed, or of another length', () => {
    const changed = (value: Uint8Array): boolean =>
      verifySignature(signer.publicKey, TAGS.signAct, { ...signature, value }, ...parts);
    fc.assert(
      fc.property(fc.nat(511), (bit) => {
        const at = Math.floor(bit / 8);
        const value = signature.value.with(at, (signature.value[at] ?? 0) ^ (1 << (bit % 8)));
        expect(changed(value)).to.equal(false);
      }),
      { numRuns: 40 },
    );
    for (const length of [0, 63, 65]) expect(changed(new Uint8Array(length))).to.equal(false);
  });

  it('know one suite', () => {
    refuses('unknown-suite', () =>
      verifySignature(signer.publicKey, TAGS.signAct, { ...signature, suite: 2 }, ...parts),
    );
  });

  it('are refused at enrolment when they are of small order, not canonical, off the curve or cut', () => {
    assertStrongKey(signer.publicKey);
    const prime = 2n ** 255n - 19n;
    const littleEndian = (value: bigint): string =>
      toHex(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse());
    const weak = [
      littleEndian(0n),
      littleEndian(1n),
      littleEndian(prime - 1n),
      // The identity again, not reduced; and with its sign bit set.
      littleEndian(prime + 1n),
      littleEndian(1n + 2n ** 255n),
      // Points of order 8.
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
      // No point at all.
      littleEndian(2n),
      toHex(signer.publicKey).slice(2),
      '',
    ];
    for (const key of weak)
      refuses('unauthentic', () => {
        assertStrongKey(key);
      });
  });
});
