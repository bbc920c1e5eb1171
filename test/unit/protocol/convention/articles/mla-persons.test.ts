import { expect } from 'chai';
import type { Fields } from '../../../../../protocol/value.ts';
import { drafted, openedCase } from '../../../../support/articles.ts';
import type { CaseWriters } from '../../../../support/case-writer.ts';
import { at, judged, judgedAt } from '../../../../support/judged.ts';

const TRANSFER = 'mla.person_transfer';
const consent: Fields = { consent: 'given', date: '2026-03-02', informed_by_given: true };
const outbound: Fields = { leg: 'outbound', date: '2026-03-10' };
const arrived: Fields = { ...outbound, return_due: '2026-04-10' };
const back: Fields = { leg: 'return', date: '2026-04-09' };
const terms: Fields = { conditions: [{ id: 'c1', type: 'custody_terms', text_given: true }] };
const blocks = (writers: CaseWriters, side: 'requesting' | 'requested', verb: string, content: Fields) =>
  at('BLOCK', judged(writers, side, verb, content));
const owed = (writers: CaseWriters) =>
  writers.of('requesting').obligations.map(({ paragraph, debtor }) => `${paragraph} ${debtor}`);
const caveats = (writers: CaseWriters) => writers.of('requested').caveats.map(({ caveat }) => caveat);

function agreed(): CaseWriters {
  const writers = openedCase(TRANSFER);
  writers.say('requested', 'PERSON_CONSENT', consent);
  writers.say('requested', 'CONDITIONS_PROPOSE', terms);
  writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1'] });
  return writers;
}

function away(): CaseWriters {
  const writers = agreed();
  writers.say('requested', 'HANDOVER', outbound);
  writers.say('requesting', 'TAKEOVER', arrived);
  return writers;
}

describe('A prisoner who goes to the other State', () => {
  it('MLA-12, 12a: is not handed over while consent or terms are missing, and the one that is missing is named', () => {
    const writers = openedCase(TRANSFER);
    writers.say('requested', 'PERSON_CONSENT', consent);
    expect(blocks(writers, 'requested', 'HANDOVER', outbound)).to.deep.equal(['MLA-12b no-terms']);
    const other = agreed();
    expect(blocks(other, 'requested', 'HANDOVER', outbound)).to.deep.equal([]);
    other.say('requested', 'PERSON_CONSENT', { consent: 'withdrawn', date: '2026-03-03' });
    expect(blocks(other, 'requested', 'HANDOVER', outbound)).to.deep.equal(['MLA-12a no-consent']);
    expect(other.of('requesting').phase).to.equal('consent_pending');
  });

  it('MLA-12b: is agreed on once the terms are accepted, which either State may propose', () => {
    const writers = openedCase(TRANSFER);
    writers.say('requesting', 'CONDITIONS_PROPOSE', terms);
    writers.say('requested', 'CONDITIONS_ACCEPT', { conditions: ['c1'] });
    writers.say('requested', 'PERSON_CONSENT', consent);
    expect(writers.of('requesting').phase).to.equal('transfer_agreed');
    expect(writers.of('requesting').flags).to.deep.equal([]);
    expect(agreed().of('requested').status).to.equal('executing');
  });

  it('MLA-13: opens the four duties on arrival, seen alike by both', () => {
    const writers = away();
    const four = ['MLA-13a requesting', 'MLA-13b requesting', 'MLA-13c requesting', 'MLA-13d requested'];
    expect(owed(writers).filter((duty) => duty.startsWith('MLA-13'))).to.deep.equal(four);
    expect(writers.of('requested').obligations).to.deep.equal(writers.of('requesting').obligations);
  });

  it('MLA-13a: is at liberty only when the State that sent the person says so', () => {
    const writers = away();
    const vary: Fields = { measure: 'release', from: '2026-03-12' };
    writers.say('requesting', 'CUSTODY_VARY', vary);
    expect(writers.of('requested').phase).to.equal('in_rcv_custody');
    writers.say('requested', 'CUSTODY_VARY', vary);
    expect(writers.of('requested').phase).to.equal('at_liberty_by_snd');
  });

  it('MLA-13b: comes back before the request can be withdrawn, refused or closed, and the return ends it', () => {
    const writers = away();
    expect(blocks(writers, 'requesting', 'WITHDRAW', {})).to.include('MLA-13b person-across');
    writers.say('requesting', 'HANDOVER', back);
    writers.say('requested', 'TAKEOVER', back);
    expect(writers.of('requesting').status).to.equal('executed');
    expect(writers.of('requesting').phase).to.equal('returned');
    expect(owed(writers).filter((duty) => duty.startsWith('MLA-13'))).to.deep.equal(['MLA-13d requested']);
    expect(writers.of('requesting').flags).to.deep.equal([]);
  });

  it('MLA-13c: is returned without extradition: such a condition cannot be proposed', () => {
    const conditions = [{ id: 'c1', type: 'extradition_first', text_given: true }];
    expect(blocks(openedCase(TRANSFER), 'requested', 'CONDITIONS_PROPOSE', { conditions })).to.deep.equal([
      'MLA-13c extradition-first',
    ]);
  });

  it('MLA-13d: gets the days credited by the State that sent the person, as the other one states them', () => {
    const writers = away();
    const credit: Fields = { from: '2026-03-10', until: '2026-04-09', days: 31 };
    expect(blocks(writers, 'requesting', 'CUSTODY_CREDIT', { ...credit, credited: true })).to.deep.equal([
      'MLA-13d credit-not-yours',
    ]);
    writers.say('requesting', 'CUSTODY_CREDIT', credit);
    expect(owed(writers)).to.include('MLA-13d requested');
    writers.say('requested', 'CUSTODY_CREDIT', { ...credit, credited: true });
    expect(owed(writers)).not.to.include('MLA-13d requested');
  });

  it('MLA-14: is protected from the departure to the return; the sending State narrows it act by act', () => {
    const writers = away();
    expect(caveats(writers)).to.include('C-TPC-IMMUNITY');
    const narrower: Fields = { caveat: 'C-TPC-IMMUNITY', scope: 'part', acts_given: true };
    expect(blocks(writers, 'requested', 'IMMUNITY_AGREE', narrower)).to.deep.equal([]);
    writers.say('requested', 'IMMUNITY_AGREE', narrower);
    const kept = writers.of('requesting').caveats.find(({ caveat }) => caveat === 'C-TPC-IMMUNITY');
    expect(kept?.widenedBy).to.have.lengthOf(1);
    writers.say('requesting', 'HANDOVER', back);
    writers.say('requested', 'TAKEOVER', back);
    expect(caveats(writers)).not.to.include.members(['C-TPC-IMMUNITY']);
    expect(caveats(writers)).not.to.include.members(['C-CUSTODY']);
  });
});

