import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { digest, fromHex, isHex, lengthPrefixed, sameBytes, sha256, toHex } from '../../../protocol/hash.ts';
import { TAGS } from '../../../protocol/ids.ts';

const bytes = fc.uint8Array({ maxLength: 40 });

describe('hashing', () => {
  it('is SHA-256 over the tag and the parts, one after the other', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 4 }), (parts) => {
        const whole = Buffer.concat([Buffer.from(TAGS.itemId), ...parts]);
        const expected = createHash('sha256').update(whole).digest('hex');
        expect(digest(TAGS.itemId, ...parts)).to.equal(expected);
        expect(toHex(sha256(TAGS.itemId, ...parts))).to.equal(expected);
      }),
    );
  });

  it('takes a text part as UTF-8', () => {
    expect(digest(TAGS.act, 'Zoë')).to.equal(digest(TAGS.act, Buffer.from('Zoë', 'utf8')));
  });

  it('prefixes each part with its length in four bytes, big-endian', () => {
    expect(toHex(lengthPrefixed('ab', Uint8Array.of(7), ''))).to.equal('000000026162000000010700000000');
    expect(toHex(lengthPrefixed())).to.equal('');
    expect(toHex(lengthPrefixed(new Uint8Array(258)).subarray(0, 5))).to.equal('0000010200');
  });

  it('gives different lists of parts different bytes', () => {
    const list = fc.array(bytes, { maxLength: 4 });
    fc.assert(
      fc.property(list, list, (left, right) => {
        const alike =
          left.length === right.length && left.every((part, i) => sameBytes(part, right[i] ?? part));
        const same = alike && left.every((part, i) => right[i] !== undefined && sameBytes(part, right[i]));
        expect(sameBytes(lengthPrefixed(...left), lengthPrefixed(...right))).to.equal(same);
      }),
    );
  });

  it('reads back every hexadecimal id, and no other text', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(fromHex(toHex(value))).to.deep.equal(value);
      }),
    );
    for (const text of ['A0', 'a', 'g0', '0x', ' 00', 'a0\n']) {
      expect(() => fromHex(text), text).to.throw(TypeError);
      expect(isHex(text), text).to.equal(false);
    }
    expect(isHex('a0', 1)).to.equal(true);
    expect(isHex('a0', 2)).to.equal(false);
  });
});
