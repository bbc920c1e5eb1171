import { expect } from 'chai';
import { MLA_CONTENT, UNDER_CONVENTION, UNDER_TREATY } from '../../../support/case-histories.ts';
import { CaseWriters } from '../../../support/case-writer.ts';
import { at, judged } from '../../../support/judged.ts';

const start = (regime = UNDER_CONVENTION) =>
  new CaseWriters({ kind: 'mla.general', verb: 'REQUEST', content: MLA_CONTENT, regime });
const costs = { subject: 'cost_sharing', text_given: true };

describe('Proposals', () => {
  it('MLA-33: wait for the other side, which owes an answer, and hold once it agrees', () => {
    const writers = start();
    writers.say('requesting', 'PROPOSE', costs);
    const open = writers.of('requested');
    expect(open.waitingOn).to.equal('requested');
    expect(open.obligations.find(({ timer }) => timer === 'T-CONSULT')?.debtor).to.equal('requested');
    expect(at('BLOCK', judged(writers, 'requesting', 'AGREE', costs))).to.deep.equal(['MLA-35 not-yours']);
    const { id } = writers.say('requested', 'AGREE', { subject: 'cost_sharing' });
    const agreed = writers.of('requesting');
    expect(agreed.agreements).to.deep.equal([{ subject: 'cost_sharing', itemId: id, terms: costs }]);
    expect(agreed.dialogs).to.deep.equal([]);
    expect(agreed.obligations.map(({ timer }) => timer)).not.to.include('T-CONSULT');
  });

  it('MLA-33: agreed costs need no further word before help is given', () => {
    const writers = start();
    writers.say('requested', 'CONSULT_OPEN', { purpose: 'costs' });
    writers.say('requesting', 'CONSULT_NOTE', { purpose: 'costs' });
    writers.say('requested', 'PROPOSE', costs);
    writers.say('requesting', 'AGREE', { subject: 'cost_sharing' });
    writers.say('requested', 'CONSULT_CLOSE', { purpose: 'costs', outcome: 'no_agreement' });
    expect(judged(writers, 'requested', 'ACCEPT')).to.deep.equal([]);
  });

  it('MLA-35: declined, end and leave nothing agreed', () => {
    const writers = start();
    writers.say('requested', 'PROPOSE', { subject: 'logistics' });
    writers.say('requesting', 'DECLINE', { subject: 'logistics' });
    const current = writers.of('requested');
    expect([current.dialogs, current.agreements]).to.deep.equal([[], []]);
    expect(at('BLOCK', judged(writers, 'requesting', 'AGREE', { subject: 'logistics' }))).to.deep.equal([
      'MLA-35 no-open-dialog',
    ]);
  });

  it('MLA-7: change the rule-book only when both sides agree to it, and as it was proposed', () => {
    const writers = start(UNDER_TREATY);
    const silent = { grounds: [{ id: 'g1', code: 'G-LEGAL-SYSTEM', provision_given: true }] };
    const blocked = () => at('BLOCK', judged(writers, 'requested', 'REFUSE', silent));
    expect(blocked()).to.deep.equal([]);
    writers.say('requested', 'PROPOSE', { subject: 'regime', procedure: 'treaty_replaced_by_mla_9_29' });
    expect(blocked(), 'proposed is not agreed').to.deep.equal([]);
    writers.say('requesting', 'AGREE', { subject: 'regime', procedure: 'treaty' });
    expect(writers.of('requested').regime).to.deep.equal({
      legalBasis: [{ basis: 'treaty' }],
      procedure: 'treaty_replaced_by_mla_9_29',
    });
    expect(blocked()).to.include('MLA-28 reasons-missing');
  });

  it('D-03: a treaty that one State alone names lets both warn only, until they agree on the rule-book', () => {
    const claimed = { basis: 'claimed', reference: 'T-1996' };
    const { legalBasis, procedure } = UNDER_CONVENTION;
    const writers = start({ procedure, legalBasis: [...legalBasis, claimed] });
    const silent = { grounds: [{ id: 'g1', code: 'G-LEGAL-SYSTEM', provision_given: true }] };
    const found = (level: 'BLOCK' | 'WARN') => at(level, judged(writers, 'requested', 'REFUSE', silent));
    expect(found('BLOCK')).to.deep.equal([]);
    expect(found('WARN')).to.include('MLA-28 reasons-missing');
    writers.say('requested', 'PROPOSE', { subject: 'regime', procedure: 'mla_9_29' });
    writers.say('requesting', 'AGREE', { subject: 'regime' });
    expect(writers.of('requesting').regime).to.deep.equal({ legalBasis, procedure: 'mla_9_29' });
    expect(found('BLOCK')).to.include('MLA-28 reasons-missing');
  });

  it('that cross stay open both; agreement to one closes the other', () => {
    const writers = start();
    writers.write('requested', { verb: 'PROPOSE', content: costs });
    writers.write('requesting', { verb: 'PROPOSE', content: { ...costs, text_given: false } });
    writers.deliver();
    expect(writers.of('requested').dialogs).to.have.length(2);
    writers.say('requested', 'AGREE', { subject: 'cost_sharing' });
    expect(writers.of('requested').dialogs).to.deep.equal([]);
    expect(writers.of('requested').agreements[0]?.terms['text_given']).to.equal(false);
  });

  it('on one subject are told apart by the item that is answered', () => {
    const writers = start();
    const first = writers.say('requested', 'PROPOSE', { ...costs, note: 'first' });
    writers.say('requested', 'PROPOSE', { ...costs, note: 'second' });
    writers.say('requesting', 'DECLINE', { subject: 'cost_sharing', answers_item: first.id });
    expect(writers.of('requested').dialogs.map(({ terms }) => terms?.['note'])).to.deep.equal(['second']);
  });

  it('can be made and answered while the case is closed', () => {
    const writers = start();
    writers.say('requesting', 'WITHDRAW');
    writers.say('requesting', 'CLOSE');
    writers.say('requested', 'CLOSE');
    writers.say('requested', 'PROPOSE', costs);
    writers.say('requesting', 'AGREE', { subject: 'cost_sharing' });
    expect(writers.of('requested').status).to.equal('closed');
    expect(writers.of('requested').agreements).to.have.length(1);
    expect(writers.of('requested').flags).to.deep.equal([]);
  });
});
