import { expect } from 'chai';
import { checkRoute } from '../../../../../protocol/convention/route.ts';
import { CARICOM } from '../../../../../protocol/convention/instruments.ts';
import { fieldsOf } from '../../../../../protocol/convention/verb-in.ts';
import type { Fields } from '../../../../../protocol/value.ts';
import { type ArticleCase, drafted, openedCase } from '../../../../support/articles.ts';
import type { CaseWriters } from '../../../../support/case-writer.ts';
import { at, judged } from '../../../../support/judged.ts';
import { aProfile } from '../../../../support/profiles.ts';

const KIND = 'mla.emergency';
const opened = (more: ArticleCase = {}) => openedCase(KIND, { urgency: 'emergency', ...more });
const owed = (writers: CaseWriters) =>
  writers.of('requesting').obligations.map(({ timer, debtor }) => `${debtor} ${timer}`);
const blocks = (writers: CaseWriters, verb: string, content: Fields) =>
  at('BLOCK', judged(writers, 'requested', verb, content));

describe('The request for assistance in an emergency', () => {
  it('EMLA-1: asks for two fields more than the ordinary one, and is blocked until they are filled in', () => {
    const required = (kind: string) =>
      (fieldsOf(CARICOM, kind, 'REQUEST') ?? [])
        .filter((spec) => spec.required === true)
        .map(({ name }) => name);
    const more = required(KIND).filter((name) => !required('mla.general').includes(name));
    expect(more).to.deep.equal(['emergency_facts', 'assistance_relation_to_emergency']);
    const draft = (change: ArticleCase['change']) =>
      drafted(KIND, { urgency: 'emergency', change: change ?? {} });
    expect(draft({ emergency_facts: '' })).to.include('BLOCK EMLA-1 missing');
    expect(draft({}).filter((found) => found.startsWith('BLOCK'))).to.deep.equal([]);
  });

  it('EMLA-2: is not turned away for being electronic, nor for want of the diplomatic channel', () => {
    const electronic = {
      reason: 'security_level',
      requirement: 'countersignature',
      cure_given: true,
      electronic_form: true,
    };
    expect(blocks(opened(), 'INTAKE_REJECT', electronic)).to.include('MLA-19 intake-forbidden');
    expect(blocks(opened(), 'INTAKE_REJECT', { reason: 'channel', cure_given: true })).to.have.length(1);
  });

  it('EMLA-3: a question and its answer have clocks of hours, and stop no other clock', () => {
    const writers = opened();
    expect(owed(writers)).to.include('requested T-EMLA-SUPP-ASK');
    writers.say('requested', 'INFO_REQUEST', { items: [{ id: 'q1', needed: true }] });
    expect(owed(writers)).not.to.include('requested T-EMLA-SUPP-ASK');
    const supply = writers.of('requesting').obligations.find(({ timer }) => timer === 'T-EMLA-SUPP');
    expect(supply).to.deep.include({ debtor: 'requesting', period: { amount: 4, unit: 'hours' } });
    expect(CARICOM.timers['T-EMLA-RESPOND']?.pausedBy).to.deep.equal([]);
    writers.say('requesting', 'INFO_REPLY', { answers: [{ id: 'q1', outcome: 'answered' }] });
    expect(owed(writers)).not.to.include('requesting T-EMLA-SUPP');
  });
});

