import { expect } from 'chai';
import { judgeOpening } from '../../../../../protocol/case/judge.ts';
import { CARICOM } from '../../../../../protocol/convention/instruments.ts';
import type { Fields } from '../../../../../protocol/value.ts';
import { type ArticleCase, drafted, openedCase, quoteOf } from '../../../../support/articles.ts';
import { type CaseWriters, pinnedBy, T0 } from '../../../../support/case-writer.ts';
import { at, judged } from '../../../../support/judged.ts';

const KIND = 'ext.extradition';
const OFFENCES = [
  {
    id: 'o1',
    catalogue_code: 'computer_fraud',
    label: 'Fraud',
    conduct_description: 'x',
    provisions: ['s 9'],
  },
  { id: 'o2', label: 'Access', conduct_description: 'y', provisions: ['s 5'], related_to: ['o1'] },
];
const asked = (given: ArticleCase = {}) => openedCase(KIND, { change: { offences: OFFENCES }, ...given });
const refusal = (code: string, more: Fields = {}): Fields => ({ grounds: [{ id: 'g1', code, ...more }] });
const national = refusal('G-NATIONALITY', { nationality_basis_given: true });
const found = (writers: CaseWriters, verb: string, content: Fields) =>
  judged(writers, 'requested', verb, content).map(
    ({ level, paragraph, code }) => `${level} ${paragraph} ${code}`,
  );
const UNCONSULTED = 'ACK EXT-17 extradition-unconsulted';
const outbound: Fields = { leg: 'outbound', date: '2026-03-10' };

/** What is said of a request that quotes items of an extradition. */
function opening(kind: string, entries: readonly Parameters<typeof quoteOf>[0][]): readonly string[] {
  const content = { refused_case: '0'.repeat(32) };
  const act = { kind, verb: 'REQUEST', content, quotes: entries.map((entry) => quoteOf(entry)) };
  const pinned = { ...pinnedBy('requesting'), urgency: 'routine' } as const;
  return judgeOpening({ instrument: CARICOM, pins: () => undefined }, { act, at: T0, pinned }).map(
    ({ level, paragraph, code }) => `${level} ${paragraph} ${code}`,
  );
}

