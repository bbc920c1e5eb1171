import { expect } from 'chai';
import { evidenceStatement } from '../../../../protocol/delivery/statements.ts';
import { openEnvelope } from '../../../../protocol/item/item.ts';
import { aReply, aRequest } from '../../../support/case-messages.ts';
import { itemsSent, type TestParty, useTwoParties } from '../../../support/two-parties.ts';

describe('cases of two parties', () => {
  const makeParties = useTwoParties();

  const digestAt = async (party: TestParty, reference: string): Promise<string> =>
    (await party.cases.show(party.officer, reference)).foldDigest;

  it('a request is queued by one side and stands in the inbox of the other', async () => {
    const { gd, jm, exchange } = await makeParties();
    const said = await gd.say(aRequest('JM'));
    expect(said).to.include({ sequence: 1, verb: 'request', delivery: 'queued' });
    await exchange();
    const { rows } = await jm.cases.list(jm.officer, { box: 'inbox', query: {} });
    expect(rows).to.have.length(1);
    expect(rows[0]).to.include({
      ...{ reference: said.reference, kind: 'mla.general', verb: 'request', partner: 'GD' },
      ...{ side: 'requested', status: 'received', waitingOn: 'nobody', unread: true },
    });
  });

  it('both sides come to the same case, byte for byte, by way of question, answer and result', async () => {
    const { gd, jm, exchange, clock } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    const steps = [
      [jm, 'acknowledge'],
      [jm, 'info-request'],
      [gd, 'info-reply'],
      [jm, 'accept'],
      [jm, 'status-report'],
    ] as const;
    for (const [party, verb] of steps) {
      await exchange();
      await clock.advance(60_000);
      await party.say(aReply(reference, verb));
    }
    await exchange();
    expect(await gd.cases.show(gd.officer, reference)).to.include({
      status: 'executing',
      side: 'requesting',
    });
    expect(await digestAt(gd, reference)).to.equal(await digestAt(jm, reference));
    const { entries } = await gd.cases.timeline(gd.officer, reference);
    expect(entries.map(({ verb }) => verb)).to.deep.equal(['request', ...steps.map(([, verb]) => verb)]);
  });

  it('acts that cross are placed alike on both sides, and neither side breaks a rule', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    await jm.say(aReply(reference, 'acknowledge'));
    await gd.say(aReply(reference, 'status-query'));
    await jm.say(aReply(reference, 'accept'));
    await exchange();
    const views = await Promise.all([gd, jm].map((party) => party.cases.show(party.officer, reference)));
    expect(views.map(({ status }) => status)).to.deep.equal(['executing', 'executing']);
    expect(views.map(({ flags }) => flags)).to.deep.equal([[], []]);
    expect(views[0]?.foldDigest).to.equal(views[1]?.foldDigest);
  });

  it('an item that comes early waits, and has its place when the gap before it closes', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    await jm.say(aReply(reference, 'acknowledge'));
    await jm.say(aReply(reference, 'accept'));
    const [first, second] = itemsSent(jm) as [Uint8Array, Uint8Array];
    expect(await gd.take(second)).to.deep.equal({ outcome: 'waiting' });
    const waiting = await gd.cases.show(gd.officer, reference);
    expect(waiting).to.include({ status: 'received' });
    expect(waiting.waiting).to.deep.equal([openEnvelope(second).id]);
    expect(gd.sent).to.deep.equal([]);
    expect(await gd.take(first)).to.deep.equal({ outcome: 'placed' });
    expect(await gd.cases.show(gd.officer, reference)).to.include({ status: 'executing' });
    // The receipt of the one that waited could not say that it was with its desk.
    const told = gd.sent.flatMap((parcel) => (parcel.kind === 'evidence' ? [parcel.statement] : []));
    const evidence = told.map((statement) => evidenceStatement.read(statement));
    expect(evidence.map(({ itemId, level }) => [itemId, level])).to.deep.equal([
      [openEnvelope(second).id, 'delivery'],
    ]);
    expect(await digestAt(gd, reference)).to.equal(await digestAt(jm, reference));
  });

  it('what comes before its opening waits unseen, and the case is there once the opening has come', async () => {
    const { gd, jm } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await gd.say(aReply(reference, 'supplement'));
    const [opening, supplement] = itemsSent(gd) as [Uint8Array, Uint8Array];
    expect(await jm.take(supplement)).to.deep.equal({ outcome: 'waiting' });
    expect(await jm.cases.list(jm.officer, { box: 'cases', query: {} })).to.deep.equal({ rows: [] });
    await jm.restart();
    expect(await jm.take(opening)).to.deep.equal({ outcome: 'placed' });
    const { entries } = await jm.cases.timeline(jm.officer, reference);
    expect(entries.map(({ verb, verdict }) => [verb, verdict])).to.deep.equal([
      ['request', 'effective'],
      ['supplement', 'effective'],
    ]);
    expect(await digestAt(jm, reference)).to.equal(await digestAt(gd, reference));
  });

  it('the same item a second time is a duplicate and changes nothing', async () => {
    const { gd, jm } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    const [opening] = itemsSent(gd) as [Uint8Array];
    await jm.take(opening);
    const before = await digestAt(jm, reference);
    expect(await jm.take(opening)).to.deep.equal({ outcome: 'duplicate' });
    await jm.restart();
    expect(await jm.take(opening)).to.deep.equal({ outcome: 'duplicate' });
    expect(await digestAt(jm, reference)).to.equal(before);
  });

  it('a node that is restarted goes on where it was, on either side of a commit', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    await Promise.all([gd.restart(), jm.restart()]);
    await jm.say(aReply(reference, 'acknowledge'));
    await jm.restart();
    await exchange();
    await gd.restart();
    await gd.say(aReply(reference, 'withdraw'));
    await exchange();
    expect(await jm.cases.show(jm.officer, reference)).to.include({ status: 'withdrawn' });
    expect(await digestAt(gd, reference)).to.equal(await digestAt(jm, reference));
  });

  it('items of many cases at once each find their case', async () => {
    const { gd, jm, exchange } = await makeParties();
    const said = await Promise.all(Array.from({ length: 20 }, () => gd.say(aRequest('JM'))));
    await exchange();
    await Promise.all(said.map(({ reference }) => jm.say(aReply(reference, 'acknowledge'))));
    await exchange();
    for (const { reference } of said) {
      expect(await digestAt(gd, reference)).to.equal(await digestAt(jm, reference));
    }
  });

  it('items of one case that come all at once are taken one after the other', async () => {
    const { gd, jm } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    for (let n = 0; n < 5; n++) await gd.say(aReply(reference, 'supplement'));
    const items = itemsSent(gd);
    const outcomes = await Promise.all(items.toReversed().map((item) => jm.take(item)));
    expect(outcomes.map(({ outcome }) => outcome)).to.deep.equal([
      ...Array<string>(5).fill('waiting'),
      'placed',
    ]);
    expect(await digestAt(gd, reference)).to.equal(await digestAt(jm, reference));
  });
});
