import { expect } from 'chai';
import fc from 'fast-check';
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
});
