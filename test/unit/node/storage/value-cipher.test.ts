import { expect } from 'chai';
import fc from 'fast-check';
import { createValueCipher, SEAL_BYTES } from '../../../../node/storage/value-cipher.ts';
import type { ValueCipherOptions } from '../../../../node/storage/value-cipher.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

const clock = createFakeClock();
const options: ValueCipherOptions = {
  storeKey: new Uint8Array(32).fill(7),
  databaseId: '00'.repeat(16),
  schemaVersion: 3,
  randomBytes: clock.randomBytes,
};
const place = 'items!ab';
const text = Buffer.from('what a State said');

describe('the value cipher', () => {
  it('opens at its own place what it sealed, and nowhere else', () => {
    const cipher = createValueCipher(options);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(255), (value, further) => {
        const row = cipher.seal(place, value, { further });
        const opened = cipher.open(place, row);
        expect(row).to.have.length(value.length + SEAL_BYTES);
        expect(opened?.further).to.equal(further);
        expect(cipher.open('items!ac', row)).to.equal(undefined);
        return Buffer.from(value).equals(opened?.value ?? Buffer.from('x'));
      }),
    );
  });

  it('opens nothing in which a single bit is another', () => {
    const cipher = createValueCipher(options);
    const row = cipher.seal(place, text);
    for (let bit = 0; bit < row.length * 8; bit++) {
      const spoilt = Buffer.from(row);
      spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(cipher.open(place, spoilt), `bit ${bit}`).to.equal(undefined);
    }
    expect(cipher.open(place, row.subarray(0, -1))).to.equal(undefined);
    expect(cipher.open(place, row.subarray(0, SEAL_BYTES - 1))).to.equal(undefined);
  });

  it('opens nothing of another database, another store key or a newer schema', () => {
    const row = createValueCipher(options).seal(place, text);
    const others: ValueCipherOptions[] = [
      { ...options, databaseId: '11'.repeat(16) },
      { ...options, storeKey: new Uint8Array(32).fill(8) },
      { ...options, schemaVersion: 2 },
    ];
    for (const other of others) expect(createValueCipher(other).open(place, row)).to.equal(undefined);
  });

  it('reads what an earlier opening and an earlier schema wrote', () => {
    const row = createValueCipher({ ...options, schemaVersion: 1 }).seal(place, text);
    expect(createValueCipher(options).open(place, row)?.value).to.deep.equal(text);
  });

  it('never gives two rows one stamp, within an opening or across', () => {
    const openings = [createValueCipher(options), createValueCipher(options)];
    const stamps = openings.flatMap((cipher) =>
      Array.from({ length: 500 }, () => cipher.open(place, cipher.seal(place, text))?.stamp),
    );
    expect(new Set(stamps).size).to.equal(1000);
  });
});