describe('A hearing by video', () => {
  it('MLA-23: says why the person does not come', () => {
    expect(drafted('mla.hearing_video', { change: { why_not_in_person: undefined } })).to.deep.equal([
      'BLOCK MLA-23 missing',
    ]);
  });

  it('MLA-23: has its day only with the authority that attends, if the court that asks conducts it', () => {
    const writers = openedCase('mla.hearing_video');
    const set: Fields = { hearing_date: '2026-04-12', conducted_by: 'requesting_authority' };
    expect(blocks(writers, 'requested', 'ACCEPT', set)).to.deep.equal(['MLA-23 nobody-attends']);
    expect(blocks(writers, 'requested', 'ACCEPT', { ...set, attending_authority_given: true })).to.deep.equal(
      [],
    );
  });
});

describe('A person who comes of free will', () => {
  const day = (date: string) => Date.parse(`${date}T12:00:00Z`);
  const ended: Fields = { cause: 'period_elapsed', stayed_voluntarily: true };
  const ending = (writers: CaseWriters, date: string, more: Fields = {}) =>
    at(
      'BLOCK',
      judgedAt(
        writers,
        'requesting',
        { verb: 'SAFE_CONDUCT_END', content: { ...ended, ...more } },
        day(date),
      ),
    );

  function released(): CaseWriters {
    const writers = openedCase('mla.person_appearance');
    writers.say('requested', 'PERSON_CONSENT', consent);
    writers.say('requesting', 'PRESENCE_RELEASE', {
      informed_on: '2026-03-01',
      protected_until: '2026-03-16',
    });
    return writers;
  }

  it('MLA-32: is protected for fifteen days in a row, the day of information not counted', () => {
    const writers = released();
    expect(ending(writers, '2026-03-14')).to.deep.equal(['MLA-32 safe-conduct-not-over']);
    expect(ending(writers, '2026-03-17')).to.deep.equal([]);
  });

  it('MLA-32: is protected anew after a day without a way out', () => {
    const without: Fields = { no_way_out: ['2026-03-10'] };
    expect(ending(released(), '2026-03-25', without)).to.deep.equal(['MLA-32 safe-conduct-not-over']);
    expect(ending(released(), '2026-03-26', without)).to.deep.equal([]);
  });

  it('MLA-32: keeps the protection where the other State ends it too early', () => {
    const writers = released();
    writers.say('requesting', 'SAFE_CONDUCT_END', ended, day('2026-03-10'));
    expect(caveats(writers)).to.include('C-SAFE-CONDUCT');
    expect(writers.of('requested').flags.map(({ paragraph }) => paragraph)).to.deep.equal(['MLA-32']);
    writers.say('requesting', 'SAFE_CONDUCT_END', ended, day('2026-03-17'));
    expect(caveats(writers)).not.to.include('C-SAFE-CONDUCT');
    expect(writers.of('requested').phase).to.equal('protection_ended');
  });

  it('MLA-32: has fewer than fifteen days only if both States agreed', () => {
    const short: Fields = { informed_on: '2026-03-01', protected_until: '2026-03-10' };
    expect(blocks(released(), 'requesting', 'PRESENCE_RELEASE', short)).to.deep.equal([
      'MLA-32 safe-conduct-too-short',
    ]);
  });

  it('MLA-3h: is owed the safe conduct in writing', () => {
    const writers = released();
    expect(owed(writers)).to.include('MLA-32 requesting');
    writers.say('requesting', 'SAFE_CONDUCT_GRANT', { from: '2026-03-05', terms_given: true });
    const timers = writers.of('requesting').obligations.map(({ timer }) => timer);
    expect(timers).not.to.include('T-SAFE-CONDUCT-GRANT');
  });
});

describe('Records of public authorities', () => {
  it('MLA-34: the public one cannot be refused on discretion, the other can', () => {
    const records = [
      { id: 'r1', description: 'Register of companies' },
      { id: 'r2', description: 'Tax file' },
    ];
    const writers = openedCase('mla.gov_records', { change: { records } });
    const refused = (part: string, open: boolean): Fields => ({
      scope: 'part',
      parts: [part],
      grounds: [{ id: 'g1', code: 'G-RECORD-DISCRETION', public_under_law: open, reasons_given: true }],
    });
    expect(blocks(writers, 'requested', 'REFUSE', refused('r1', true))).to.deep.equal([
      'MLA-34a ground-forbidden',
    ]);
    expect(blocks(writers, 'requested', 'REFUSE', refused('r2', false))).to.deep.equal([]);
  });
});