describe('Extradition', () => {
  it('EXT-1: warns where nothing says that the person is there, and points to the police', () => {
    expect(drafted(KIND, { change: { presence_grounds: undefined } })).to.deep.equal([
      'WARN EXT-1 presence-unstated',
    ]);
  });

  it('EXT-2: is granted without dual criminality where own law permits', () => {
    const content: Fields = { dual_criminality: false, basis: 'without_dual_criminality' };
    const by = (value: string) => ({ requested: { 'extradition.without_dual_criminality': value } });
    expect(found(asked(by('yes')), 'ACCEPT', content)).to.deep.equal([]);
    expect(found(asked(by('no')), 'ACCEPT', content)).to.deep.equal(['ACK EXT-2 dual-criminality-needed']);
    expect(
      found(asked(by('yes')), 'REFUSE', refusal('G-NO-DUAL-CRIM', { conduct_punishable: false })),
    ).to.include('WARN EXT-2 dual-criminality-dispensable');
  });

  it('EXT-3: an offence goes with another one only if that one is granted and it is related to it', () => {
    const second = { id: 'o2', as: 'accessory', only_bar_is_length: true };
    const first = { id: 'o1', as: 'extraditable' };
    expect(found(asked(), 'ACCEPT', { decided: [first, second] })).to.deep.equal([]);
    const wrong = ['BLOCK EXT-3 accessory-alone'];
    expect(found(asked(), 'ACCEPT', { decided: [second] })).to.deep.equal(wrong);
    const unrelated = OFFENCES.map(({ related_to: _, ...offence }) => offence);
    const other = asked({ change: { offences: unrelated } });
    expect(found(other, 'ACCEPT', { decided: [first, second] })).to.deep.equal(wrong);
  });

  it('EXT-4: is not refused as political where own law permits to set that aside; elsewhere it warns', () => {
    const political = refusal('G-POLITICAL', { political: 'political_offence' });
    const requested = { 'extradition.political_exclusion_permitted': true };
    expect(found(asked({ requested }), 'REFUSE', political)).to.include('BLOCK EXT-4 ground-not-open');
    expect(found(asked(), 'REFUSE', political)).to.include('WARN EXT-4 political-ground');
  });

  it('EXT-5: the decision carries the Convention as its basis where a treaty is required and there is none', () => {
    const requested = { 'extradition.treaty_required': true, 'extradition.convention_as_basis': 'yes' };
    expect(drafted(KIND, { requested })).to.deep.equal([]);
    expect(found(asked({ requested }), 'ACCEPT', { basis: 'convention' })).to.deep.equal([]);
  });

  it('EXT-6a, 6b: shows that the other State has not declared its basis, and is not sent without any', () => {
    const requested = { 'extradition.treaty_required': true };
    expect(drafted(KIND, { requested })).to.deep.equal(['WARN EXT-6a basis-undeclared']);
    const no = { ...requested, 'extradition.convention_as_basis': 'no' };
    expect(drafted(KIND, { requested: no })).to.deep.equal(['BLOCK EXT-6b no-basis']);
    expect(drafted(KIND, { requested: no, procedure: 'treaty' })).to.deep.equal([]);
  });

  it('EXT-7: is not refused for want of a treaty between States that require none', () => {
    const none = { 'extradition.treaty_required': false };
    expect(found(asked({ requesting: none, requested: none }), 'REFUSE', refusal('G-NO-TREATY'))).to.include(
      'BLOCK EXT-7 ground-not-open',
    );
  });

  it('EXT-8: a refusal for the minimum penalty is asked for its provision', () => {
    expect(found(asked(), 'REFUSE', refusal('G-MIN-PENALTY'))).to.deep.equal([
      UNCONSULTED,
      'ACK EXT-8 provision-uncited',
    ]);
    expect(found(asked(), 'REFUSE', refusal('G-MIN-PENALTY', { provision_given: true }))).to.deep.equal([
      UNCONSULTED,
    ]);
  });

  it('EXT-9: runs on a reminder that surrender or refusal ends', () => {
    const writers = asked();
    const timers = () => writers.of('requesting').obligations.map(({ timer }) => timer);
    expect(timers()).to.include('T-EXT-EXPEDITE');
    writers.say('requested', 'REFUSE', national);
    expect(timers()).not.to.include('T-EXT-EXPEDITE');
  });

  it('EXT-12: is agreed on condition of return, which binds until the person is back', () => {
    const writers = asked();
    const conditions = [{ id: 'c1', type: 'return_to_serve', text_given: true }];
    writers.say('requested', 'CONDITIONS_PROPOSE', { conditions });
    writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1'] });
    expect(writers.of('requested').phase).to.equal('conditional_agreed');
    writers.say('requested', 'HANDOVER', outbound);
    writers.say('requesting', 'TAKEOVER', { ...outbound, return_due: '2027-03-10' });
    expect(writers.of('requested').phase).to.equal('surrendered_return_due');
    expect(writers.of('requested').caveats.map(({ caveat }) => caveat)).to.include('C-RETURN');
    expect(at('BLOCK', judged(writers, 'requesting', 'WITHDRAW', {}))).to.include('EXT-12 person-across');
    writers.say('requesting', 'HANDOVER', { leg: 'return', date: '2027-03-01' });
    writers.say('requested', 'TAKEOVER', { leg: 'return', date: '2027-03-01' });
    expect(writers.of('requested').caveats).to.deep.equal([]);
    expect(writers.of('requested').status).to.equal('executed');
  });

  it('EXT-15: the ground of discrimination is open under a treaty too, and names its reason', () => {
    const writers = asked({ procedure: 'treaty' });
    expect(found(writers, 'REFUSE', refusal('G-DISCRIMINATION'))).to.include(
      'BLOCK EXT-15 ground-incomplete',
    );
    const named = refusal('G-DISCRIMINATION', { protected_reason: ['religion'] });
    expect(found(writers, 'REFUSE', named)).to.deep.equal([UNCONSULTED]);
  });

  it('EXT-16: is not refused for fiscal matters alone; beside another ground it warns (D-13)', () => {
    expect(found(asked(), 'REFUSE', refusal('G-FISCAL'))).to.include('BLOCK EXT-16 fiscal-alone');
    const two = [
      { id: 'g1', code: 'G-FISCAL' },
      { id: 'g2', code: 'G-MIN-PENALTY', provision_given: true },
    ];
    expect(found(asked(), 'REFUSE', { grounds: two })).to.deep.equal([
      UNCONSULTED,
      'WARN EXT-16 fiscal-besides',
    ]);
  });

  it('EXT-17: is refused after a consultation without a word', () => {
    const writers = asked();
    writers.say('requested', 'CONSULT_OPEN', { purpose: 'refusal' });
    writers.say('requesting', 'CONSULT_NOTE', { purpose: 'refusal' });
    writers.say('requested', 'CONSULT_CLOSE', { purpose: 'refusal', outcome: 'no_agreement' });
    expect(found(writers, 'REFUSE', national)).to.deep.equal([]);
  });
});

