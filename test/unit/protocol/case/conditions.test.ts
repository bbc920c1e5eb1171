import { expect } from 'chai';
import type { Fields } from '../../../../protocol/value.ts';
import { MLA_CONTENT, UNDER_CONVENTION } from '../../../support/case-histories.ts';
import { CaseWriters } from '../../../support/case-writer.ts';
import { at, judged } from '../../../support/judged.ts';

const request = { kind: 'mla.general', verb: 'REQUEST', content: MLA_CONTENT, regime: UNDER_CONVENTION };
const conditions = [
  { id: 'c1', type: 'use', permitted_purposes: ['p1'] },
  { id: 'c2', type: 'confidentiality', parts: ['m2'] },
];

function proposed(): CaseWriters {
  const writers = new CaseWriters(request);
  writers.say('requested', 'ACKNOWLEDGE');
  writers.say('requested', 'CONDITIONS_PROPOSE', { conditions });
  return writers;
}

describe('Conditions', () => {
  it('MLA-31: wait for an answer, and hold up what they concern', () => {
    const writers = proposed();
    expect(writers.of('requesting').waitingOn).to.equal('requesting');
    expect(at('BLOCK', judged(writers, 'requested', 'ACCEPT'))).to.deep.equal([
      'MLA-31 condition-open',
      'MLA-31 condition-open',
    ]);
    const onlyFirst = { scope: 'part', parts: ['m1'] };
    expect(at('BLOCK', judged(writers, 'requested', 'ACCEPT', onlyFirst)), 'c2 is about m2').to.have.length(
      1,
    );
  });

  it('MLA-31: bind with their terms once accepted', () => {
    const writers = proposed();
    writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1'] });
    const current = writers.of('requested');
    const bound = current.caveats.filter(({ caveat }) => caveat === 'C-COND');
    expect(bound.map(({ terms, binds, imposer }) => ({ terms, binds, imposer }))).to.deep.equal([
      { terms: conditions[0], binds: 'requesting', imposer: 'requested' },
    ]);
    expect(current.dialogs, 'c2 has no answer yet').to.have.length(1);
    writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c2'] });
    expect(writers.of('requested').dialogs).to.deep.equal([]);
    expect(judged(writers, 'requested', 'ACCEPT')).to.deep.equal([]);
  });

  it('MLA-31: declined, wait for the side that proposed them, which may go on without', () => {
    const writers = proposed();
    writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1'] });
    writers.say('requesting', 'CONDITIONS_DECLINE', { conditions: ['c2'], reasons_given: true });
    expect(writers.of('requested').waitingOn).to.equal('requested');
    writers.say('requested', 'ACCEPT');
    const current = writers.of('requested');
    expect(current.status).to.equal('executing');
    expect(current.conditions.map(({ state }) => state)).to.deep.equal(['accepted', 'dropped']);
    expect(current.dialogs).to.deep.equal([]);
    expect(current.flags).to.deep.equal([]);
  });

  it('MLA-31: can be proposed anew in place of what was declined', () => {
    const writers = proposed();
    writers.say('requesting', 'CONDITIONS_DECLINE', { conditions: ['c1', 'c2'] });
    writers.say('requested', 'CONDITIONS_PROPOSE', {
      conditions: [{ id: 'c3', type: 'use' }],
      replaces: ['c1', 'c2'],
    });
    const current = writers.of('requesting');
    expect(current.conditions.map(({ state }) => state)).to.deep.equal(['replaced', 'replaced', 'proposed']);
    expect(current.dialogs).to.have.length(1);
    expect(current.waitingOn).to.equal('requesting');
  });

  it('MLA-31: are answered by the ids under which they were proposed', () => {
    const writers = proposed();
    expect(
      at('BLOCK', judged(writers, 'requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1', 'c9'] })),
    ).to.deep.equal(['MLA-31 condition-unknown']);
    expect(
      at('BLOCK', judged(writers, 'requesting', 'CONDITIONS_ACCEPT', { conditions: ['c9'] })),
    ).to.deep.equal(['MLA-31 nothing-to-answer']);
  });

  const declined = (): CaseWriters => {
    const writers = proposed();
    writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1'] });
    writers.say('requesting', 'CONDITIONS_DECLINE', { conditions: ['c2'], reasons_given: true });
    return writers;
  };
  const determine = (writers: CaseWriters, content: Fields) =>
    at('BLOCK', judged(writers, 'requested', 'CONDITIONS_DETERMINE', content));

  it('EPROD-9: declined, can be decided on: help is given under what was accepted', () => {
    const writers = declined();
    expect(determine(writers, { determination: 'provide' })).to.deep.equal([]);
    writers.say('requested', 'CONDITIONS_DETERMINE', { determination: 'provide' });
    const current = writers.of('requesting');
    expect(current.status).to.equal('executing');
    expect(current.conditions.map(({ state }) => state)).to.deep.equal(['accepted', 'dropped']);
    expect(current.caveats.filter(({ caveat }) => caveat === 'C-COND')).to.have.length(1);
    expect(current.dialogs).to.deep.equal([]);
  });

  it('MLA-31: can be dropped by their proposer before they are answered, and then nobody owes an answer', () => {
    const writers = proposed();
    const drop = { determination: 'provide_without', conditions: ['c1', 'c2'] };
    expect(determine(writers, { ...drop, determination: 'provide' })).to.include(
      'MLA-31 condition-unanswered',
    );
    expect(determine(writers, { ...drop, conditions: ['c1'] })).to.deep.equal(['MLA-31 condition-open']);
    expect(determine(writers, drop)).to.deep.equal([]);
    writers.say('requested', 'CONDITIONS_DETERMINE', drop);
    const current = writers.of('requesting');
    expect(current.conditions.map(({ state }) => state)).to.deep.equal(['dropped', 'dropped']);
    expect(current.obligations.map(({ timer }) => timer)).not.to.include('T-CONSULT');
  });

  it('MLA-31: decided on against help, are a refusal with all that a refusal needs', () => {
    const writers = declined();
    expect(determine(writers, { determination: 'withhold' })).to.include('MLA-31 ground-missing');
    const ground = { id: 'g1', code: 'G-LEGAL-SYSTEM', provision_given: true, reasons_given: true };
    const withhold = { determination: 'withhold', scope: 'part', parts: ['m2'], grounds: [ground] };
    expect(determine(writers, withhold)).to.deep.equal(['MLA-31 consult-before-refusing']);
    writers.say('requested', 'CONDITIONS_DETERMINE', withhold);
    const current = writers.of('requesting');
    expect(current.conditions.map(({ state }) => state)).to.deep.equal(['accepted', 'unmet']);
    expect(current.measures.find(({ id }) => id === 'm2')?.state).to.equal('refused');
    expect(current.dialogs).to.deep.equal([]);
  });

  it('MLA-31: are decided on only where something was declined, and by their proposer', () => {
    const writers = new CaseWriters(request);
    expect(determine(writers, { determination: 'provide' })).to.deep.equal(['MLA-31 no-open-dialog']);
    expect(determine(proposed(), { determination: 'provide' })).to.include('MLA-31 nothing-declined');
    expect(determine(declined(), { determination: 'provide', conditions: ['c9'] })).to.include(
      'MLA-31 condition-not-open',
    );
    expect(
      at('BLOCK', judged(declined(), 'requesting', 'CONDITIONS_DETERMINE', { determination: 'provide' })),
    ).to.deep.equal(['MLA-31 not-yours']);
  });

  it('end with the request that they were about, and bind no more than was accepted', () => {
    const writers = proposed();
    writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1'] });
    writers.say('requesting', 'WITHDRAW');
    const current = writers.of('requested');
    expect(current.dialogs).to.deep.equal([]);
    expect(current.closedDialogs.map(({ answered }) => answered)).to.deep.equal([false]);
    expect(current.caveats.filter(({ caveat }) => caveat === 'C-COND')).to.have.length(1);
    expect(current.obligations.map(({ timer }) => timer)).not.to.include('T-CONSULT');
  });
});

