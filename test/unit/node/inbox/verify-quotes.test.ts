import { expect } from 'chai';
import { verifyQuotes } from '../../../../node/inbox/verify-quotes.ts';
import { receiptStatement } from '../../../../protocol/delivery/statements.ts';
import type { Quote } from '../../../../protocol/item/quote.ts';
import { aDraft, anAct, anItem, filled, keyring, signerOf } from '../../../support/items.ts';
import { refuses } from '../../../support/refuses.ts';

const quoted = anItem();
const { headerBytes, actBytes, actSalt, officers, authority, id, header } = quoted;
const quote: Quote = { headerBytes, actBytes, actSalt, authority, officers };
const receiver = signerOf(9);
const receipt = receiptStatement.sign(
  {
    ...{ network: 'caricom', receiver: 'JM', sender: 'GD', itemId: id, act: header.act, body: header.body },
    ...{ attachments: [], parts: 0, complete: true, receivedAt: aDraft.createdAt + 1000, defects: [] },
  },
  receiver,
);

const keys = (compared: readonly string[] = ['GD', 'JM'], known = true) => ({
  network: 'caricom',
  directory: {
    hasProfile: () => known,
    keyring: () => keyring,
    isCompared: (party: string) => compared.includes(party),
    statementKey: () => receiver.publicKey,
  },
});

const verify = (given: Partial<Quote>, using = keys()) =>
  verifyQuotes(using, { act: { ...anAct, quotes: [{ ...quote, ...given }] } });

describe('what an item quotes of other cases', () => {
  it('holds with every signature on it, and with its receipt', () => {
    expect(verify({})).to.deep.equal([]);
    expect(verify({ receipt })).to.deep.equal([]);
  });

  it('asks for the profile that the quoted item pins before anything else', () => {
    expect(verify({}, keys(['GD', 'JM'], false))).to.deep.equal([aDraft.senderProfile]);
  });

  it('is refused where its author is a party that nobody here has compared', () => {
    refuses('unauthentic', () => verify({}, keys(['JM'])));
    refuses('unauthentic', () => verify({ receipt }, keys(['GD'])));
  });

  it('is refused with an act, a signature or a network of another', () => {
    refuses('unauthentic', () => verify({ actSalt: filled(32, 1) }));
    refuses('unauthentic', () => verify({ authority: { ...authority, value: filled(64, 1) } }));
    refuses('malformed', () => verify({ headerBytes: filled(9, 1) }));
    refuses('unauthentic', () => verify({}, { ...keys(), network: 'other' }));
  });

  it('is refused with the receipt of another item, or one that its receiver has not signed', () => {
    const other = anItem({ ...aDraft, sequence: 3 });
    refuses('unauthentic', () => verify({ ...other, receipt }));
    const forged = { ...receipt, signature: { ...receipt.signature, value: filled(64, 1) } };
    refuses('unauthentic', () => verify({ receipt: forged }));
  });
});
