import { expect } from 'chai';
import { openEnvelope, readItem, withholdBody } from '../../../../protocol/item/item.ts';
import { aReply, aRequest } from '../../../support/case-messages.ts';
import { craft } from '../../../support/crafted-items.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { itemsSent, type TestParty, useTwoParties } from '../../../support/two-parties.ts';

const NOTHING = { operations: [] };

describe('an own item that the partner had rejected, and that a restored node lost', () => {
  const makeParties = useTwoParties();

  const digestAt = async (party: TestParty, reference: string): Promise<string> =>
    (await party.cases.show(party.officer, reference)).foldDigest;

  /** What JM keeps of an item of GD that it has rejected, as it goes back. */
  const keptBy = async (jm: TestParty, id: string): Promise<Uint8Array> => {
    const kept = await jm.cases.envelope(id);
    if (kept === undefined) throw new Error('nothing was kept');
    expect(kept.withheld).to.equal(true);
    return kept.bytes;
  };

  it('is kept by the partner without its body, and nothing but its header is read there', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference, caseId, itemId } = await gd.say(aRequest('JM'));
    await exchange();
    const lost = craft(gd, jm, { caseId, sequence: 2, previous: itemId, verb: 'DANCE' });
    await jm.cases.passOver(lost, NOTHING);
    for (const again of [false, true]) {
      if (again) await jm.restart();
      expect(await keptBy(jm, lost.id)).to.deep.equal(withholdBody(lost));
      await rejectsWith(jm.cases.openItem(jm.officer, lost.id), 'erased');
      const { entries } = await jm.cases.timeline(jm.officer, reference);
      expect(entries.at(-1)).to.include({ verb: '', verdict: 'void' });
    }
  });

  it('comes back as the void that it is: the case is whole, goes on, and is the same on both sides', async () => {
    for (const readable of [true, false]) {
      const { gd, jm, exchange } = await makeParties();
      const { reference, caseId, itemId } = await gd.say(aRequest('JM'));
      await exchange();
      const lost = craft(gd, jm, { caseId, sequence: 2, previous: itemId, verb: 'SUPPLEMENT' });
      const next = craft(gd, jm, {
        caseId,
        sequence: 3,
        previous: lost.id,
        verb: 'STATUS_QUERY',
        voids: [lost.id],
      });
      await jm.cases.passOver(lost, NOTHING);
      await jm.take(next.bytes);
      await gd.cases.takeBack(readItem(next.bytes), 'receipt', NOTHING);
      await rejectsWith(gd.cases.prepare(gd.officer, aReply(reference, 'withdraw')), 'recovering');
      const bytes = await keptBy(jm, lost.id);
      await gd.cases.takeBack(readable ? readItem(bytes) : openEnvelope(bytes), 'rejection', NOTHING);
      if (!readable) await gd.restart();
      expect(await digestAt(gd, reference)).to.equal(await digestAt(jm, reference));
      expect((await gd.say(aReply(reference, 'withdraw'))).sequence).to.equal(4);
      await exchange();
      expect(await digestAt(gd, reference)).to.equal(await digestAt(jm, reference));
    }
  });

  it('that had opened a case shows that case as rejected again', async () => {
    const { gd, jm } = await makeParties();
    const lost = craft(gd, jm, { caseId: 'cd'.repeat(16), sequence: 1, verb: 'REQUEST' });
    await jm.cases.passOver(lost, NOTHING);
    await gd.cases.takeBack(readItem(await keptBy(jm, lost.id)), 'rejection', NOTHING);
    for (const again of [false, true]) {
      if (again) await gd.restart();
      const { rows } = await gd.cases.list(gd.officer, { box: 'outbox', query: {} });
      expect(rows.map(({ status, delivery }) => [status, delivery])).to.deep.equal([
        ['rejected', 'rejected'],
      ]);
    }
    expect(itemsSent(gd)).to.deep.equal([]);
  });
});

describe('an own item that a restored node lost', () => {
  const makeParties = useTwoParties();

  it('may come back before the opening of the partner that it answers', async () => {
    const { gd, jm } = await makeParties();
    const caseId = 'cd'.repeat(16);
    const opening = craft(gd, jm, { caseId, sequence: 1, verb: 'REQUEST' });
    const answer = craft(jm, gd, { caseId, sequence: 1, seen: opening.id, verb: 'ACCEPT' });
    await jm.cases.takeBack(readItem(answer.bytes), 'receipt', NOTHING);
    expect(await jm.take(opening.bytes)).to.deep.equal({ outcome: 'placed' });
    const { rows } = await jm.cases.list(jm.officer, { box: 'inbox', query: {} });
    expect(rows.map((row) => row.caseId)).to.deep.equal([caseId]);
  });
});
