import { expect } from 'chai';
import type { Fields } from '../../../../protocol/value.ts';
import { MLA_CONTENT, UNDER_CONVENTION, UNDER_TREATY } from '../../../support/case-histories.ts';
import { CaseWriters, T0 } from '../../../support/case-writer.ts';
import { at, judged, judgedAt } from '../../../support/judged.ts';

const DAY_MS = 86_400_000;
const request = { kind: 'mla.general', verb: 'REQUEST', content: MLA_CONTENT, regime: UNDER_CONVENTION };
const refusal: Fields = {
  grounds: [{ id: 'g1', code: 'G-LEGAL-SYSTEM', provision_given: true, reasons_given: true }],
};
const postponement: Fields = {
  ground: 'G-ONGOING',
  proceeding_kind: 'prosecution',
  review_date: '2026-06-01',
};
const about = { purpose: 'refusal' };
const without = { ...about, outcome: 'no_condition_possible' };

const refusing = (writers: CaseWriters) => at('BLOCK', judged(writers, 'requested', 'REFUSE', refusal));

describe('Consultation before a refusal', () => {
  it('MLA-31: is demanded for a ground of MLA-26, and offered as the way out', () => {
    const findings = judged(new CaseWriters(request), 'requested', 'REFUSE', refusal);
    expect(at('BLOCK', findings)).to.deep.equal(['MLA-31 consult-before-refusing']);
    expect(findings[0]?.wayOut).to.include('CONSULT_OPEN');
  });

  it('MLA-31: is not demanded for want of dual criminality (A-18)', () => {
    const content = {
      grounds: [
        {
          id: 'g1',
          code: 'G-NO-DUAL-CRIM',
          coercive: true,
          conduct_punishable: false,
          purposes_note_given: true,
          reasons_given: true,
        },
      ],
    };
    expect(judged(new CaseWriters(request), 'requested', 'REFUSE', content)).to.deep.equal([]);
  });

  it('MLA-31: does not count if it is opened and closed without a word from the other side', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'CONSULT_OPEN', about);
    expect(at('WARN', judged(writers, 'requested', 'CONSULT_CLOSE', without))).to.deep.equal([
      'MLA-31 not-heard',
    ]);
    writers.say('requested', 'CONSULT_CLOSE', without);
    expect(refusing(writers)).to.deep.equal(['MLA-31 consult-before-refusing']);
  });

  it('MLA-31: does not count while it is open, nor if no condition was considered', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'CONSULT_OPEN', about);
    writers.say('requesting', 'CONSULT_NOTE', about);
    expect(refusing(writers)).to.deep.equal(['MLA-31 consult-before-refusing']);
    writers.say('requested', 'CONSULT_CLOSE', { ...about, outcome: 'no_agreement' });
    expect(refusing(writers)).to.deep.equal(['MLA-31 consult-before-refusing']);
  });

  it('MLA-31: counts once the other side has spoken and it was said that no condition would do', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'CONSULT_OPEN', about);
    writers.say('requesting', 'CONSULT_NOTE', about);
    writers.say('requested', 'CONSULT_CLOSE', without);
    expect(refusing(writers)).to.deep.equal([]);
  });

  it('MLA-31: counts if conditions were proposed in it', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'CONSULT_OPEN', about);
    writers.say('requested', 'CONDITIONS_PROPOSE', { conditions: [{ id: 'c1', type: 'use' }] });
    writers.say('requesting', 'CONSULT_NOTE', about);
    writers.say('requested', 'CONSULT_CLOSE', { ...about, outcome: 'no_agreement' });
    expect(refusing(writers)).to.deep.equal([]);
  });

  it('MLA-31: counts if the other side let its time pass', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'CONSULT_OPEN', about, T0);
    writers.say('requested', 'CONSULT_CLOSE', without, T0 + 10 * DAY_MS);
    expect(refusing(writers), 'on the tenth day').to.have.length(1);
    writers.say('requested', 'CONSULT_OPEN', about, T0);
    writers.say('requested', 'CONSULT_CLOSE', without, T0 + 11 * DAY_MS);
    expect(refusing(writers), 'after it').to.deep.equal([]);
  });

  it('MLA-31: is not undone by a second consultation that does not count', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'CONSULT_OPEN', about);
    writers.say('requesting', 'CONSULT_NOTE', about);
    writers.say('requested', 'CONSULT_CLOSE', without);
    writers.say('requested', 'CONSULT_OPEN', about);
    writers.say('requested', 'CONSULT_CLOSE', { ...about, outcome: 'not_needed' });
    expect(refusing(writers)).to.deep.equal([]);
  });

  it('MLA-31: flags a refusal that came without, and a consultation of another purpose does not help', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'CONSULT_OPEN', { purpose: 'costs' });
    writers.say('requesting', 'CONSULT_NOTE', { purpose: 'costs' });
    writers.say('requested', 'CONSULT_CLOSE', { purpose: 'costs', outcome: 'no_condition_possible' });
    writers.say('requested', 'REFUSE', refusal);
    expect(writers.of('requesting').flags.map(({ paragraph }) => paragraph)).to.deep.equal(['MLA-31']);
    expect(writers.of('requesting').status).to.equal('refused');
  });

  it('D-11: under a treaty only warns before a refusal, and still binds a postponement', () => {
    const writers = new CaseWriters({ ...request, regime: UNDER_TREATY });
    writers.say('requested', 'ACKNOWLEDGE');
    const findings = judged(writers, 'requested', 'REFUSE', refusal);
    expect(at('BLOCK', findings)).to.deep.equal([]);
    expect(at('WARN', findings)).to.deep.equal(['MLA-31 consult-before-refusing']);
    expect(at('BLOCK', judged(writers, 'requested', 'POSTPONE', postponement))).to.deep.equal([
      'MLA-31 consult-before-postponing',
    ]);
  });
});

