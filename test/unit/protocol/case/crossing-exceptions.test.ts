import { expect } from 'chai';
import fc from 'fast-check';
import { encodeCase } from '../../../../protocol/case/encode.ts';
import { CARICOM } from '../../../../protocol/convention/caricom/caricom.ts';
import type { CrossingException, Instrument, Side } from '../../../../protocol/convention/instrument.ts';
import { aptContent } from '../../../support/apt-content.ts';
import {
  anyOpening,
  anySteps,
  INFO_CONTENT,
  MLA_CONTENT,
  play,
  UNDER_CONVENTION,
} from '../../../support/case-histories.ts';
import { CaseWriters } from '../../../support/case-writer.ts';

const text = (writers: CaseWriters, side: Side): string =>
  Buffer.from(encodeCase(writers.of(side))).toString('utf8');

const request = () =>
  new CaseWriters({ kind: 'mla.general', verb: 'REQUEST', content: MLA_CONTENT, regime: UNDER_CONVENTION });

describe('Crossings in which the order is not the last word', () => {
  it('MLA-29: a withdrawal prevails over a refusal that it crosses', () => {
    const writers = request();
    writers.write('requested', { verb: 'REFUSE', content: { grounds: [] } });
    const withdrawal = writers.write('requesting', { verb: 'WITHDRAW' });
    writers.deliver();
    expect(writers.of('requested').status).to.equal('withdrawn');
    expect(writers.of('requested').overtaken).not.to.include(withdrawal.id);
  });

  it('MLA-29: a withdrawal that crosses a partial refusal and the result comes too late all the same', () => {
    const writers = request();
    writers.say('requested', 'ACCEPT');
    writers.write('requested', { verb: 'REFUSE', content: { scope: 'part', parts: ['m1'], grounds: [] } });
    writers.write('requested', { verb: 'RESULT', content: { objects: [{ id: 'x1' }] } });
    const withdrawal = writers.write('requesting', { verb: 'WITHDRAW' });
    writers.deliver();
    expect(writers.of('requesting').status).to.equal('executed');
    expect(writers.of('requesting').overtaken).to.deep.equal([withdrawal.id]);
  });

  it('MLA-29: a withdrawal that knew of the refusal is none', () => {
    const writers = request();
    writers.say('requested', 'REFUSE', { grounds: [] });
    writers.say('requesting', 'WITHDRAW');
    expect(writers.of('requested').status).to.equal('refused');
    expect(writers.of('requested').placed.at(-1)?.verdict).to.equal('inert');
  });

  it('MLA-29: a withdrawal that crosses the result comes too late: the case is executed, caveats bind', () => {
    const writers = request();
    writers.say('requested', 'ACCEPT');
    writers.write('requested', { verb: 'RESULT', content: { objects: [{ id: 'x1' }] } });
    const withdrawal = writers.write('requesting', { verb: 'WITHDRAW' });
    writers.deliver();
    expect(writers.of('requesting').status).to.equal('executed');
    expect(writers.of('requesting').overtaken).to.deep.equal([withdrawal.id]);
    expect(writers.of('requesting').caveats.map(({ caveat }) => caveat)).to.include('C-USE-LIMIT');
  });

  it('MLA-29: a withdrawal that crosses a partial result leaves its objects under their caveats', () => {
    const writers = request();
    writers.say('requested', 'ACCEPT');
    writers.write('requested', { verb: 'PARTIAL_RESULT', content: { objects: [{ id: 'x1' }] } });
    writers.write('requesting', { verb: 'WITHDRAW' });
    writers.deliver();
    expect(writers.of('requesting').status).to.equal('withdrawn');
    expect(writers.of('requesting').caveats.map(({ caveat }) => caveat)).to.include('C-USE-LIMIT');
  });

  for (const verb of ['ACCEPT', 'POSTPONE']) {
    it(`MLA-29: a withdrawal that crosses ${verb} ends the case`, () => {
      const writers = request();
      writers.say('requested', 'ACKNOWLEDGE');
      writers.write('requested', { verb, content: aptContent(writers.of('requested'), verb, 1) });
      writers.write('requesting', { verb: 'WITHDRAW' });
      writers.deliver();
      expect(writers.of('requested').status).to.equal('withdrawn');
    });
  }

  it('MLA-31: conditions accepted while the refusal was under way bind nobody', () => {
    const writers = request();
    writers.say('requested', 'CONDITIONS_PROPOSE', { conditions: [{ id: 'c1', type: 'use' }] });
    writers.write('requested', { verb: 'REFUSE', content: { grounds: [] } });
    const accepted = writers.write('requesting', {
      verb: 'CONDITIONS_ACCEPT',
      content: { conditions: ['c1'] },
    });
    writers.deliver();
    const current = writers.of('requested');
    expect(current.status).to.equal('refused');
    expect(current.overtaken).to.deep.equal([accepted.id]);
    expect(current.caveats.map(({ caveat }) => caveat)).not.to.include('C-COND');
  });

  it('MLA-31: an acceptance does not accept what replaced its condition in the meantime', () => {
    const writers = request();
    writers.say('requested', 'CONDITIONS_PROPOSE', { conditions: [{ id: 'c1', type: 'use' }] });
    const renewed = writers.write('requested', {
      verb: 'CONDITIONS_PROPOSE',
      content: { conditions: [{ id: 'c1', type: 'confidentiality' }] },
    });
    writers.write('requesting', { verb: 'CONDITIONS_ACCEPT', content: { conditions: ['c1'] } });
    writers.deliver();
    const current = writers.of('requested');
    expect(current.conditions.map(({ state }) => state)).to.deep.equal(['replaced', 'proposed']);
    expect(current.dialogs.map(({ openedBy }) => openedBy)).to.deep.equal([renewed.id]);
    expect(current.caveats.map(({ caveat }) => caveat)).not.to.include('C-COND');
  });

  it('MLA-21: an answer does not answer a question that its author had not seen', () => {
    const writers = request();
    writers.say('requested', 'INFO_REQUEST', { items: [{ id: 'q1', needed: true }] });
    const again = writers.write('requested', {
      verb: 'INFO_REQUEST',
      content: { items: [{ id: 'q1', needed: true }] },
    });
    writers.write('requesting', {
      verb: 'INFO_REPLY',
      content: { answers: [{ id: 'q1', outcome: 'answered' }] },
    });
    writers.deliver();
    expect(writers.of('requested').dialogs.map(({ openedBy }) => openedBy)).to.deep.equal([again.id]);
    expect(writers.of('requested').waitingOn).to.equal('requesting');
  });

  it('MLA-24: the lifting of a restriction answers a request for consent that it crosses', () => {
    const writers = new CaseWriters({
      kind: 'info.spontaneous',
      verb: 'TRANSMIT',
      content: INFO_CONTENT,
      opener: 'requested',
    });
    writers.write('requested', { verb: 'CAVEAT_LIFT', content: { caveat: 'r2' } });
    writers.write('requesting', { verb: 'CONSENT_REQUEST' });
    writers.deliver();
    expect(writers.of('requesting').dialogs).to.deep.equal([]);
    expect(writers.of('requesting').overtaken).to.deep.equal([]);
  });
});

