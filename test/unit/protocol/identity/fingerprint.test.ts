import { expect } from 'chai';
import fc from 'fast-check';
import { sha256, toHex } from '../../../../protocol/hash.ts';
import { TAGS } from '../../../../protocol/ids.ts';
import {
  fingerprintOf,
  parseFingerprint,
  sameFingerprint,
} from '../../../../protocol/identity/fingerprint.ts';
import { signerOf } from '../../../support/items.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const key = signerOf(1).publicKey;
const print = fingerprintOf(key);

describe('fingerprints', () => {
  it('are the first 160 bits of SHA-256 in eight groups of four', () => {
    expect(print).to.match(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    const bits = Array.from(print.replaceAll('-', ''))
      .map((character) => alphabet.indexOf(character).toString(2).padStart(5, '0'))
      .join('');
    const expected = [...sha256(TAGS.fingerprint, key).subarray(0, 20)]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('');
    expect(bits).to.equal(expected);
    expect(fingerprintOf(toHex(key))).to.equal(print);
  });

  it('are the same however they were written down', () => {
    for (const written of [
      print.toLowerCase(),
      print.replaceAll('-', ' '),
      ` ${print.replaceAll('-', '')}\n`,
      print.replaceAll('-', '–'),
      print.replaceAll('0', 'o').replaceAll('1', 'l'),
      print.replaceAll('0', 'O').replaceAll('1', 'I'),
    ]) {
      expect(sameFingerprint(print, written), written).to.equal(true);
    }
  });

  it('differ when any character does', () => {
    const plain = parseFingerprint(print) ?? '';
    fc.assert(
      fc.property(fc.nat(31), fc.constantFrom(...alphabet.split('')), (at, character) => {
        const other = plain.slice(0, at) + character + plain.slice(at + 1);
        expect(sameFingerprint(print, other)).to.equal(other === plain);
      }),
    );
    expect(sameFingerprint(print, fingerprintOf(signerOf(2).publicKey))).to.equal(false);
  });

  it('are compared whole or not at all', () => {
    for (const written of [
      '',
      print.slice(0, -1),
      `${print}0`,
      print.replace(/.$/, 'U'),
      print.replace(/.$/, 'é'),
    ]) {
      expect(parseFingerprint(written), written).to.equal(undefined);
      expect(sameFingerprint(written, written)).to.equal(false);
    }
  });
});
