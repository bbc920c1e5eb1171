import { expect } from 'chai';
import fc from 'fast-check';
import { labelOf, matchReference, type ReferenceErrorCode } from '../../../../protocol/case/reference.ts';
import { ComityError } from '../../../../protocol/errors.ts';
import { anyRandomId } from '../../../support/arbitraries.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const label = labelOf('00112233445566778899aabbccddeeff', 'GD', 2026);
const other = labelOf('ffeeddccbbaa99887766554433221100', 'GD', 2026);

function refuses(code: ReferenceErrorCode, run: () => unknown): void {
  expect(run).to.throw(ComityError).with.property('code', code);
}

describe('The reference of a case', () => {
  it('names party and year, and is the same for both sides', () => {
    expect(label).to.match(/^GD\/2026\/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(labelOf('00112233445566778899aabbccddeeff', 'GD', 2026)).to.equal(label);
    expect(labelOf('00112233445566778899aabbccddeeff', 'GD-RGPF', 2026).startsWith('GD-RGPF/2026/')).to.equal(
      true,
    );
  });

  it('is found by any shorter form that fits one case only', () => {
    const symbols = label.split('/')[2] ?? '';
    for (const short of [
      label,
      symbols,
      symbols.slice(0, 3),
      `2026/${symbols}`,
      `GD/${symbols.slice(0, 5)}`,
    ]) {
      expect(matchReference(short, [label, other]), short).to.equal(label);
    }
  });

  it('is found as it is written down by hand', () => {
    const symbols = label.split('/')[2] ?? '';
    const byHand = symbols.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', '');
    expect(matchReference(` ${byHand} `, [label, other])).to.equal(label);
  });

  it('is asked for at greater length where it fits several', () => {
    refuses('reference-ambiguous', () =>
      matchReference(label.slice(8, 9), [label, `${label.slice(0, 9)}ZZZ-ZZZZ`]),
    );
  });

  it('is not found for another party or year, or where there is none', () => {
    const symbols = label.split('/')[2] ?? '';
    for (const text of [`JM/${symbols}`, `2025/${symbols}`, '', 'ZZZZ']) {
      refuses('reference-unknown', () => matchReference(text, [label]));
    }
  });

  it('betrays every single wrong character, and every two neighbours that changed places', () => {
    fc.assert(
      fc.property(anyRandomId, fc.nat(7), fc.nat(30), (caseId, at, step) => {
        const [party = '', year = '', written = ''] = labelOf(caseId, 'GD', 2026).split('/');
        const symbols = written.replace('-', '');
        const wrong = ALPHABET[(ALPHABET.indexOf(symbols.charAt(at)) + 1 + step) % 32] ?? '';
        const mistyped = symbols.slice(0, at) + wrong + symbols.slice(at + 1);
        refuses('reference-mistyped', () => matchReference(`${party}/${year}/${mistyped}`, [label]));
        const swapped =
          symbols.slice(0, at) + symbols.charAt(at + 1) + symbols.charAt(at) + symbols.slice(at + 2);
        if (swapped !== symbols) refuses('reference-mistyped', () => matchReference(swapped, [label]));
      }),
    );
  });
});