describe('Whether there is an emergency', () => {
  it('EMLA-4: the clock of the answer starts with the word that completes both requirements', () => {
    const writers = opened();
    writers.say('requested', 'ACKNOWLEDGE', { emergency_satisfied: true });
    expect(owed(writers)).not.to.include('requested T-EMLA-RESPOND');
    writers.say('requested', 'STATUS_REPORT', { progress_given: true, requirements_satisfied: true });
    expect(owed(writers).filter((duty) => duty === 'requested T-EMLA-RESPOND')).to.have.length(1);
    writers.say('requested', 'STATUS_REPORT', { progress_given: true, requirements_satisfied: true });
    expect(owed(writers).filter((duty) => duty === 'requested T-EMLA-RESPOND')).to.have.length(1);
  });

  it('EMLA-4: both may agree to go on without urgency; the emergency clocks stop and the usual one runs', () => {
    const writers = opened();
    writers.say('requested', 'ACKNOWLEDGE', { emergency_satisfied: true, requirements_satisfied: true });
    writers.say('requested', 'PROPOSE', { subject: 'treat_as_ordinary', text_given: true });
    writers.say('requesting', 'AGREE', { subject: 'treat_as_ordinary' });
    const duties = owed(writers).filter((duty) => duty.includes('EMLA') || duty.includes('T-EXECUTE'));
    expect(duties).to.deep.equal(['requested T-EXECUTE']);
    expect(writers.of('requested').agreements.map(({ subject }) => subject)).to.deep.equal([
      'treat_as_ordinary',
    ]);
  });

  it('EMLA-4: not satisfied stops the emergency clocks and refuses nothing', () => {
    const writers = opened();
    writers.say('requested', 'ACKNOWLEDGE', { emergency_satisfied: true, requirements_satisfied: true });
    writers.say('requested', 'STATUS_REPORT', {
      ...{ progress_given: true, emergency_satisfied: false, not_satisfied_because_given: true },
    });
    expect(owed(writers).filter((duty) => duty.includes('EMLA'))).to.deep.equal([]);
    expect(owed(writers)).to.include('requested T-EXECUTE');
    expect(writers.of('requesting').status).to.equal('in_review');
  });

  it('EMLA-4: an answer discharges it', () => {
    const writers = opened();
    writers.say('requested', 'ACCEPT', { emergency_satisfied: true, requirements_satisfied: true });
    expect(owed(writers)).to.include('requested T-EMLA-RESPOND');
    writers.say('requested', 'PARTIAL_RESULT', { outcomes: [] });
    expect(owed(writers)).not.to.include('requested T-EMLA-RESPOND');
  });

  it('EMLA-5: rings until an officer answers', () => {
    const writers = opened();
    expect(owed(writers)).to.include('requested T-DUTY-ACK');
    writers.say('requested', 'INFO_REQUEST', { items: [{ id: 'q1', needed: true }] });
    expect(owed(writers)).not.to.include('requested T-DUTY-ACK');
  });

  it('EMLA-6: the result goes to another desk once both agreed on it, and not before', () => {
    const writers = opened({ role: 'LEA' });
    writers.say('requested', 'ACCEPT', {});
    const result = { outcomes: [{ id: 'm1', outcome: 'executed' }] };
    expect(blocks(writers, 'RESULT', result)).to.deep.equal(['EMLA-6 result-elsewhere']);
    writers.say('requested', 'PROPOSE', { subject: 'alt_result_channel', text_given: true });
    writers.say('requesting', 'AGREE', { subject: 'alt_result_channel' });
    expect(blocks(writers, 'RESULT', result)).to.deep.equal([]);
  });
});

