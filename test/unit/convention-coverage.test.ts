import { expect } from 'chai';
import { PARAGRAPHS } from '../../protocol/convention/caricom/paragraphs/paragraphs.ts';
import { WITHOUT_CONSEQUENCE } from '../../protocol/convention/caricom/paragraphs/without-consequence.ts';
import { codesInTitles, coverageOf } from '../../scripts/convention-coverage.ts';

const asParagraphs = (...codes: readonly string[]) =>
  codes.map((code) => ({ code, article: code.split('-')[0] ?? '' }));

describe('The coverage of the convention by tests', () => {
  it('is read from the codes with which titles of tests begin', () => {
    const quote = '`';
    const source = [
      "it('MLA-18, 19: allow it', () => {});",
      `it(${quote}LEC-1b-i, SIT-2: both${quote}, () => {});`,
      "it('says nothing of MLA-20: in passing', () => {});",
      "it(\n  'PRES-7: over two lines', () => {});",
      "['MLA-26a: a row of a table', {}],",
    ];
    expect(codesInTitles(source.join('\n'))).to.deep.equal([
      'MLA-18',
      'MLA-19',
      'LEC-1b-i',
      'SIT-2',
      'PRES-7',
      'MLA-26a',
    ]);
  });

  it('names what is missing, and takes a paragraph for covered where each of its parts is', () => {
    const paragraphs = asParagraphs('A-1', 'A-1a', 'A-1b', 'A-10', 'B-1', 'B-2');
    const rows = coverageOf(paragraphs, new Set(['A-1a', 'A-1b', 'B-1']), { 'B-2': {} });
    expect(rows).to.deep.equal([
      { article: 'A', paragraphs: 4, covered: 3, without: 0, missing: ['A-10'] },
      { article: 'B', paragraphs: 2, covered: 1, without: 1, missing: [] },
    ]);
  });

  it('excuses only paragraphs that there are, each with a reason in both languages', () => {
    for (const [code, { en, fr }] of Object.entries(WITHOUT_CONSEQUENCE)) {
      expect(PARAGRAPHS, code).to.have.property(code);
      expect(
        [en, fr ?? ''].every((text) => text.length > 0),
        code,
      ).to.equal(true);
    }
  });
});
