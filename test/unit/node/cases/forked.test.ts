import { expect } from 'chai';
import { aReply, aRequest } from '../../../support/case-messages.ts';
import { craft } from '../../../support/crafted-items.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { itemsSent, type TestParty, useTwoParties } from '../../../support/two-parties.ts';

const NOTHING = { operations: [] };

describe('a case of which one side has signed two items for one place, both receipted', () => {
  const makeParties = useTwoParties();

  const digestAt = async (party: TestParty, reference: string): Promise<string> =>
    (await party.cases.show(party.officer, reference)).foldDigest;

  const forked = async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference, caseId } = await gd.say(aRequest('JM'));
    const withdrawn = await gd.say(aReply(reference, 'withdraw'));
    await exchange();
    const before = await digestAt(jm, reference);
    const standing = await gd.say(aReply(reference, 'close'));
    await exchange();
    const lost = craft(gd, jm, { caseId, sequence: 3, previous: withdrawn.itemId, verb: 'CLOSE' });
    const other = { ...lost, certificates: [] };
    await jm.cases.keepFork(other, NOTHING);
    await gd.cases.takeBack(other, 'receipt', NOTHING);
    return { gd, jm, exchange, reference, before, items: [standing.itemId, lost.id] };
  };

  it('stands before the two, the same on both sides and after a restart, and shows both', async () => {
    const { gd, jm, reference, before, items } = await forked();
    for (const party of [gd, jm]) {
      for (const again of [false, true]) {
        if (again) await party.restart();
        expect(await digestAt(party, reference)).to.equal(before);
        const { entries } = await party.cases.timeline(party.officer, reference);
        const waiting = entries.filter(({ verdict }) => verdict === 'waiting').map(({ itemId }) => itemId);
        expect(waiting.sort()).to.deep.equal(items.toSorted());
        for (const itemId of items) expect(await party.cases.envelope(itemId)).to.not.equal(undefined);
      }
    }
  });

  it('can only be closed by the other side, and takes nothing more from the one that has signed both', async () => {
    const { gd, jm, exchange, reference } = await forked();
    const { verbs } = await jm.cases.replies(jm.officer, { reference });
    expect(verbs.map(({ verb }) => verb)).to.deep.equal(['close']);
    const error = await rejectsWith(gd.cases.prepare(gd.officer, aReply(reference, 'close')), 'refused');
    expect(error.message).to.match(/ask JM to close the case, and go on in a new one\.$/);
    expect(itemsSent(gd)).to.deep.equal([]);
    await jm.say(aReply(reference, 'close'));
    await exchange();
    expect(await digestAt(gd, reference)).to.equal(await digestAt(jm, reference));
  });

  it('keeps the second one once, however often it comes', async () => {
    const { gd, jm, reference, items } = await forked();
    const before = await jm.cases.timeline(jm.officer, reference);
    const [, second = ''] = items;
    const bytes = (await jm.cases.envelope(second))?.bytes;
    if (bytes === undefined) throw new Error('it is not there');
    expect(await jm.take(bytes)).to.include({ outcome: 'rejected' });
    expect(await jm.cases.timeline(jm.officer, reference)).to.deep.equal(before);
    expect(gd.code).to.equal('GD');
  });
});
