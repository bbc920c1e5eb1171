import { expect } from 'chai';
import fc from 'fast-check';
import { dataKeyBytes, openBody, sealBody } from '../../../../node/cases/body-cipher.ts';
import { decodeRow, encodeRow } from '../../../../node/cases/row.ts';

const bytes = fc.uint8Array({ maxLength: 300 });

describe('rows of cases', () => {
  it('give back the facts and the bytes that they were made of', () => {
    const property = fc.property(fc.jsonValue(), fc.array(bytes, { maxLength: 5 }), (value, parts) => {
      const facts = JSON.parse(JSON.stringify({ value })) as object;
      const row = decodeRow(encodeRow(facts, ...parts));
      expect(row.facts).to.deep.equal(facts);
      expect(row.parts.map((part) => [...part])).to.deep.equal(parts.map((part) => [...part]));
    });
    fc.assert(property);
  });

  it('a body opens under its key, at its place, unchanged, and in no other way', () => {
    const key = new Uint8Array(dataKeyBytes).fill(1);
    const nonce = new Uint8Array(12).fill(2);
    const property = fc.property(bytes, fc.nat(), (body, flip) => {
      const sealed = sealBody(key, 'item', nonce, body);
      expect([...openBody(key, 'item', sealed)]).to.deep.equal([...body]);
      const spoilt = Uint8Array.from(sealed);
      const at = flip % spoilt.length;
      spoilt[at] = (spoilt[at] ?? 0) ^ 1;
      expect(() => openBody(key, 'item', spoilt)).to.throw();
      expect(() => openBody(key, 'other item', sealed)).to.throw();
      expect(() => openBody(new Uint8Array(dataKeyBytes), 'item', sealed)).to.throw();
    });
    fc.assert(property);
  });
});
