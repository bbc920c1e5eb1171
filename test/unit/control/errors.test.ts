import { expect } from 'chai';
import { classOf, fromDocument, HTTP_STATUS, toDocument } from '../../../protocol/control/errors.ts';
import { ComityError } from '../../../protocol/errors.ts';
import { REJECTIONS } from '../../../protocol/rejection.ts';

describe('error documents', () => {
  it('say the same error again', () => {
    const error = new ComityError('refused', 'It may not be.', { paragraph: 'MLA-28', details: { a: 1 } });
    expect(toDocument(fromDocument(toDocument(error)) ?? error)).to.deep.equal(toDocument(error));
    expect(fromDocument(toDocument(error))).to.be.instanceOf(ComityError);
  });

  it('are none if they lack a code or a sentence, whatever else they are', () => {
    const none = [
      null,
      3,
      'x',
      [],
      {},
      { error: null },
      { error: 3 },
      { error: {} },
      { error: { code: 'x' } },
    ];
    for (const document of none) expect(fromDocument(document), JSON.stringify(document)).to.equal(undefined);
  });

  it('give only what is formed as it should be', () => {
    const error = fromDocument({ error: { code: 'x', message: 'y', paragraph: 3, details: 'z' } });
    expect(error?.paragraph).to.equal(undefined);
    expect(error?.details).to.equal(undefined);
  });

  it('lay what a partner would reject to whoever has sent it, and to nobody in the node', () => {
    for (const code of [...Object.keys(REJECTIONS), 'bad-peer-id', 'wrong-passphrase', 'unknown-desk']) {
      expect(HTTP_STATUS[classOf({ code })], code).to.be.within(400, 499);
    }
    expect(classOf({ code: 'damaged' })).to.equal('failed');
  });
});
