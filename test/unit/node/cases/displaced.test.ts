import { expect } from 'chai';
import { readItem } from '../../../../protocol/item/item.ts';
import { aReply, aRequest } from '../../../support/case-messages.ts';
import { craft } from '../../../support/crafted-items.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { itemsSent, type TestParty, useTwoParties } from '../../../support/two-parties.ts';

const NOTHING = { operations: [] };

describe('an own item whose place the partner gave to another own one', () => {
  const makeParties = useTwoParties();

  const verbsAt = async (party: TestParty, reference: string) =>
    (await party.cases.timeline(party.officer, reference)).entries.map(({ verb, verdict }) => [
      verb,
      verdict,
    ]);
  const digestAt = async (party: TestParty, reference: string): Promise<string> =>
    (await party.cases.show(party.officer, reference)).foldDigest;

  /** JM holds an item of GD that GD knows nothing of any more; and GD has written two for its place and the next. */
  const twice = async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference, caseId, itemId } = await gd.say(aRequest('JM'));
    await exchange();
    const lost = craft(gd, jm, { caseId, sequence: 2, previous: itemId, verb: 'SUPPLEMENT' });
    expect(await jm.take(lost.bytes)).to.include({ outcome: 'placed' });
    await gd.say(aReply(reference, 'status-query'));
    await gd.say(aReply(reference, 'supplement'));
    const written = itemsSent(gd).map((bytes) => readItem(bytes));
    for (const [index, item] of written.entries()) {
      const code = index === 0 ? 'sequence-taken' : 'chain-broken';
      expect(await jm.take(item.bytes)).to.include({ outcome: 'rejected', code });
      await jm.cases.passOver(item, NOTHING);
    }
    const [second, third] = written;
    if (second === undefined || third === undefined) throw new Error('nothing was written');
    return { gd, jm, exchange, reference, lost: { ...lost, certificates: [] }, second, third };
  };

  it('gives way to the one that stands, and both sides come to the same case, whichever answer comes first', async () => {
    for (const order of ['second first', 'third first']) {
      const { gd, jm, exchange, reference, lost, second, third } = await twice();
      if (order === 'third first') await gd.cases.passOver(third, NOTHING);
      await gd.cases.passOver(second, NOTHING, lost);
      if (order === 'second first') await gd.cases.passOver(third, NOTHING);
      for (const again of [false, true]) {
        if (again) await gd.restart();
        expect(await digestAt(gd, reference)).to.equal(await digestAt(jm, reference));
        expect(await verbsAt(gd, reference)).to.deep.equal([
          ['request', 'effective'],
          ['supplement', 'effective'],
          ['status-query', 'displaced'],
          ['supplement', 'displaced'],
        ]);
      }
      const next = await gd.say(aReply(reference, 'withdraw'));
      expect(next.sequence).to.equal(3);
      await exchange();
      expect(await digestAt(gd, reference)).to.equal(await digestAt(jm, reference));
      expect((await jm.cases.show(jm.officer, reference)).status).to.equal('withdrawn');
    }
  });

  it('holds up what is written in its case until all that hangs on it is answered', async () => {
    const { gd, reference, lost, second, third } = await twice();
    await gd.cases.passOver(second, NOTHING, lost);
    await rejectsWith(gd.cases.prepare(gd.officer, aReply(reference, 'withdraw')), 'recovering');
    await gd.cases.passOver(third, NOTHING);
    await gd.say(aReply(reference, 'withdraw'));
  });

  it('is offered to its officer as a draft, who sends it by signing again', async () => {
    const { gd, jm, exchange, reference, lost, second, third } = await twice();
    await gd.cases.passOver(second, NOTHING, lost);
    await gd.cases.passOver(third, NOTHING);
    const { rows } = await gd.cases.drafts(gd.officer);
    expect(rows.map(({ verb }) => verb).sort()).to.deep.equal(['status-query', 'supplement']);
    const draftId = rows.find(({ verb }) => verb === 'status-query')?.draftId ?? '';
    const [signed] = second.officers;
    const { certificateId = '' } = gd.officer.certificates[0] ?? {};
    if (signed === undefined) throw new Error('nobody has signed');
    const { keyId, value } = signed.signature;
    const signature = { keyId, value: Buffer.from(value).toString('base64url') };
    const said = await gd.cases.submit(gd.officer, { draftId, signature, certificateId });
    expect(said).to.include({ sequence: 3, verb: 'status-query', reference });
    await exchange();
    expect(await digestAt(gd, reference)).to.equal(await digestAt(jm, reference));
  });

  it('stays to be read and to be sent again under its number, and is an entry of the record', async () => {
    const { gd, lost, second } = await twice();
    await gd.cases.passOver(second, NOTHING, lost);
    const kept = await gd.cases.envelope(second.id);
    expect(Buffer.from(kept?.bytes ?? [])).to.deep.equal(Buffer.from(second.bytes));
    const standing = await gd.cases.envelope(lost.id);
    expect(Buffer.from(standing?.bytes ?? [])).to.deep.equal(Buffer.from(lost.bytes));
    expect((await gd.cases.openItem(gd.officer, second.id)).verb).to.equal('status-query');
  });

  it('is not offered again if the one that stands says the very same', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    const { draft } = await gd.cases.prepare(gd.officer, aReply(reference, 'status-query'));
    if (draft === undefined) throw new Error('nothing was prepared');
    await gd.cases.submit(gd.officer, gd.sign(gd.officer, draft));
    const [bytes = new Uint8Array()] = itemsSent(gd);
    await jm.take(bytes);
    const item = readItem(bytes);
    await gd.cases.passOver(item, NOTHING, { ...item, id: 'ab'.repeat(32), certificates: [] });
    expect((await gd.cases.drafts(gd.officer)).rows).to.deep.equal([]);
  });
});
