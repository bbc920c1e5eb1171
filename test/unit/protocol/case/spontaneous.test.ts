import { expect } from 'chai';
import { INFO_CONTENT } from '../../../support/case-histories.ts';
import { CaseWriters, T0 } from '../../../support/case-writer.ts';
import { at, judged } from '../../../support/judged.ts';
import { permitted } from '../../../../protocol/case/permitted.ts';
import { NO_EVIDENCE, resolve } from '../../../../protocol/case/resolve.ts';
import { CARICOM } from '../../../../protocol/convention/caricom/caricom.ts';

const transmission = {
  kind: 'info.spontaneous',
  verb: 'TRANSMIT',
  content: INFO_CONTENT,
  opener: 'requested' as const,
};

const prior = { timing: 'prior', date: '2026-04-01', criminal: true };

describe('Information given unasked', () => {
  it('SPI-2: arrives with its restrictions in force, for the side that receives it', () => {
    const current = new CaseWriters(transmission).of('requesting');
    expect(current.status).to.equal('received');
    expect(current.opener).to.equal('requested');
    expect(current.caveats.map(({ caveat, binds, until }) => `${caveat} ${binds} ${until}`)).to.deep.equal([
      'C-SPI-CONF requesting 2026-06-30',
      'C-SPI-USE requesting undefined',
    ]);
  });

  it('SPI-2: offers no way to decline its restrictions, and nothing to refuse', () => {
    const offered = permitted(CARICOM, new CaseWriters(transmission).of('requesting'), 'requesting', {
      at: T0,
    });
    const verbs = offered.map(({ verb }) => verb);
    expect(verbs).to.include.members(['EXCULPATORY_NOTICE', 'CONSENT_REQUEST', 'CLOSE']);
    for (const verb of ['REFUSE', 'INTAKE_REJECT', 'DECLINE', 'CAVEAT_DECLINE'])
      expect(verbs).not.to.include(verb);
  });

  it('SPI-2: its temporary confidentiality ends on its day by itself; the limit on use remains', () => {
    const current = new CaseWriters(transmission).of('requesting');
    const inForce = (now: number) =>
      resolve(current, NO_EVIDENCE, now)
        .caveats.filter((entry) => entry.inForce)
        .map(({ caveat }) => caveat.caveat);
    expect(inForce(Date.UTC(2026, 5, 30, 23, 59))).to.deep.equal(['C-SPI-CONF', 'C-SPI-USE']);
    expect(inForce(Date.UTC(2026, 6, 1))).to.deep.equal(['C-SPI-USE']);
  });

  it('SPI-2: its restrictions are lifted by the sender alone', () => {
    const writers = new CaseWriters(transmission);
    expect(at('BLOCK', judged(writers, 'requesting', 'CAVEAT_LIFT', { caveat: 'r2' }))).to.deep.equal([
      'SPI-2 caveat-not-yours',
    ]);
    expect(at('BLOCK', judged(writers, 'requested', 'CAVEAT_LIFT', { caveat: 'r9' }))).to.deep.equal([
      'SPI-2 caveat-unknown',
    ]);
    writers.say('requested', 'CAVEAT_LIFT', { caveat: 'r2' });
    expect(writers.of('requesting').caveats.map(({ caveat }) => caveat)).to.deep.equal(['C-SPI-CONF']);
  });

  it('SPI-2: the sender can restrict it further by a correction of its own message', () => {
    const writers = new CaseWriters(transmission);
    const opening = writers.of('requested').openedBy;
    writers.say('requested', 'CORRECTION', { item: opening, restrictions: [{ id: 'r3', type: 'use' }] });
    writers.say('requesting', 'CORRECTION', { item: opening, restrictions: [{ id: 'r4', type: 'use' }] });
    const current = writers.of('requesting');
    expect(current.caveats.map(({ id }) => id.split('/')[1])).to.deep.equal(['r1', 'r2', 'r3']);
    expect(
      current.flags.map(({ paragraph }) => paragraph),
      'who receives it restricts nothing',
    ).to.have.length(1);
  });

  it('MLA-24: consent widens the restrictions that it is asked about', () => {
    const writers = new CaseWriters(transmission);
    writers.say('requesting', 'CONSENT_REQUEST');
    expect(writers.of('requested').waitingOn).to.equal('requested');
    const consent = writers.say('requested', 'CONSENT_REPLY', { decision: 'grant' });
    expect(writers.of('requesting').caveats.map(({ widenedBy }) => widenedBy)).to.deep.equal([
      [consent.id],
      [consent.id],
    ]);
  });

  it('is closed by each side for itself; restrictions live on', () => {
    const writers = new CaseWriters(transmission);
    writers.say('requesting', 'CLOSE');
    expect(writers.of('requested')).to.deep.include({ status: 'received', closedBy: ['requesting'] });
    expect(at('BLOCK', judged(writers, 'requesting', 'CLOSE'))).to.deep.equal(['MLA-29 not-in-this-status']);
    writers.say('requested', 'CLOSE');
    const current = writers.of('requesting');
    expect(current.status).to.equal('closed');
    expect(current.caveats).to.have.length(2);
    expect(current.flags).to.deep.equal([]);
  });
});

