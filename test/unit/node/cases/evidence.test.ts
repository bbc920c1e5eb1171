import { expect } from 'chai';
import type { CaseEvent } from '../../../../node/cases/watchers.ts';
import type { WatchEvent } from '../../../../protocol/control/types.ts';
import { evidenceStatement } from '../../../../protocol/delivery/statements.ts';
import { aReply, aRequest } from '../../../support/case-messages.ts';
import { CENTRAL } from '../../../support/party-officers.ts';
import { signerFrom } from '../../../support/profiles.ts';
import { itemsSent, type TestParty, useTwoParties } from '../../../support/two-parties.ts';

describe('evidence of items, and who hears of them', () => {
  const makeParties = useTwoParties();

  it('evidence grows from submission over relay and delivery to retrieval, and never names the officer there', async () => {
    const { gd, jm, exchange, clock } = await makeParties();
    const { reference, itemId } = await gd.say(aRequest('JM'));
    const levels = async (party: TestParty) => {
      const { entries } = await party.cases.timeline(party.officer, reference);
      return entries.find((entry) => entry.itemId === itemId)?.evidence.map(({ level, by }) => [level, by]);
    };
    expect(await levels(gd)).to.deep.equal([['submission', 'GD']]);
    await clock.advance(1000);
    await exchange();
    const delivered = [
      ['submission', 'GD'],
      ['relay', 'JM'],
      ['delivery', 'JM/central-authority'],
    ];
    expect(await levels(gd)).to.deep.equal(delivered);
    await clock.advance(1000);
    await jm.cases.openItem(jm.officer, itemId);
    await exchange();
    expect(await levels(gd)).to.deep.equal([...delivered, ['retrieval', 'JM/central-authority']]);
    expect(await levels(jm)).to.deep.equal([...delivered, ['retrieval', 'JM/central-authority (officer)']]);
  });

  it('a delay that this node has noticed stands in the timeline, and nobody else can say it', async () => {
    const { gd, jm } = await makeParties();
    const { reference, itemId } = await gd.say(aRequest('JM'));
    const late = { network: 'test', party: 'GD', itemId, level: 'delay', at: 2_000_000_000_000 } as const;
    const said = {
      party: 'GD',
      evidence: late,
      signed: evidenceStatement.sign(late, signerFrom('GD receipt')),
    };
    expect(await gd.cases.takeEvidence(said, { operations: [] })).to.equal(true);
    expect(await jm.cases.takeEvidence(said, { operations: [] })).to.equal(false);
    const { entries } = await gd.cases.timeline(gd.officer, reference);
    expect(entries[0]?.evidence.map(({ level, by }) => [level, by])).to.deep.equal([
      ['submission', 'GD'],
      ['delay', 'GD'],
    ]);
  });

  it('an item is opened with what was written; only the first opening is told, and it is read from then on', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { itemId, reference } = await gd.say(aRequest('JM'));
    await exchange();
    const unread = async () => (await jm.cases.list(jm.officer, { box: 'inbox', query: {} })).rows[0]?.unread;
    expect(await unread()).to.equal(true);
    const opened = await jm.cases.openItem(jm.officer, itemId);
    expect(opened).to.include({ from: 'GD', verb: 'request', reference, language: 'en' });
    expect(opened.body).to.have.property('subject_matter');
    expect(opened.act).to.have.property('measures');
    expect(await unread()).to.equal(false);
    expect(jm.sent).to.have.length(1);
    await jm.cases.openItem(jm.colleague, itemId);
    await gd.cases.openItem(gd.officer, itemId);
    expect(jm.sent).to.have.length(1);
    expect(gd.sent).to.have.length(0);
    const { entries } = await jm.cases.timeline(jm.officer, reference);
    expect(entries[0]?.unread).to.equal(false);
  });

  it('evidence that is not the partner’s to give is not kept', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { itemId, reference } = await gd.say(aRequest('JM'));
    await exchange();
    const [parcel] = await (async () => {
      await jm.cases.openItem(jm.officer, itemId);
      return jm.sent.splice(0);
    })();
    if (parcel?.kind !== 'evidence') throw new Error('no evidence');
    const evidence = { network: 'test', party: 'JM', itemId, level: 'submission' as const, at: 1 };
    const statement = { party: 'JM', evidence, signed: parcel.statement };
    const nothing = { operations: [] };
    expect(await gd.cases.takeEvidence(statement, nothing)).to.equal(false);
    const level = 'retrieval' as const;
    const foreign = { ...statement, evidence: { ...evidence, level, party: 'TT' } };
    expect(await gd.cases.takeEvidence(foreign, nothing)).to.equal(false);
    expect(await gd.cases.takeEvidence({ ...statement, evidence: { ...evidence, level } }, nothing)).to.equal(
      true,
    );
    expect(
      await gd.cases.takeEvidence({ ...statement, evidence: { ...evidence, level, at: 2 } }, nothing),
    ).to.equal(true);
    const { entries } = await gd.cases.timeline(gd.officer, reference);
    expect(entries[0]?.evidence.filter((entry) => entry.level === 'retrieval')).to.have.length(1);
  });

  it('watchers hear of cases of their own desks, and of nothing once they stop', async () => {
    const { gd, jm, exchange } = await makeParties();
    const heard: WatchEvent[] = [];
    const police: WatchEvent[] = [];
    const stop = jm.cases.subscribe(jm.officer, (event) => heard.push(event));
    jm.cases.subscribe(jm.policeOfficer, (event) => police.push(event));
    jm.cases.subscribe(jm.operator, (event) => police.push(event));
    const { reference, itemId } = await gd.say(aRequest('JM', { urgency: 'emergency' }));
    await exchange();
    expect(heard).to.have.length(1);
    expect(heard[0]).to.include({
      type: 'item',
      reference,
      itemId,
      verb: 'request',
      partner: 'GD',
      urgency: 'emergency',
    });
    const { itemId: answer } = await jm.say(aReply(reference, 'acknowledge'));
    await jm.cases.relayed(answer);
    expect(heard.at(-1)).to.include({ type: 'delivery', itemId: answer, delivery: 'relayed' });
    stop();
    await jm.say(aReply(reference, 'accept'));
    expect(heard).to.have.length(3);
    expect(police).to.deep.equal([]);
  });

  it('an emergency rings though what it follows has not come; anything else waits in silence', async () => {
    const { gd, jm } = await makeParties();
    const { reference } = await gd.say(aRequest('JM', { urgency: 'emergency' }));
    await gd.say(aReply(reference, 'supplement'));
    await gd.say(aReply(reference, 'supplement', { urgency: 'routine' }));
    const [, emergency, routine] = itemsSent(gd) as [Uint8Array, Uint8Array, Uint8Array];
    const heard: CaseEvent[] = [];
    jm.cases.subscribeNode((event) => heard.push(event));
    await jm.take(routine);
    expect(heard).to.deep.equal([]);
    await jm.take(emergency);
    expect(heard).to.have.length(1);
    expect(heard[0]?.event).to.include({
      type: 'item',
      urgency: 'emergency',
      partner: 'GD',
      verb: 'supplement',
    });
    expect(heard[0]?.desks).to.deep.equal([CENTRAL]);
  });
});
