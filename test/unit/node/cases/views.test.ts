import { expect } from 'chai';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { aReply, aRequest, contentOf } from '../../../support/case-messages.ts';
import { type TestParty, useTwoParties } from '../../../support/two-parties.ts';

const DAY_MS = 86_400_000;

describe('what officers see of cases', () => {
  const makeParties = useTwoParties();

  const references = async (
    party: TestParty,
    query: Parameters<TestParty['cases']['list']>[1]['query'] = {},
  ) =>
    (await party.cases.list(party.officer, { box: 'cases', query })).rows.map(({ reference }) => reference);

  it('lists stand in the order of urgency, then of what is due, then of what moved last', async () => {
    const { gd, clock } = await makeParties();
    const said = [];
    for (const urgency of ['routine', 'emergency', 'urgent', 'routine'] as const) {
      said.push((await gd.say(aRequest('JM', { urgency }))).reference);
      await clock.advance(2 * DAY_MS);
    }
    expect(await references(gd)).to.deep.equal([said[1], said[2], said[0], said[3]]);
  });

  it('a list is read page by page, each case once, and the last page says that it is the last', async () => {
    const { gd } = await makeParties();
    for (let n = 0; n < 5; n++) await gd.say(aRequest('JM'));
    const pages = [];
    let after: string | undefined;
    do {
      const query = { limit: 2, ...(after !== undefined && { after }) };
      const page = await gd.cases.list(gd.officer, { box: 'cases', query });
      pages.push(page.rows.map(({ reference }) => reference));
      after = page.next;
    } while (after !== undefined);
    expect(pages.map(({ length }) => length)).to.deep.equal([2, 2, 1]);
    expect(pages.flat()).to.deep.equal(await references(gd));
    const wrong = gd.cases.list(gd.officer, { box: 'cases', query: { after: 'somewhere' } });
    await rejectsWith(wrong, 'usage');
  });

  it('a page that is exactly full has no next one', async () => {
    const { gd } = await makeParties();
    for (let n = 0; n < 2; n++) await gd.say(aRequest('JM'));
    expect(await gd.cases.list(gd.officer, { box: 'cases', query: { limit: 2 } })).not.to.have.property(
      'next',
    );
  });

  it('lists are narrowed by status, kind, partner, what is open, what is due, and text', async () => {
    const { gd, jm, exchange, clock } = await makeParties();
    const request = (await gd.say(aRequest('JM', { ownReference: 'AG 2026/17' }))).reference;
    const information = (
      await gd.say(
        aRequest('JM', { kind: 'info.spontaneous', content: contentOf('info.spontaneous', 'TRANSMIT') }),
      )
    ).reference;
    const withdrawn = (await gd.say(aRequest('JM'))).reference;
    await gd.say(aReply(withdrawn, 'withdraw'));
    await gd.say(aReply(withdrawn, 'close'));
    await exchange();
    await jm.say(aReply(withdrawn, 'close'));
    await exchange();
    expect(await references(gd, { status: 'closed' })).to.deep.equal([withdrawn]);
    expect(await references(gd, { open: true })).to.have.members([request, information]);
    expect(await references(gd, { kind: 'info.spontaneous' })).to.deep.equal([information]);
    expect(await references(gd, { partner: 'TT' })).to.deep.equal([]);
    expect(await references(gd, { search: 'ag 2026' })).to.deep.equal([request]);
    const soon = new Date(clock.now() + 6 * DAY_MS).toISOString();
    expect(await references(gd, { dueBefore: soon })).to.deep.equal([request]);
    expect(await references(gd, { dueBefore: new Date(clock.now()).toISOString() })).to.deep.equal([]);
    expect(await references(gd)).to.deep.equal([request, information, withdrawn]);
  });

  it('the inbox has what a partner has said, the outbox what was said here and how far it came', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    const outbox = async () => (await gd.cases.list(gd.officer, { box: 'outbox', query: {} })).rows[0];
    expect(await outbox()).to.include({ reference, verb: 'request', delivery: 'queued' });
    expect((await gd.cases.list(gd.officer, { box: 'inbox', query: {} })).rows).to.deep.equal([]);
    await exchange();
    expect(await outbox()).to.include({ delivery: 'relayed' });
    await jm.say(aReply(reference, 'info-request'));
    await exchange();
    const inbox = (await gd.cases.list(gd.officer, { box: 'inbox', query: {} })).rows[0];
    expect(inbox).to.include({ reference, verb: 'info-request', waitingOn: 'requesting', unread: true });
  });

  it('MLA-15: a case in which no question is open waits for whoever owes something first, and says what', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    const row = async () => (await gd.cases.list(gd.officer, { box: 'cases', query: {} })).rows[0];
    expect(await row()).to.deep.include({
      waitingOn: 'nobody',
      owed: { debtor: 'requested', timer: 'T-ACK', paragraph: 'MLA-15' },
    });
    await jm.say(aReply(reference, 'acknowledge'));
    await exchange();
    expect((await row())?.owed).to.deep.include({ timer: 'T-SPEEDY' });
  });

  it('need to know: other desks, auditors and operators find no case and no content', async () => {
    const { gd } = await makeParties();
    const { reference, itemId } = await gd.say(aRequest('JM'));
    const { operator, policeOfficer, cases } = gd;
    const auditor = { ...operator, roles: ['auditor' as const] };
    for (const stranger of [operator, policeOfficer, auditor]) {
      expect(await cases.list(stranger, { box: 'cases', query: {} })).to.deep.equal({ rows: [] });
      await rejectsWith(cases.show(stranger, reference), 'unknown-case');
      await rejectsWith(cases.replies(stranger, { reference }), 'unknown-case');
      await rejectsWith(cases.openItem(stranger, itemId), 'unknown-item');
    }
    await rejectsWith(cases.timeline(operator, reference), 'unknown-case');
    expect((await cases.timeline(auditor, reference)).entries).to.have.length(1);
    expect(await cases.delivery(auditor, itemId, 0)).to.deep.equal({ itemId, delivery: 'queued' });
    await rejectsWith(cases.delivery(operator, itemId, 0), 'unknown-item');
  });

  it('a case shows its duties with debtor and date, and dates move with the receipt', async () => {
    const { gd, jm, exchange, clock } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    const due = async () => {
      const { obligations } = await gd.cases.show(gd.officer, reference);
      return obligations.find(({ timer }) => timer === 'T-ACK');
    };
    const before = await due();
    expect(before).to.include({ paragraph: 'MLA-15', debtor: 'requested', state: 'open' });
    await clock.advance(2 * DAY_MS);
    await exchange();
    expect(Date.parse((await due())?.dueAt ?? '') - Date.parse(before?.dueAt ?? '')).to.equal(2 * DAY_MS);
    await clock.advance(6 * DAY_MS);
    expect(await due()).to.include({ state: 'overdue' });
    expect(await jm.cases.overdue()).to.equal(1);
    await jm.say(aReply(reference, 'acknowledge'));
    await exchange();
    expect(await due()).to.include({ state: 'discharged' });
    expect(await jm.cases.overdue()).to.equal(0);
  });

  it('what may be said is listed with paragraph, fields, and what is owed first', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    const { verbs } = await jm.cases.replies(jm.officer, { reference });
    expect(verbs.map(({ verb }) => verb)).to.include.members([
      'acknowledge',
      'accept',
      'info-request',
      'refuse',
    ]);
    expect(verbs[0]?.owedBy).to.be.a('string');
    const only = await jm.cases.replies(jm.officer, { reference, verb: 'info-request' });
    expect(only.verbs.map(({ verb }) => verb)).to.deep.equal(['info-request']);
    expect(only.verbs[0]?.fields[0]).to.include({ name: 'items', type: 'list', required: true });
  });

  it('a reference is found in any shorter form that fits one case, and by the case id', async () => {
    const { gd } = await makeParties();
    const { reference, caseId } = await gd.say(aRequest('JM'));
    await gd.say(aRequest('JM'));
    const [, , random = ''] = reference.split('/');
    for (const text of [
      reference,
      reference.toLowerCase(),
      random,
      random.slice(0, 4),
      `GD/${random}`,
      caseId,
    ]) {
      expect(await gd.cases.resolveReference(gd.officer, text)).to.deep.equal({ caseId, reference });
    }
    await rejectsWith(gd.cases.resolveReference(gd.policeOfficer, reference), 'unknown-case');
    await rejectsWith(gd.cases.resolveReference(gd.officer, `JM/${random}`), 'unknown-case');
  });
});
