import { expect } from 'chai';
import { MLA_CONTENT, UNDER_CONVENTION } from '../../../support/case-histories.ts';
import { CaseWriters } from '../../../support/case-writer.ts';
import { at, judged } from '../../../support/judged.ts';

const request = { kind: 'mla.general', verb: 'REQUEST', content: MLA_CONTENT, regime: UNDER_CONVENTION };

const timers = (writers: CaseWriters) =>
  writers.of('requesting').obligations.map(({ timer, debtor }) => `${timer} ${debtor}`);

describe('A request for further information', () => {
  const asked = () => {
    const writers = new CaseWriters(request);
    const items = [
      { id: 'q1', needed: true },
      { id: 'q2', needed: true },
      { id: 'q3', needed: false },
    ];
    writers.say('requested', 'INFO_REQUEST', { items });
    return writers;
  };

  it('MLA-21: stays open with what is unanswered, and waits for the requesting side', () => {
    const writers = asked();
    writers.say('requesting', 'INFO_REPLY', { answers: [{ id: 'q1', outcome: 'answered' }] });
    const [dialog] = writers.of('requested').dialogs;
    expect(
      dialog?.items.filter(({ answered, needed }) => needed && !answered).map(({ id }) => id),
    ).to.deep.equal(['q2']);
    expect(writers.of('requested').waitingOn).to.equal('requesting');
    expect(timers(writers)).to.include('T-INFO-REPLY requesting');
  });

  it('MLA-21: is closed when what is needed is answered, helpful or not', () => {
    const writers = asked();
    writers.say('requesting', 'INFO_REPLY', { answers: [{ id: 'q1' }, { id: 'q2', outcome: 'cannot' }] });
    expect(writers.of('requested').dialogs).to.deep.equal([]);
    expect(writers.of('requested').waitingOn).to.equal('nobody');
    expect(timers(writers)).not.to.include('T-INFO-REPLY requesting');
  });

  it('MLA-21: is answered by the numbers of its questions', () => {
    expect(
      at('BLOCK', judged(asked(), 'requesting', 'INFO_REPLY', { answers: [{ id: 'q8' }] })),
    ).to.deep.equal(['MLA-21 question-unknown']);
    expect(
      at('BLOCK', judged(new CaseWriters(request), 'requesting', 'INFO_REPLY', { answers: [{ id: 'q1' }] })),
    ).to.deep.equal(['MLA-21 no-open-dialog']);
  });

  it('is moot once the case is refused, and so is the duty to answer it', () => {
    const writers = asked();
    writers.say('requested', 'REFUSE', { grounds: [] });
    expect(writers.of('requesting').dialogs).to.deep.equal([]);
    expect(timers(writers)).not.to.include('T-INFO-REPLY requesting');
    expect(writers.of('requesting').settledObligations.map(({ state }) => state)).to.include('superseded');
  });
});

describe('A question about progress', () => {
  it('MLA-29: asks for a reason while another one is open', () => {
    const writers = new CaseWriters(request);
    expect(judged(writers, 'requesting', 'STATUS_QUERY')).to.deep.equal([]);
    writers.say('requesting', 'STATUS_QUERY');
    expect(at('ACK', judged(writers, 'requesting', 'STATUS_QUERY'))).to.deep.equal([
      'MLA-29 status-asked-already',
    ]);
  });

  it('MLA-29: opens a duty that the report discharges', () => {
    const writers = new CaseWriters(request);
    writers.say('requesting', 'STATUS_QUERY');
    expect(timers(writers)).to.include('T-STATUS-REPLY requested');
    writers.say('requested', 'STATUS_REPORT');
    expect(timers(writers)).not.to.include('T-STATUS-REPLY requested');
    expect(writers.of('requesting').dialogs).to.deep.equal([]);
  });

  it('MLA-29: need not be asked for a report to be made', () => {
    expect(judged(new CaseWriters(request), 'requested', 'STATUS_REPORT')).to.deep.equal([]);
  });

  it('MLA-29: stays open, and owed, where the refusal that would make it moot breaks a rule', () => {
    const writers = new CaseWriters(request);
    writers.say('requesting', 'STATUS_QUERY');
    writers.say('requested', 'REFUSE', { grounds: [] });
    expect(timers(writers)).to.include('T-STATUS-REPLY requested');
    expect(
      judged(writers, 'requested', 'STATUS_REPORT'),
      'what is still owed can still be said',
    ).to.deep.equal([]);
    writers.say('requested', 'STATUS_REPORT');
    expect(timers(writers)).not.to.include('T-STATUS-REPLY requested');
    expect(writers.of('requesting').status, 'and moves no status').to.equal('refused');
  });
});

