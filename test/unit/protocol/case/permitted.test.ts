import { expect } from 'chai';
import { addEntry, fold } from '../../../../protocol/case/fold.ts';
import { permitted } from '../../../../protocol/case/permitted.ts';
import { SENTENCES } from '../../../../protocol/case/findings/sentences.ts';
import { CARICOM } from '../../../../protocol/convention/caricom/caricom.ts';
import type { Side } from '../../../../protocol/convention/instrument.ts';
import { MLA_CONTENT, UNDER_CONVENTION } from '../../../support/case-histories.ts';
import { CaseWriters, nextEntry, T0 } from '../../../support/case-writer.ts';
import { at, judged } from '../../../support/judged.ts';

const request = { kind: 'mla.general', verb: 'REQUEST', content: MLA_CONTENT, regime: UNDER_CONVENTION };

const verbs = (writers: CaseWriters, side: Side) =>
  permitted(CARICOM, writers.of(side), side, { at: T0 }).map(({ verb }) => verb);

describe('What a side can say', () => {
  it('is what its verbs allow in the status of the case, and nothing of the other side', () => {
    const writers = new CaseWriters(request);
    expect(verbs(writers, 'requested')).to.include.members([
      'ACKNOWLEDGE',
      'INTAKE_REJECT',
      'ACCEPT',
      'REFUSE',
      'INFO_REQUEST',
    ]);
    expect(verbs(writers, 'requested')).not.to.include.members(['WITHDRAW']);
    expect(verbs(writers, 'requesting')).to.include.members(['WITHDRAW', 'STATUS_QUERY', 'SUPPLEMENT']);
    for (const verb of ['REQUEST', 'ACCEPT', 'INFO_REPLY', 'CONDITIONS_ACCEPT', 'CONSULT_CLOSE']) {
      expect(verbs(writers, 'requesting')).not.to.include(verb);
    }
  });

  it('begins with what is owed, by its time and paragraph', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'INFO_REQUEST', { items: [{ id: 'q1', needed: true }] }, T0);
    const [first] = permitted(CARICOM, writers.of('requesting'), 'requesting', { at: T0 });
    expect(first).to.deep.include({ verb: 'INFO_REPLY', paragraph: 'MLA-21', owedUnder: 'MLA-21' });
    expect(first?.owedBy).to.equal(Date.UTC(2026, 2, 17));
    expect(first?.fields.map(({ name }) => name)).to.include('answers');
  });

  it('includes answers as soon as there is something to answer', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'CONDITIONS_PROPOSE', { conditions: [{ id: 'c1', type: 'use' }] });
    expect(verbs(writers, 'requesting')).to.include.members(['CONDITIONS_ACCEPT', 'CONDITIONS_DECLINE']);
    writers.say('requesting', 'CONDITIONS_DECLINE', { conditions: ['c1'] });
    expect(verbs(writers, 'requesting')).not.to.include.members(['CONDITIONS_ACCEPT']);
  });

  it('in a closed case is what outlives it', () => {
    const writers = new CaseWriters(request);
    writers.say('requesting', 'WITHDRAW');
    writers.say('requesting', 'CLOSE');
    writers.say('requested', 'CLOSE');
    for (const side of ['requesting', 'requested'] as const) {
      expect(verbs(writers, side)).to.include.members([
        'CORRECTION',
        'CONSULT_OPEN',
        'CAVEAT_LIFT',
        'LINK_CASE',
      ]);
      for (const verb of ['CLOSE', 'RESULT', 'WITHDRAW', 'STATUS_QUERY'])
        expect(verbs(writers, side)).not.to.include(verb);
    }
  });

  it('where the other side has two versions of history, is to close', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'REFUSE', { grounds: [] });
    const before = writers.of('requested');
    const forks = ['STATUS_REPORT', 'CORRECTION'].map((verb) => nextEntry(before, 'requested', { verb }));
    const current = forks.reduce(addEntry, writers.of('requesting'));
    expect(permitted(CARICOM, current, 'requesting', { at: T0 }).map(({ verb }) => verb)).to.deep.equal([
      'CLOSE',
    ]);
  });
});

describe('Closing', () => {
  it('MLA-29: is for each side by itself; the case is closed when both have', () => {
    const writers = new CaseWriters(request);
    expect(at('BLOCK', judged(writers, 'requested', 'CLOSE'))).to.deep.equal(['MLA-29 not-in-this-status']);
    writers.say('requesting', 'WITHDRAW');
    writers.say('requested', 'CLOSE');
    expect(writers.of('requesting')).to.deep.include({ status: 'withdrawn', closedBy: ['requested'] });
    expect(verbs(writers, 'requesting')).to.include('CLOSE');
    writers.say('requesting', 'CLOSE');
    expect(writers.of('requesting').status).to.equal('closed');
  });

  it('discharges no duty, and what is still owed can still be said', () => {
    const writers = new CaseWriters(request);
    writers.say('requesting', 'STATUS_QUERY');
    writers.say('requested', 'REFUSE', { grounds: [] });
    writers.say('requested', 'CLOSE');
    writers.say('requesting', 'CLOSE');
    const owed = () => writers.of('requesting').obligations.map(({ timer }) => timer);
    expect(owed()).to.include.members(['T-EXECUTE', 'T-STATUS-REPLY']);
    expect(verbs(writers, 'requested')).to.include('STATUS_REPORT');
    writers.say('requested', 'STATUS_REPORT');
    expect(owed()).not.to.include('T-STATUS-REPLY');
    expect(writers.of('requesting').status).to.equal('closed');
  });
});

describe('What an officer reads', () => {
  it('D-25: is there in English and French for every finding, with the same gaps', () => {
    for (const [code, { text }] of Object.entries(SENTENCES)) {
      const gaps = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
      expect(gaps(text.fr ?? ''), code).to.deep.equal(gaps(text.en));
    }
  });

  it('leads on to verbs that the instrument knows', () => {
    for (const [code, { instead }] of Object.entries(SENTENCES)) {
      for (const verb of instead) expect(Object.keys(CARICOM.verbs), code).to.include(verb);
    }
  });

  it('names the status that stands in the way', () => {
    const [finding] = judged(new CaseWriters(request), 'requested', 'RESUME');
    expect(finding?.message.en).to.include('received').and.not.to.include('{');
  });

  it('is about verbs alone that the kind has', () => {
    expect(at('BLOCK', judged(new CaseWriters(request), 'requested', 'NO_SUCH_VERB'))).to.deep.equal([
      ' unknown-verb',
    ]);
    expect(fold(CARICOM, [])).to.equal(undefined);
  });
});