describe('A consultation', () => {
  it('is closed by the side that opened it; by the other one only when the time to answer has passed', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'CONSULT_OPEN', about, T0);
    const closing = { verb: 'CONSULT_CLOSE', content: without };
    const blocks = (days: number) =>
      at('BLOCK', judgedAt(writers, 'requesting', closing, T0 + days * DAY_MS));
    expect(blocks(1)).to.deep.equal(['MLA-31 not-yours']);
    expect(blocks(11)).to.deep.equal([]);
  });

  it('waits for the other side, then for its opener', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'CONSULT_OPEN', about);
    expect(writers.of('requesting').waitingOn).to.equal('requesting');
    writers.say('requesting', 'CONSULT_NOTE', about);
    expect(writers.of('requesting').waitingOn).to.equal('requested');
    expect(writers.of('requesting').obligations.map(({ timer }) => timer)).not.to.include('T-CONSULT');
  });

  it('MLA-33: on costs makes an acceptance ask for a reason until it is settled', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'CONSULT_OPEN', { purpose: 'costs' });
    const accepting = () => at('ACK', judged(writers, 'requested', 'ACCEPT'));
    expect(accepting()).to.deep.equal(['MLA-33 costs-open']);
    writers.say('requesting', 'CONSULT_NOTE', { purpose: 'costs' });
    writers.say('requested', 'CONSULT_CLOSE', { purpose: 'costs', outcome: 'no_agreement' });
    expect(accepting()).to.deep.equal(['MLA-33 costs-open']);
    writers.say('requested', 'CONSULT_OPEN', { purpose: 'costs' });
    writers.say('requesting', 'CONSULT_NOTE', { purpose: 'costs' });
    writers.say('requested', 'CONSULT_CLOSE', { purpose: 'costs', outcome: 'agreed' });
    expect(accepting()).to.deep.equal([]);
  });
});

describe('A postponement', () => {
  const reviewed = () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'ACKNOWLEDGE');
    writers.say('requested', 'CONSULT_OPEN', { purpose: 'postponement' });
    writers.say('requesting', 'CONSULT_NOTE', { purpose: 'postponement' });
    writers.say('requested', 'CONSULT_CLOSE', { purpose: 'postponement', outcome: 'no_condition_possible' });
    return writers;
  };

  it('MLA-30: has one ground; for workload there is the report on progress', () => {
    const findings = judged(reviewed(), 'requested', 'POSTPONE', { ...postponement, ground: 'workload' });
    expect(at('BLOCK', findings)).to.deep.equal(['MLA-30 postponement-ground']);
    expect(findings[0]?.wayOut).to.deep.equal(['STATUS_REPORT']);
  });

  it('MLA-30: names the kind of proceeding and the day of review', () => {
    const { proceeding_kind: _, ...without } = postponement;
    expect(at('BLOCK', judged(reviewed(), 'requested', 'POSTPONE', without))).to.deep.equal([
      'MLA-30 ground-incomplete',
    ]);
    expect(judged(reviewed(), 'requested', 'POSTPONE', postponement)).to.deep.equal([]);
  });

  it('MLA-6: rests on a ground of a treaty only where that treaty governs', () => {
    const content = { ground: 'G-TREATY-PACK', review_date: '2026-06-01' };
    const blocked = 'MLA-30 postponement-ground';
    expect(at('BLOCK', judged(reviewed(), 'requested', 'POSTPONE', content))).to.deep.equal([blocked]);
    const treaty = new CaseWriters({ ...request, regime: UNDER_TREATY });
    treaty.say('requested', 'ACKNOWLEDGE');
    expect(at('BLOCK', judged(treaty, 'requested', 'POSTPONE', content))).not.to.include(blocked);
  });

  it('MLA-30: opens the duty to review, and ends where it came from', () => {
    const writers = reviewed();
    writers.say('requested', 'POSTPONE', postponement);
    const review = writers.of('requesting').obligations.find(({ timer }) => timer === 'T-POSTPONE-REVIEW');
    expect(review?.anchor).to.deep.include({ from: 'date', at: Date.UTC(2026, 5, 2) });
    writers.say('requested', 'RESUME');
    expect(writers.of('requesting').status).to.equal('in_review');
    writers.say('requested', 'ACCEPT');
    writers.say('requested', 'POSTPONE', postponement);
    writers.say('requested', 'RESUME');
    expect(writers.of('requesting').status).to.equal('executing');
    expect(writers.of('requesting').flags).to.deep.equal([]);
  });
});
