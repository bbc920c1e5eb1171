import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalText, compareBytes } from '../../../../protocol/case/canonical.ts';
import { anyFields } from '../../../support/arbitraries.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

describe('The canonical text of a value', () => {
  it('is this', () => {
    const value = { b: ['x', 1, true], a: new Uint8Array([1, 255]), none: undefined, é: { z: -2 } };
    expect(canonicalText(value)).to.equal('{s1:ab01ff;s1:b[s1:xi1;t]s2:é{s1:zi-2;}}');
  });

  it('does not depend on the order in which members were written', () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const reversed = Object.fromEntries(Object.entries(fields).reverse());
        expect(canonicalText(reversed)).to.equal(canonicalText(fields));
      }),
    );
  });

  it('sorts as UTF-8 bytes do', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(Math.sign(compareBytes(a, b))).to.equal(
          Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))),
        );
      }),
    );
  });

  it('exists for integers only', () => {
    for (const odd of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => canonicalText(odd), String(odd)).to.throw(TypeError);
    }
  });
});
