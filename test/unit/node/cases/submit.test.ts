import { expect } from 'chai';
import type { ComityError } from '../../../../protocol/errors.ts';
import { openEnvelope, readItem } from '../../../../protocol/item/item.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { aReply, aRequest, contentOf } from '../../../support/case-messages.ts';
import { CENTRAL } from '../../../support/party-officers.ts';
import { itemsSent, useTwoParties } from '../../../support/two-parties.ts';

describe('acts of the own officers', () => {
  const makeParties = useTwoParties();

  it('an act that the case does not allow now is held back with its paragraph and the verbs that it allows', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    const error = await rejectsWith(jm.say(aReply(reference, 'resume')), 'refused-by-rules');
    expect(error.paragraph).to.equal('MLA-30');
    const verbs = error.details?.['verbs'] as readonly { verb: string; paragraph: string }[];
    expect(verbs).to.deep.include.members([
      { verb: 'acknowledge', paragraph: 'MLA-15' },
      { verb: 'accept', paragraph: 'MLA-22' },
      { verb: 'refuse', paragraph: 'MLA-26' },
    ]);
    expect(verbs.map(({ verb }) => verb)).not.to.include('resume');
  });

  it('MLA-31: a refusal without consultation is held back, and consulting is named as the way out', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    const error = await rejectsWith(jm.say(aReply(reference, 'refuse')), 'refused-by-rules');
    expect(error.paragraph).to.equal('MLA-31');
    expect(error.message).to.include('consult-open');
    expect(jm.sent.filter(({ kind }) => kind === 'item')).to.deep.equal([]);
  });

  it('everything that is missing in a form is said at once, each with its paragraph', async () => {
    const { gd } = await makeParties();
    const { purpose: _purpose, measures: _measures, ...content } = contentOf('mla.general', 'REQUEST');
    const checked = await gd.cases.prepare(gd.officer, aRequest('JM', { content, check: true }));
    expect(checked.draft).to.equal(undefined);
    const missing = checked.problems
      .filter(({ level }) => level === 'BLOCK')
      .map(({ paragraph }) => paragraph);
    expect(missing).to.include.members(['MLA-20f', 'MLA-20d']);
    await rejectsWith(gd.cases.prepare(gd.officer, aRequest('JM', { content })), 'refused-by-rules');
  });

  it('checking alone shows the regime and keeps no draft', async () => {
    const { gd } = await makeParties();
    const checked = await gd.cases.prepare(gd.officer, aRequest('JM', { check: true }));
    expect(checked.problems).to.deep.equal([]);
    expect(checked.summary).to.deep.include({
      label: 'governed by',
      text: 'mla_9_29 (convention caricom-2022)',
    });
    expect(await gd.cases.drafts(gd.officer)).to.deep.equal({ rows: [] });
  });

  it('the draft holds exactly what is sent, with the regime frozen in the opening', async () => {
    const { gd } = await makeParties();
    const { draft } = await gd.cases.prepare(gd.officer, aRequest('JM', { urgency: 'urgent' }));
    if (draft === undefined) throw new Error('no draft');
    expect((await gd.cases.drafts(gd.officer)).rows).to.have.length(1);
    const said = await gd.cases.submit(gd.officer, gd.sign(gd.officer, draft));
    expect(said).to.include({ reference: draft.reference, caseId: draft.caseId });
    const [bytes] = itemsSent(gd) as [Uint8Array];
    const item = readItem(bytes);
    expect(Buffer.from(item.actBytes).toString('base64url')).to.equal(draft.actBytes);
    expect(Buffer.from(item.bodyBytes ?? []).toString('base64url')).to.equal(draft.bodyBytes);
    expect(item.act.regime?.procedure).to.equal('mla_9_29');
    expect(item.header).to.deep.include({ urgency: 'urgent', sender: { party: 'GD', authority: CENTRAL } });
    expect(item.header.expiresAt - item.header.createdAt).to.equal(7 * 24 * 3_600_000);
    expect(await gd.cases.drafts(gd.officer)).to.deep.equal({ rows: [] });
  });

  it('the same draft submitted again is the same item, also at once and after a restart', async () => {
    const { gd } = await makeParties();
    const { draft } = await gd.cases.prepare(gd.officer, aRequest('JM'));
    if (draft === undefined) throw new Error('no draft');
    const signed = gd.sign(gd.officer, draft);
    const [first, second] = await Promise.all([
      gd.cases.submit(gd.officer, signed),
      gd.cases.submit(gd.officer, signed),
    ]);
    expect(second).to.deep.equal(first);
    await gd.restart();
    expect(await gd.cases.submit(gd.officer, signed)).to.deep.equal(first);
    expect(itemsSent(gd)).to.have.length(1);
  });

  it('an act that a client made itself is checked in full, and is sent once however often it is submitted', async () => {
    const { gd } = await makeParties();
    const { draft } = await gd.cases.prepare(gd.officer, aRequest('JM'));
    if (draft === undefined) throw new Error('no draft');
    const { draftId, signature, certificateId } = gd.sign(gd.officer, draft);
    const { network, caseId, recipient, actBytes, actSalt, bodyBytes, bodySalt, attachments, desk, urgency } =
      draft;
    const act = {
      network,
      caseId,
      recipient,
      actBytes,
      actSalt,
      bodyBytes,
      bodySalt,
      attachments,
      desk,
      urgency,
    };
    await gd.cases.removeDraft(gd.officer, draftId ?? '');
    const first = await gd.cases.submit(gd.officer, { act, signature, certificateId });
    expect(await gd.cases.submit(gd.officer, { act, signature, certificateId })).to.deep.equal(first);
    expect(itemsSent(gd)).to.have.length(1);
    await rejectsWith(
      gd.cases.submit(gd.officer, { act: { ...act, network: 'other' }, signature, certificateId }),
      'usage',
    );
    const withFile = { ...act, attachments: ['00'.repeat(32)] };
    await rejectsWith(
      gd.cases.submit(gd.officer, { act: withFile, signature, certificateId }),
      'unknown-attachment',
    );
  });

  it('of several acts each is answered on its own, and those of one case follow the order of the list', async () => {
    const { gd, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    const signed = [];
    for (const request of [
      aReply(reference, 'supplement'),
      aRequest('JM'),
      aReply(reference, 'supplement'),
    ]) {
      const { draft } = await gd.cases.prepare(gd.officer, request);
      if (draft === undefined) throw new Error('no draft');
      signed.push(gd.sign(gd.officer, draft));
    }
    const unknown = { ...(signed[0] as (typeof signed)[0]), draftId: 'none' };
    const outcomes = await gd.cases.submitEach(gd.officer, [unknown, ...signed]);
    const told = outcomes.map((outcome) =>
      outcome.status === 'fulfilled'
        ? (outcome.value as { readonly sequence: number }).sequence
        : (outcome.reason as ComityError).code,
    );
    expect(told).to.deep.equal(['unknown-draft', 2, 1, 3]);
  });

  it('the case has changed since the officer looked: it is said, shown what came, and sent only on insistence', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    const { draft } = await gd.cases.prepare(gd.officer, aReply(reference, 'supplement'));
    if (draft === undefined) throw new Error('no draft');
    await jm.say(aReply(reference, 'acknowledge'));
    await exchange();
    const signed = gd.sign(gd.officer, draft);
    const error = await rejectsWith(gd.cases.submit(gd.officer, signed), 'case-changed');
    expect(error.details?.['items']).to.have.length(1);
    expect((error.details?.['items'] as { verb: string }[])[0]?.verb).to.equal('acknowledge');
    expect(await gd.cases.submit(gd.officer, { ...signed, anyway: true })).to.include({ sequence: 2 });
  });

  it('what a colleague has added meanwhile is no change, but the rules are asked again', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    const [one, two] = await Promise.all(
      [jm.officer, jm.colleague].map((officer) =>
        jm.cases.prepare(officer, aReply(reference, 'acknowledge')),
      ),
    );
    if (one?.draft === undefined || two?.draft === undefined) throw new Error('no draft');
    await jm.cases.submit(jm.officer, jm.sign(jm.officer, one.draft));
    const again = jm.cases.submit(jm.colleague, jm.sign(jm.colleague, two.draft));
    await rejectsWith(again, 'refused-by-rules');
  });

  it('only the officer’s own key, certificate and draft will do', async () => {
    const { gd } = await makeParties();
    const { draft } = await gd.cases.prepare(gd.officer, aRequest('JM'));
    if (draft === undefined) throw new Error('no draft');
    const own = gd.sign(gd.officer, draft);
    const other = gd.sign(gd.colleague, draft);
    await rejectsWith(gd.cases.submit(gd.colleague, other), 'unknown-draft');
    await rejectsWith(gd.cases.submit(gd.officer, other), 'not-permitted');
    await rejectsWith(gd.cases.submit(gd.officer, { ...own, signature: other.signature }), 'not-permitted');
    await rejectsWith(
      gd.cases.submit(gd.officer, { ...own, certificateId: '00'.repeat(32) }),
      'not-permitted',
    );
    expect(await gd.cases.submit(gd.officer, own)).to.include({ sequence: 1 });
  });

  it('an officer of another desk neither opens, sees nor answers cases of this one', async () => {
    const { gd, jm, exchange } = await makeParties();
    const opening = await rejectsWith(
      gd.say(aRequest('JM'), { officer: gd.policeOfficer }),
      'refused-by-rules',
    );
    expect(opening.paragraph).to.equal('MLA-17');
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    const answer = aReply(reference, 'acknowledge');
    await rejectsWith(jm.say(answer, { officer: jm.policeOfficer }), 'unknown-case');
    await rejectsWith(jm.say({ ...answer, desk: 'police' }), 'wrong-desk');
  });

  it('a restored node writes in no case until its partner has sent back what it had', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    jm.mayWrite = false;
    await rejectsWith(jm.say(aReply(reference, 'acknowledge')), 'recovering');
    expect(await jm.say(aRequest('GD'))).to.include({ sequence: 1 });
    jm.mayWrite = true;
    expect(await jm.say(aReply(reference, 'acknowledge'))).to.include({ sequence: 1 });
  });

  it('kinds, verbs and States that there are not are named so', async () => {
    const { gd } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await rejectsWith(gd.say(aRequest('JM', { kind: 'mla.nothing' })), 'unknown-kind');
    await rejectsWith(gd.say(aRequest('TT')), 'unknown-state');
    await rejectsWith(gd.say({ reference, verb: 'shout', content: {} }), 'unknown-verb');
    await rejectsWith(gd.say({ reference, content: {} }), 'usage');
    await rejectsWith(gd.say({ reference: 'ZZZZ', verb: 'withdraw', content: {} }), 'unknown-case');
  });

  it('drafts that nobody signed in time are forgotten', async () => {
    const { gd, clock } = await makeParties();
    await gd.cases.prepare(gd.officer, aRequest('JM'));
    await clock.advance(7 * 24 * 3_600_000 - 1000);
    expect(await gd.cases.sweep()).to.equal(0);
    await clock.advance(2000);
    expect(await gd.cases.sweep()).to.equal(1);
    expect(await gd.cases.drafts(gd.officer)).to.deep.equal({ rows: [] });
  });

  it('time never goes back along a chain, though the clock does', async () => {
    const { gd, clock } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    clock.setWall(clock.now() - 3_600_000);
    await gd.say(aReply(reference, 'supplement'));
    const [first, second] = itemsSent(gd).map((bytes) => openEnvelope(bytes).header.createdAt);
    expect(second).to.equal(first);
  });
});
