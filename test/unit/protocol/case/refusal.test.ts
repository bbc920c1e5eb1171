import { expect } from 'chai';
import type { Fields } from '../../../../protocol/value.ts';
import { MLA_CONTENT, UNDER_CONVENTION, UNDER_TREATY } from '../../../support/case-histories.ts';
import { CaseWriters } from '../../../support/case-writer.ts';
import { at, judged } from '../../../support/judged.ts';

const request = { kind: 'mla.general', verb: 'REQUEST', content: MLA_CONTENT, regime: UNDER_CONVENTION };
const underTreaty = { ...request, regime: UNDER_TREATY };

/** A refusal of the whole on one ground that is complete but for what a test takes away. */
const refusal = (ground: Fields, more: Fields = {}): Fields => ({
  grounds: [{ id: 'g1', reasons_given: true, ...ground }],
  ...more,
});

const dualCriminality: Fields = {
  code: 'G-NO-DUAL-CRIM',
  coercive: true,
  conduct_punishable: false,
  purposes_note_given: true,
};

const blocks = (writers: CaseWriters, content: Fields) =>
  at('BLOCK', judged(writers, 'requested', 'REFUSE', content));

/** Both sides have consulted on a refusal, and it was about conditions. */
function consulted(): CaseWriters {
  const writers = new CaseWriters(request);
  writers.say('requested', 'CONSULT_OPEN', { purpose: 'refusal' });
  writers.say('requesting', 'CONSULT_NOTE', { purpose: 'refusal' });
  writers.say('requested', 'CONSULT_CLOSE', { purpose: 'refusal', outcome: 'no_condition_possible' });
  return writers;
}