describe('Before and instead of extradition', () => {
  it('EXT-10: is blocked without the urgency, and its end is a deadline for the full request', () => {
    expect(drafted('ext.provisional_arrest', { change: { urgency_reasons: '' } })).to.deep.equal([
      'BLOCK EXT-10 missing',
    ]);
    const writers = openedCase('ext.provisional_arrest');
    const custody: Fields = { measure: 'custody', since: '2026-03-01', until: '2026-04-10' };
    expect(found(writers, 'MEASURE_REPORT', custody)).to.deep.equal(['WARN EXT-14 guarantees-untold']);
    writers.say('requested', 'MEASURE_REPORT', custody);
    const duty = writers.of('requesting').obligations.find(({ timer }) => timer === 'T-EXT-PROVISIONAL');
    expect([duty?.debtor, duty?.periodFrom]).to.deep.equal(['requesting', 'date']);
    expect(CARICOM.timers['T-EXT-PROVISIONAL']?.remindBeforeDays).to.deep.equal([14, 7, 3, 1]);
    writers.say('requested', 'MEASURE_REPORT', { measure: 'none', since: '2026-04-10' });
    expect(writers.of('requesting').status).to.equal('executed');
    expect(writers.of('requesting').phase).to.equal('provisional_lapsed');
  });

  it('EXT-14: a report on custody that tells of guarantees does not warn', () => {
    const custody: Fields = { measure: 'custody', since: '2026-03-01', guarantees: ['counsel'] };
    expect(found(openedCase('ext.provisional_arrest'), 'MEASURE_REPORT', custody)).to.deep.equal([]);
  });

  it('EXT-11: prosecution follows a refusal for nationality alone, has a clock, and cannot be refused', () => {
    const writers = asked();
    const refused = writers.say('requested', 'REFUSE', national);
    expect(writers.of('requesting').phase).to.equal('refused_nationality');
    expect(opening('ext.prosecute_instead', [refused])).to.deep.equal([]);
    const otherwise = asked().say('requested', 'REFUSE', refusal('G-MIN-PENALTY'));
    expect(opening('ext.prosecute_instead', [otherwise])).to.deep.equal(['BLOCK EXT-11 refused-otherwise']);
    expect(CARICOM.kinds['ext.prosecute_instead']?.verbs).not.to.include('REFUSE');
    const due = openedCase('ext.prosecute_instead');
    const timers = () => due.of('requesting').obligations.map(({ timer }) => timer);
    expect(timers()).to.include('T-EXT-PROSECUTE');
    due.say('requested', 'PROSECUTION_SUBMITTED', { date: '2026-03-20', as_serious_offence: true });
    expect(timers()).not.to.include('T-EXT-PROSECUTE');
    expect(due.of('requesting').phase).to.equal('prosecution_submitted');
  });

  it('EXT-12: prosecution is not asked for once the person was surrendered', () => {
    const writers = asked();
    writers.say('requested', 'ACCEPT', {});
    writers.say('requested', 'HANDOVER', outbound);
    const taken = writers.say('requesting', 'TAKEOVER', outbound);
    expect(opening('ext.prosecute_instead', [taken])).to.include('BLOCK EXT-12 surrendered-after-all');
  });

  it('EXT-13: a sentence is enforced only where extradition was asked for that, and a no is a decision', () => {
    const trial = asked();
    const refused = trial.say('requested', 'REFUSE', national);
    const [request] = trial.entries;
    if (request === undefined) throw new Error('no request');
    expect(opening('ext.enforce_sentence', [request, refused])).to.deep.equal([
      'BLOCK EXT-13 extradition-for-trial',
    ]);
    expect(opening('ext.enforce_sentence', [refused])).to.deep.equal([]);
    const due = openedCase('ext.enforce_sentence');
    due.say('requested', 'SENTENCE_DECISION', { decision: 'not_enforce', reasons_given: true });
    expect(due.of('requesting').phase).to.equal('sentence_considered');
  });
});

describe('Sentenced persons and proceedings', () => {
  it('TSP-1: is not sent without an arrangement, and is with one', () => {
    expect(drafted('person.sentenced_transfer')).to.deep.equal(['BLOCK TSP-1 no-arrangement-on-sentenced']);
    expect(drafted('person.sentenced_transfer', { procedure: 'treaty' })).to.deep.equal([]);
  });

  it('TCP-1: the file is confirmed item by item, and the receiving authority named', () => {
    const inventory = [
      { id: 'f1', description: 'Statement' },
      { id: 'f2', description: 'Log' },
    ];
    const writers = openedCase('proc.transfer', { change: { inventory } });
    writers.say('requested', 'ACCEPT', {});
    const outcomes = [{ id: 'f1', outcome: 'executed' }];
    const rest: Fields = { transferred_on: '2026-05-01', receiving_authority_given: true };
    expect(at('BLOCK', judged(writers, 'requested', 'RESULT', { ...rest, outcomes }))).to.have.lengthOf(1);
    const both = [...outcomes, { id: 'f2', outcome: 'executed' }];
    expect(at('BLOCK', judged(writers, 'requested', 'RESULT', { ...rest, outcomes: both }))).to.deep.equal(
      [],
    );
  });
});