describe('The rules that govern an emergency request', () => {
  it('EMLA-7: a postponement gives its reasons under the Budapest provisions; under a treaty that rule is not theirs', () => {
    const postpone = { ground: 'G-ONGOING', proceeding_kind: 'prosecution', review_date: '2026-05-01' };
    const judgedUnder = (procedure: string) => {
      const writers = opened({ procedure });
      writers.say('requested', 'ACKNOWLEDGE', {});
      return blocks(writers, 'POSTPONE', postpone);
    };
    expect(judgedUnder('budapest_27_28')).to.include('EMLA-7 postponement-without-reasons');
    expect(judgedUnder('treaty')).not.to.include('EMLA-7 postponement-without-reasons');
  });

  it('EMLA-7: conditions bind as those of article 28, and their use can be asked about', () => {
    const writers = opened();
    writers.say('requested', 'CONDITIONS_PROPOSE', {
      conditions: [{ id: 'c1', type: 'use', text_given: true }],
    });
    writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1'] });
    expect(writers.of('requesting').caveats.map(({ caveat }) => caveat)).to.include('C-BUD-28');
    expect(blocks(writers, 'USE_EXPLAIN_REQUIRE', { conditions: ['c1'] })).to.deep.equal([]);
  });

  it('EMLA-7: the grounds are those of article 27, and those of MLA-26a only if both States say so', () => {
    const refuse = (code: string, more: Fields, given: ArticleCase) =>
      blocks(opened(given), 'REFUSE', { grounds: [{ id: 'g1', code, reasons_given: true, ...more }] });
    const both = {
      requesting: { 'mla.emergency_grounds': 'mla_26' },
      requested: { 'mla.emergency_grounds': 'mla_26' },
    };
    expect(refuse('G-POLITICAL', { political: 'connected' }, {})).to.deep.equal([
      'MLA-31 consult-before-refusing',
    ]);
    const alone = refuse('G-NONCONFORM', { defects: ['MLA-20d'] }, { requested: both.requested });
    expect(alone.some((found) => found.startsWith('MLA-26a '))).to.equal(true);
    const agreed = refuse('G-NONCONFORM', { defects: ['MLA-20d'] }, both);
    expect(agreed).to.deep.equal(['MLA-31 consult-before-refusing']);
  });

  it('EMLA-7, D-10: bank secrecy and the limit on use are read into it, as a reason asked for', () => {
    const refusal = {
      bank_secrecy: true,
      grounds: [{ id: 'g1', code: 'G-LEGAL-SYSTEM', provision_given: true, reasons_given: true }],
    };
    expect(at('ACK', judged(opened(), 'requested', 'REFUSE', refusal))).to.include('MLA-8 ground-forbidden');
    expect(drafted(KIND, { urgency: 'emergency' })).to.include('WARN EMLA-7 use-limit-falls-away');
    const writers = opened();
    writers.say('requested', 'ACCEPT', {});
    writers.say('requested', 'RESULT', { outcomes: [{ id: 'm1', outcome: 'executed' }] });
    const limit = writers.of('requesting').caveats.find(({ caveat }) => caveat === 'C-USE-LIMIT');
    expect(limit?.level).to.equal('ACK');
  });

  it('EMLA-8: an agreement on the regime puts the Budapest provisions in the place of the treaty', () => {
    const writers = opened({ procedure: 'treaty' });
    const proposal = { subject: 'regime', procedure: 'treaty_replaced_by_budapest', text_given: true };
    writers.say('requesting', 'PROPOSE', proposal);
    writers.say('requested', 'AGREE', { subject: 'regime' });
    expect(writers.of('requesting').regime?.procedure).to.equal('treaty_replaced_by_budapest');
    writers.say('requested', 'CONFIDENTIALITY_CANNOT', { subject: 'fact', reasons_given: true });
    expect(blocks(writers, 'ACCEPT', {})).to.include('EMLA-7 secrecy-undirected');
  });
});

describe('An emergency request that goes straight to another authority', () => {
  const profile = (party: string, declarations: Fields = {}) => {
    const { desks } = aProfile(party);
    const made = (['CA', 'JUD', 'POC'] as const).flatMap((role) =>
      desks.map((desk) => ({ ...desk, id: role.toLowerCase(), role, competence: ['*'], territory: 'whole' })),
    );
    return aProfile(party, { desks: made, declarations });
  };
  const route = (to: string, declarations: Fields) =>
    checkRoute({
      ...{ instrument: CARICOM, kind: KIND, direction: 'forth' },
      ...{
        from: { profile: profile('GD'), desk: 'jud' },
        to: { profile: profile('JM', declarations), desk: to },
      },
      draft: { content: {}, urgency: 'emergency', day: '2026-03-01' },
    });

  it('EMLA-9: needs the declaration of the State that is asked', () => {
    const direct = { 'mla.emergency_direct': { value: { judicial: true, contact_24_7: false } } };
    expect(route('jud', {}).map(({ level }) => level)).to.include('BLOCK');
    expect(route('jud', direct).map(({ level, code }) => `${level} ${code}`)).to.deep.equal([
      'WARN copy-owed',
    ]);
    expect(route('poc', direct).map(({ level }) => level)).to.include('BLOCK');
  });

  it('EMLA-9: owes a copy between the central authorities, which is discharged by it; the usual way owes none', () => {
    const writers = opened({ role: 'JUD' });
    expect(owed(writers)).to.include('requesting T-CA-COPY');
    expect(owed(opened())).not.to.include('requesting T-CA-COPY');
    const item = writers.entries[0]?.id ?? '';
    writers.say('requesting', 'CA_COPY', { item });
    expect(owed(writers)).not.to.include('requesting T-CA-COPY');
  });

  it('EMLA-9: is referred to who is competent, and the same case goes on with that authority', () => {
    const writers = opened({ role: 'JUD' });
    const content = { date: '2026-03-01', authority_given: true, desk: 'court-y' };
    expect(blocks(writers, 'REFER_NOTICE', content)).to.deep.equal([]);
    writers.say('requested', 'REFER_NOTICE', content);
    const { requested, status } = writers.of('requesting');
    expect([requested.authority, status]).to.deep.equal(['court-y', 'received']);
  });
});