describe('A refusal', () => {
  it('MLA-26: is blocked without the code of a ground, and hears which ones there are', () => {
    const findings = judged(new CaseWriters(request), 'requested', 'REFUSE', {
      grounds: [{ id: 'g1', reasons_given: true }],
    });
    const missing = findings.filter(({ code }) => code === 'ground-missing');
    expect(missing).to.have.length(1);
    expect(missing[0]?.message.en).to.include('m1, m2, m3');
    expect(missing[0]?.message.en).to.include('G-LEGAL-SYSTEM').and.to.include('G-NO-DUAL-CRIM');
    expect(missing[0]?.message.fr).to.include('G-LEGAL-SYSTEM').and.not.to.include('{');
  });

  it('MLA-26: goes through on a listed ground that is complete, with reasons, after consultation', () => {
    expect(
      judged(consulted(), 'requested', 'REFUSE', refusal({ code: 'G-LEGAL-SYSTEM', provision_given: true })),
    ).to.deep.equal([]);
  });

  const incomplete: readonly (readonly [string, Fields, string])[] = [
    ['MLA-26a: a request that does not conform, without its defects', { code: 'G-NONCONFORM' }, 'MLA-26a'],
    ['MLA-26b: essential interests, without saying which', { code: 'G-ESSENTIAL-INTERESTS' }, 'MLA-26b'],
    [
      'MLA-26b: essential interests, with one that does not exist',
      { code: 'G-ESSENTIAL-INTERESTS', sub_code: 'honour' },
      'MLA-26b',
    ],
    ['MLA-26c: a domestic prohibition, without its provision', { code: 'G-DOMESTIC-PROHIBITION' }, 'MLA-26c'],
    ['MLA-26d: the legal system, without its principle', { code: 'G-LEGAL-SYSTEM' }, 'MLA-26d'],
    [
      'MLA-10: another article, without naming it',
      { code: 'G-DC-OTHER-ARTICLE', coercive: false, purposes_note_given: true },
      'MLA-10',
    ],
  ];
  for (const [title, ground, paragraph] of incomplete) {
    it(`${title}, is blocked`, () => {
      expect(blocks(consulted(), refusal(ground))).to.deep.equal([`${paragraph} ground-incomplete`]);
    });
  }

  it('MLA-26, D-07: on a ground that the open list lacks asks for a reason, and is not blocked', () => {
    const findings = judged(
      consulted(),
      'requested',
      'REFUSE',
      refusal({ code: 'G-OTHER', explanation_given: true }),
    );
    expect(findings.map(({ level, code }) => `${level} ${code}`)).to.deep.equal(['ACK ground-unlisted']);
  });

  it('MLA-26: on a ground that nobody knows is blocked', () => {
    expect(blocks(consulted(), refusal({ code: 'G-WEATHER' }))).to.deep.equal(['MLA-26 ground-unknown']);
  });

  it('MLA-30: on the ground that allows only to postpone is blocked', () => {
    const ongoing = refusal({ code: 'G-ONGOING', proceeding_kind: 'trial', review_date: '2026-06-01' });
    expect(blocks(consulted(), ongoing)).to.deep.equal(['MLA-30 ground-postpones-only']);
  });

  it('MLA-8: is blocked if bank secrecy is among its grounds, under every regime', () => {
    for (const opening of [request, underTreaty]) {
      const asked = refusal(dualCriminality, { bank_secrecy: true });
      expect(blocks(new CaseWriters(opening), asked)).to.include('MLA-8 ground-forbidden');
      expect(blocks(new CaseWriters(opening), refusal({ code: 'X-BANK-SECRECY' }))).to.include(
        'MLA-8 ground-forbidden',
      );
    }
  });

  it('MLA-8: says in both languages what is excluded', () => {
    const [finding] = judged(
      consulted(),
      'requested',
      'REFUSE',
      refusal(dualCriminality, { bank_secrecy: true }),
    );
    expect(finding?.message).to.deep.include({ en: 'This may not be a ground for refusal: bank secrecy.' });
    expect(finding?.message.fr).to.include('secret bancaire');
  });

  it('MLA-27: fiscal matters alone are not enough; with another ground they are not held against it', () => {
    expect(blocks(consulted(), refusal({ code: 'G-FISCAL' }))).to.deep.equal(['MLA-27 ground-never-alone']);
    const two = [
      { id: 'g1', code: 'G-FISCAL' },
      { id: 'g2', code: 'G-LEGAL-SYSTEM', provision_given: true, reasons_given: true },
    ];
    expect(blocks(consulted(), { grounds: two })).to.deep.equal([]);
  });

  it('MLA-27: fiscal matters alone for one measure are blocked, whatever is said of the others', () => {
    const grounds = [
      { id: 'g1', code: 'G-FISCAL', reasons_given: true, parts: ['m1'] },
      { id: 'g2', code: 'G-LEGAL-SYSTEM', provision_given: true, reasons_given: true, parts: ['m2', 'm3'] },
    ];
    expect(blocks(consulted(), { grounds })).to.deep.equal(['MLA-27 ground-never-alone']);
  });

  it('MLA-28: needs reasons for each refused measure', () => {
    const grounds = [
      { id: 'g1', code: 'G-LEGAL-SYSTEM', provision_given: true, reasons_given: true, parts: ['m1', 'm2'] },
      { id: 'g2', code: 'G-LEGAL-SYSTEM', provision_given: true, parts: ['m3'] },
    ];
    const findings = judged(consulted(), 'requested', 'REFUSE', { grounds });
    expect(at('BLOCK', findings)).to.deep.equal(['MLA-28 reasons-missing']);
    expect(findings[0]?.message.en).to.include('m3');
  });

  it('MLA-7: under a treaty the want of reasons only warns; by agreement on paragraphs 9 to 29 it blocks', () => {
    const silent = { grounds: [{ id: 'g1', code: 'G-LEGAL-SYSTEM', provision_given: true }] };
    const findings = judged(new CaseWriters(underTreaty), 'requested', 'REFUSE', silent);
    expect(at('BLOCK', findings)).to.deep.equal([]);
    expect(at('WARN', findings)).to.include('MLA-28 reasons-missing');
    const agreed = { ...request, regime: { legalBasis: [], procedure: 'treaty_replaced_by_mla_9_29' } };
    expect(blocks(new CaseWriters(agreed), silent)).to.include('MLA-28 reasons-missing');
  });

  it('MLA-9: without dual criminality says how the purposes of the Convention were taken into account', () => {
    const { purposes_note_given: _, ...silent } = dualCriminality;
    expect(blocks(new CaseWriters(request), refusal(silent))).to.deep.equal(['MLA-9 purposes-missing']);
  });

  it('MLA-10: a measure without coercion is not refused for want of dual criminality, and hears what remains', () => {
    const findings = judged(new CaseWriters(request), 'requested', 'REFUSE', {
      ...refusal({ ...dualCriminality, coercive: false }),
      scope: 'part',
      parts: ['m2'],
    });
    expect(at('BLOCK', findings)).to.deep.equal(['MLA-10 measure-not-coercive']);
    for (const code of ['G-DC-DE-MINIMIS', 'G-DC-OTHER-ARTICLE', 'G-DC-BASIC-CONCEPTS']) {
      expect(findings[0]?.message.en).to.include(code);
    }
  });

  it('MLA-10: where the officer does not say, the table of measures decides, or the officer is asked', () => {
    const { coercive: _, ...silent } = dualCriminality;
    const on = (part: string) =>
      blocks(new CaseWriters(request), { ...refusal(silent), scope: 'part', parts: [part] });
    expect(on('m1')).to.deep.equal(['MLA-10 coercive-unanswered']);
    expect(on('m2')).to.deep.equal(['MLA-10 measure-not-coercive']);
    expect(on('m3')).to.deep.equal([]);
  });

  it('ICO-2: the conduct is punishable here: its name does not matter', () => {
    const content = refusal({ ...dualCriminality, conduct_punishable: true });
    expect(blocks(new CaseWriters(request), content)).to.deep.equal(['ICO-2 conduct-punishable']);
  });

  it('MLA-34a: a record that is open to the public is not withheld by discretion', () => {
    const content = {
      measures: [{ id: 'm1', code: 'records_originals_or_copies', record_kind: 'government' }],
    };
    const withhold = (open: boolean) =>
      blocks(
        new CaseWriters({ ...request, content }),
        refusal({ code: 'G-RECORD-DISCRETION', public_under_law: open }),
      );
    expect(withhold(true)).to.deep.equal(['MLA-34a ground-forbidden']);
    expect(withhold(false)).to.deep.equal([]);
  });

  it('MLA-34b: discretion over records is a ground for government records alone', () => {
    const content = refusal({ code: 'G-RECORD-DISCRETION', public_under_law: false });
    expect(blocks(new CaseWriters(request), content)).to.deep.equal(['MLA-34b ground-other-parts']);
  });

  it('names measures that were asked for and are undecided', () => {
    const writers = consulted();
    const ground = { code: 'G-LEGAL-SYSTEM', provision_given: true };
    expect(blocks(writers, { ...refusal(ground), scope: 'part' })).to.deep.equal(['MLA-26 part-missing']);
    expect(blocks(writers, { ...refusal(ground), scope: 'part', parts: ['m9'] })).to.deep.equal([
      'MLA-26 part-unknown',
    ]);
    writers.say('requested', 'REFUSE', { ...refusal(ground), scope: 'part', parts: ['m1'] });
    expect(blocks(writers, { ...refusal(ground), scope: 'part', parts: ['m1'] })).to.include(
      'MLA-26 part-decided',
    );
  });

  it('refuses the case when no part is left', () => {
    const writers = consulted();
    const ground = { code: 'G-LEGAL-SYSTEM', provision_given: true };
    for (const part of ['m1', 'm2', 'm3']) {
      expect(writers.of('requesting').status).to.equal('received');
      writers.say('requested', 'REFUSE', { ...refusal(ground), scope: 'part', parts: [part] });
    }
    const current = writers.of('requesting');
    expect(current.status).to.equal('refused');
    expect(current.measures.map(({ state, ground: code }) => `${state} ${code}`)).to.deep.equal(
      Array(3).fill('refused G-LEGAL-SYSTEM'),
    );
    expect(current.flags).to.deep.equal([]);
  });
});

