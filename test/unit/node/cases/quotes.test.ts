import { expect } from 'chai';
import { receiptStatement } from '../../../../protocol/delivery/statements.ts';
import { type Item, readItem } from '../../../../protocol/item/item.ts';
import { aReply, aRequest } from '../../../support/case-messages.ts';
import { signerFrom } from '../../../support/profiles.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { type TestParty, useTwoParties } from '../../../support/two-parties.ts';

const lastSent = (party: TestParty): Item => {
  const parcel = party.sent.findLast(({ kind }) => kind === 'item');
  if (parcel?.kind !== 'item') throw new Error('nothing was sent');
  return readItem(parcel.item);
};
const link = (reference: string, quotes: readonly string[]) =>
  aReply(reference, 'link-case', { quotes: [...quotes] });

describe('an act that quotes an item of another case', () => {
  const makeParties = useTwoParties();

  it('D-02: holds its header, its act, its signatures and the receipt for it, and no body', async () => {
    const { gd, exchange } = await makeParties();
    const followUp = await gd.say(aRequest('JM'));
    const quoted = lastSent(gd);
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    const { network, sender, recipient } = quoted.header;
    const receipt = receiptStatement.sign(
      {
        ...{ network, receiver: recipient.party, sender: sender.party, itemId: followUp.itemId },
        ...{ act: quoted.header.act, body: quoted.header.body, attachments: [], parts: 0 },
        ...{ complete: true, receivedAt: quoted.header.createdAt + 1, defects: [] },
      },
      signerFrom('JM receipt'),
    );
    gd.signedReceipts.set(followUp.itemId, receipt);
    await gd.say(link(reference, [followUp.itemId]));
    const { act } = lastSent(gd);
    const { headerBytes, actBytes, actSalt, authority, officers } = quoted;
    expect(act.quotes).to.deep.equal([{ headerBytes, actBytes, actSalt, authority, officers, receipt }]);
  });

  it('is not made of what the officer may not see', async () => {
    const { gd, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    await rejectsWith(gd.say(link(reference, ['ab'.repeat(32)])), 'unknown-item');
  });
});