describe('A suggested deadline', () => {
  it('MLA-29: binds only with reasons, which may follow', () => {
    const { deadline_reasons_given: _, ...silent } = MLA_CONTENT;
    const writers = new CaseWriters({ ...request, content: silent });
    expect(timers(writers)).not.to.include('T-SUGGESTED requested');
    writers.say('requesting', 'DEADLINE_SUGGEST', {
      suggested_deadline: '2026-05-01',
      deadline_reasons_given: true,
    });
    expect(timers(writers)).to.include('T-SUGGESTED requested');
    expect(writers.of('requested').obligations.find(({ timer }) => timer === 'T-SUGGESTED')).to.deep.include({
      periodFrom: 'date',
      anchor: { from: 'date', itemId: writers.entries[1]?.id, at: Date.UTC(2026, 4, 2) },
    });
  });
});

describe('Turning a request away at intake', () => {
  const blocks = (content: Record<string, string | boolean>) =>
    at('BLOCK', judged(new CaseWriters(request), 'requested', 'INTAKE_REJECT', content));

  it('MLA-19: never happens because it is electronic', () => {
    expect(blocks({ reason: 'authenticity', electronic_form: true })).to.deep.equal([
      'MLA-19 intake-forbidden',
    ]);
  });

  it('MLA-19: names the requirement that is not met', () => {
    expect(blocks({ reason: 'security_level' })).to.deep.equal(['MLA-19 intake-requirement']);
    expect(blocks({ reason: 'security_level', requirement: 'countersignature' })).to.deep.equal([]);
  });

  it('D-06: is no answer to a language that is not accepted: that is a question to ask', () => {
    const findings = judged(new CaseWriters(request), 'requested', 'INTAKE_REJECT', { reason: 'language' });
    expect(at('BLOCK', findings)).to.deep.equal(['MLA-19 intake-reason']);
    expect(findings[0]?.wayOut).to.deep.equal(['INFO_REQUEST']);
  });

  it('MLA-19: is no refusal, and is cured by sending again', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'INTAKE_REJECT', { reason: 'security_level', requirement: 'countersignature' });
    expect(writers.of('requesting').status).to.equal('intake_rejected');
    writers.say('requesting', 'REQUEST', { measures: [{ id: 'm7', code: 'trace_for_evidence' }] });
    const current = writers.of('requested');
    expect(current.status).to.equal('received');
    expect(current.measures.map(({ id }) => id)).to.deep.equal(['m7']);
    expect(timers(writers)).to.include('T-ACK requested');
    expect(current.flags).to.deep.equal([]);
  });
});

describe('Confidentiality of a request', () => {
  it('MLA-25: binds the requested side from the request on', () => {
    const [caveat] = new CaseWriters(request).of('requested').caveats;
    expect(caveat).to.deep.include({
      caveat: 'C-CONF-REQ',
      binds: 'requested',
      imposer: 'requesting',
      until: '2027-06-30',
    });
    const open = new CaseWriters({
      ...request,
      content: { ...MLA_CONTENT, confidentiality: { required: false } },
    });
    expect(open.of('requested').caveats).to.deep.equal([]);
  });

  it('MLA-25: that cannot be kept waits for a direction; going on without it asks for a reason', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'CONFIDENTIALITY_CANNOT', { subject: 'fact' });
    expect(writers.of('requesting').waitingOn).to.equal('requesting');
    expect(at('ACK', judged(writers, 'requested', 'ACCEPT'))).to.deep.equal([
      'MLA-25 confidentiality-undirected',
    ]);
    writers.say('requesting', 'CONFIDENTIALITY_DIRECT', { direction: 'proceed' });
    expect(judged(writers, 'requested', 'ACCEPT')).to.deep.equal([]);
    expect(writers.of('requested').status).to.equal('received');
  });

  it('MLA-25: can be the reason to withdraw', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'CONFIDENTIALITY_CANNOT', { subject: 'fact' });
    writers.say('requesting', 'CONFIDENTIALITY_DIRECT', { direction: 'withdraw' });
    const current = writers.of('requested');
    expect(current.status).to.equal('withdrawn');
    expect(new Set(current.measures.map(({ state }) => state))).to.deep.equal(new Set(['withdrawn']));
    expect(timers(writers)).to.deep.equal([]);
  });

  it('MLA-25: is lifted by the side that imposed it, at once or from a day on', () => {
    const writers = new CaseWriters(request);
    expect(at('BLOCK', judged(writers, 'requested', 'CAVEAT_LIFT', { caveat: 'C-CONF-REQ' }))).to.deep.equal([
      'SPI-2 caveat-not-yours',
    ]);
    writers.say('requested', 'CAVEAT_LIFT', { caveat: 'C-CONF-REQ' });
    expect(writers.of('requesting').caveats, '3.1.5: it lifts nothing').to.have.length(1);
    writers.say('requesting', 'CAVEAT_LIFT', { caveat: 'C-CONF-REQ', from: '2026-12-24' });
    expect(writers.of('requested').caveats[0]?.until).to.equal('2026-12-24');
    writers.say('requesting', 'CAVEAT_LIFT', { caveat: 'C-CONF-REQ' });
    expect(writers.of('requested').caveats).to.deep.equal([]);
    expect(writers.of('requested').endedCaveats).to.have.length(1);
  });
});