describe('A refusal that breaks a rule', () => {
  it('3.1.5: moves the status, is flagged with the paragraph, and discharges no duty of its author', () => {
    const writers = new CaseWriters(request);
    const item = writers.say('requested', 'REFUSE', refusal(dualCriminality, { bank_secrecy: true }));
    const current = writers.of('requesting');
    expect(current.status).to.equal('refused');
    expect(current.flags).to.deep.equal([{ itemId: item.id, paragraph: 'MLA-8' }]);
    const open = current.obligations.map(({ timer, debtor }) => `${timer} ${debtor}`);
    expect(open).to.include('T-EXECUTE requested');
    expect(open, 'what the other side owed is waived').not.to.include('T-STILL-NEEDED requesting');
  });

  it('D-04: can be taken up again, and the refused measures are asked anew', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'REFUSE', refusal(dualCriminality, { bank_secrecy: true }));
    writers.say('requested', 'RECONSIDER', { reasons_given: true });
    const current = writers.of('requesting');
    expect(current.status).to.equal('in_review');
    expect(new Set(current.measures.map(({ state }) => state))).to.deep.equal(new Set(['asked']));
  });

  it('3.1.5: what is not its author’s to say is stored and flagged, and moves nothing', () => {
    const writers = new CaseWriters(request);
    const item = writers.say('requesting', 'REFUSE', refusal(dualCriminality));
    const current = writers.of('requested');
    expect(current.status).to.equal('received');
    expect(current.placed.at(-1)).to.deep.include({ id: item.id, verdict: 'inert', flags: ['MLA-26'] });
  });
});