const undoing = (first: string, second: string): CrossingException => ({
  first,
  second,
  result: 'voids_first',
  paragraph: 'PRES-7',
});

/** The same instrument, in which some acts of the requesting side undo what they cross. */
const UNDOING: Instrument = {
  ...CARICOM,
  crossings: [
    ...CARICOM.crossings,
    undoing('REFUSE', 'SUPPLEMENT'),
    undoing('ACCEPT', 'STATUS_QUERY'),
    undoing('CONSULT_OPEN', 'LINK_CASE'),
    undoing('CLOSE', 'CORRECTION'),
  ],
};

describe('An act that undoes what it crosses', () => {
  it('leaves the first without effect, and what came between with its own', () => {
    const opening = { kind: 'mla.general', verb: 'REQUEST', content: MLA_CONTENT, regime: UNDER_CONVENTION };
    const writers = new CaseWriters(opening, UNDOING);
    const refusal = writers.write('requested', { verb: 'REFUSE', content: { grounds: [] } });
    writers.write('requested', { verb: 'LINK_CASE', content: { case: '00', relation: 'related' } });
    writers.write('requesting', { verb: 'SUPPLEMENT' });
    writers.deliver();
    const current = writers.of('requested');
    expect(current.status).to.equal('received');
    expect(current.overtaken).to.deep.equal([refusal.id]);
    expect(current.links).to.have.length(1);
    expect(current.flags.some(({ paragraph }) => paragraph === 'fold-differs')).to.equal(false);
  });

  it('gives both sides the same case, and what each had seen the same digest', () => {
    fc.assert(
      fc.property(anyOpening, anySteps(fc.boolean()), (opening, steps) => {
        const writers = play(opening, steps, UNDOING);
        writers.deliver();
        expect(text(writers, 'requesting')).to.equal(text(writers, 'requested'));
        expect(writers.of('requested').placed.some(({ foldDiffers }) => foldDiffers)).to.equal(false);
      }),
      { numRuns: 300 },
    );
  });
});