describe('Disclosure of what clears an accused', () => {
  it('MLA-5: is noticed before; the wait for a wish to be consulted runs', () => {
    const writers = new CaseWriters(transmission);
    expect(judged(writers, 'requesting', 'EXCULPATORY_NOTICE', prior)).to.deep.equal([]);
    writers.say('requesting', 'EXCULPATORY_NOTICE', prior);
    const current = writers.of('requested');
    expect(current.dialogs.map(({ dialog }) => dialog)).to.deep.equal(['exculpatory']);
    expect(current.obligations.map(({ timer, debtor }) => `${timer} ${debtor}`)).to.include(
      'T-EXCULP-PRIOR requesting',
    );
  });

  it('MLA-5: comes after only with the reason why notice was not possible', () => {
    const writers = new CaseWriters(transmission);
    const after = { ...prior, timing: 'after' };
    expect(at('BLOCK', judged(writers, 'requesting', 'EXCULPATORY_NOTICE', after))).to.deep.equal([
      'SPI-2 exceptional-reason-missing',
    ]);
    const excused = { ...after, exceptional_reason_given: true };
    expect(judged(writers, 'requesting', 'EXCULPATORY_NOTICE', excused)).to.deep.equal([]);
    writers.say('requesting', 'EXCULPATORY_NOTICE', excused);
    expect(writers.of('requested').dialogs).to.deep.equal([]);
  });

  it('SPI-2: is reported as announced only if it was announced', () => {
    const writers = new CaseWriters(transmission);
    const disclosed = { ...prior, timing: 'disclosed' };
    expect(at('BLOCK', judged(writers, 'requesting', 'EXCULPATORY_NOTICE', disclosed))).to.deep.equal([
      'SPI-2 disclosure-not-announced',
    ]);
    writers.say('requesting', 'EXCULPATORY_NOTICE', prior);
    expect(judged(writers, 'requesting', 'EXCULPATORY_NOTICE', disclosed)).to.deep.equal([]);
    writers.say('requesting', 'EXCULPATORY_NOTICE', disclosed);
    expect(writers.of('requested').dialogs).to.deep.equal([]);
    expect(writers.of('requested').obligations.map(({ timer }) => timer)).not.to.include('T-EXCULP-PRIOR');
  });

  it('SPI-2: waits for the consultation that the sender asked for, unless the court will not', () => {
    const writers = new CaseWriters(transmission);
    const disclosed = { ...prior, timing: 'disclosed' };
    writers.say('requesting', 'EXCULPATORY_NOTICE', prior);
    writers.say('requested', 'CONSULT_OPEN', { purpose: 'exculpatory' });
    expect(at('ACK', judged(writers, 'requesting', 'EXCULPATORY_NOTICE', disclosed))).to.deep.equal([
      'SPI-2 disclosure-while-consulting',
    ]);
    writers.say('requesting', 'CONSULT_NOTE', { purpose: 'exculpatory' });
    writers.say('requested', 'CONSULT_CLOSE', { purpose: 'exculpatory', outcome: 'agreed' });
    expect(judged(writers, 'requesting', 'EXCULPATORY_NOTICE', disclosed)).to.deep.equal([]);
  });

  it('A-04: of what came under the article on spontaneous information alone, is for criminal proceedings', () => {
    const civil = { ...prior, criminal: false };
    const cited = (relies_on: string[]) =>
      judged(
        new CaseWriters({ ...transmission, content: { ...INFO_CONTENT, relies_on } }),
        'requesting',
        'EXCULPATORY_NOTICE',
        civil,
      );
    expect(at('ACK', cited(['SPI-1']))).to.deep.equal(['SPI-2 disclosure-not-criminal']);
    expect(cited(['SPI-1', 'MLA-4'])).to.deep.equal([]);
  });
});
