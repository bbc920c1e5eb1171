import { expect } from 'chai';
import { COUNTS } from '../../../protocol/limits.ts';
import { isRejectionCode, REJECTIONS, rejection, type RejectionCode } from '../../../protocol/rejection.ts';

const codes = Object.keys(REJECTIONS) as RejectionCode[];

describe('rejections', () => {
  it('each have a code that travels and a sentence of their own that fits into the message', () => {
    for (const code of codes) {
      expect(code).to.match(/^[a-z]+(-[a-z]+)*$/);
      expect(code.length).to.be.at.most(COUNTS.codeCharacters);
      expect(REJECTIONS[code]).to.match(/^[A-Z].*\.$/);
      expect(REJECTIONS[code].length).to.be.at.most(COUNTS.sentenceCharacters);
    }
    expect(new Set(Object.values(REJECTIONS)).size).to.equal(codes.length);
  });

  it('are known by their code, whatever objects inherit', () => {
    for (const code of codes) expect(isRejectionCode(code)).to.equal(true);
    for (const other of ['', 'toString', '__proto__', 'Malformed', 'case-changed']) {
      expect(isRejectionCode(other), other).to.equal(false);
    }
  });

  it('carry code, sentence, details and cause as an error', () => {
    const cause = new Error('index out of range');
    const error = rejection('malformed', { where: 'header' }, cause);
    expect(error).to.include({ code: 'malformed', message: REJECTIONS.malformed, cause });
    expect(error.details).to.deep.equal({ where: 'header' });
    expect(rejection('impostor').details).to.equal(undefined);
  });
});