describe('Results', () => {
  const executing = () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'ACCEPT');
    return writers;
  };
  const outcomes = ['m1', 'm2', 'm3'].map((id) => ({ id, outcome: 'executed' }));
  const procedures = [
    { id: 'pr1', followed: 'followed' },
    { id: 'pr2', followed: 'not_possible', explanation_given: true },
  ];

  it('MLA-22: answer each particular procedure that was asked for', () => {
    const findings = judged(executing(), 'requested', 'RESULT', {
      outcomes,
      procedures: procedures.slice(0, 1),
    });
    expect(at('BLOCK', findings)).to.deep.equal(['MLA-22 procedure-unanswered']);
    expect(findings[0]?.message.en).to.include('pr2');
    expect(judged(executing(), 'requested', 'RESULT', { outcomes, procedures })).to.deep.equal([]);
  });

  it('MLA-22: of a part answer the procedures of that part, and of them only what is still unanswered', () => {
    const writers = executing();
    const part = { outcomes: [{ id: 'm2', outcome: 'executed' }] };
    expect(
      at('BLOCK', judged(writers, 'requested', 'PARTIAL_RESULT', part)),
      'pr2 is for all',
    ).to.have.length(1);
    writers.say('requested', 'PARTIAL_RESULT', {
      ...part,
      procedures: [{ id: 'pr2', followed: 'followed' }],
    });
    expect(writers.of('requesting').flags).to.deep.equal([]);
    const rest = {
      outcomes: outcomes.filter(({ id }) => id !== 'm2'),
      procedures: [{ id: 'pr1', followed: 'followed' }],
    };
    expect(judged(writers, 'requested', 'RESULT', rest)).to.deep.equal([]);
  });

  it('MLA-3: say what came of each measure that was not refused or withdrawn', () => {
    const writers = executing();
    writers.say('requesting', 'WITHDRAW', { scope: 'part', parts: ['m3'] });
    expect(
      at('BLOCK', judged(writers, 'requested', 'RESULT', { outcomes: outcomes.slice(0, 1), procedures })),
    ).to.deep.equal(['MLA-3 outcome-missing']);
    writers.say('requested', 'RESULT', { outcomes: outcomes.slice(0, 2), procedures });
    const current = writers.of('requesting');
    expect(current.status).to.equal('executed');
    expect(current.measures.map(({ state }) => state)).to.deep.equal(['done', 'done', 'withdrawn']);
    expect(current.flags).to.deep.equal([]);
  });

  it('MLA-24: put all that is furnished under the limit on its use, once, without being asked', () => {
    const writers = executing();
    writers.say('requested', 'PARTIAL_RESULT', { objects: [{ id: 'x1' }] });
    writers.say('requested', 'RESULT', { outcomes, procedures, objects: [{ id: 'x2' }] });
    const limits = writers.of('requesting').caveats.filter(({ caveat }) => caveat === 'C-USE-LIMIT');
    expect(limits.map(({ binds, level }) => `${binds} ${level}`)).to.deep.equal(['requesting BLOCK']);
  });

  it('MLA-7: under a treaty the limit on use only warns', () => {
    const writers = new CaseWriters({ ...request, regime: { legalBasis: [], procedure: 'treaty' } });
    writers.say('requested', 'ACCEPT');
    writers.say('requested', 'PARTIAL_RESULT', { objects: [{ id: 'x1' }] });
    expect(writers.of('requesting').caveats.find(({ caveat }) => caveat === 'C-USE-LIMIT')?.level).to.equal(
      'WARN',
    );
  });

  it('MLA-24: are asked about by the ids under which they were furnished', () => {
    const writers = executing();
    writers.say('requested', 'PARTIAL_RESULT', { objects: [{ id: 'x1' }] });
    expect(
      at('BLOCK', judged(writers, 'requesting', 'CONSENT_REQUEST', { objects: ['x1', 'x7'] })),
    ).to.deep.equal(['MLA-24 object-unknown']);
    expect(judged(writers, 'requesting', 'CONSENT_REQUEST', { objects: ['x1'] })).to.deep.equal([]);
  });

  it('MLA-24: may be used further as far as consent goes, and no further where it is denied', () => {
    const writers = executing();
    writers.say('requested', 'PARTIAL_RESULT', { objects: [{ id: 'x1' }] });
    const widened = () =>
      writers.of('requesting').caveats.find(({ caveat }) => caveat === 'C-USE-LIMIT')?.widenedBy;
    writers.say('requesting', 'CONSENT_REQUEST', { objects: ['x1'] });
    writers.say('requested', 'CONSENT_REPLY', { decision: 'deny' });
    expect(widened()).to.deep.equal([]);
    writers.say('requesting', 'CONSENT_REQUEST', { objects: ['x1'] });
    const consent = writers.say('requested', 'CONSENT_REPLY', {
      decision: 'grant_in_part',
      proceedings: ['p2'],
    });
    expect(widened()).to.deep.equal([consent.id]);
    expect(writers.of('requesting').dialogs).to.deep.equal([]);
  });
});
