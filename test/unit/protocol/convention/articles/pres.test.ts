import { expect } from 'chai';
import { fieldsOf } from '../../../../../protocol/convention/verb-in.ts';
import { CARICOM } from '../../../../../protocol/convention/instruments.ts';
import type { Fields } from '../../../../../protocol/value.ts';
import { type ArticleCase, defectsIn, drafted, openedCase } from '../../../../support/articles.ts';
import type { CaseWriters } from '../../../../support/case-writer.ts';
import { at, judged } from '../../../../support/judged.ts';

const KIND = 'data.preserve';

const item = (id: string, rest: Readonly<Record<string, string | readonly string[]>> = {}) => ({
  id,
  class: 'traffic',
  description: 'Log of connections',
  selectors: ['j.doe@mail.example'],
  relation_to_offence: 'The orders came from there.',
  ...rest,
});
const confirmation: Fields = {
  preserved_since: '2026-03-01',
  preserved_until: '2026-05-30',
  custodian_served_given: true,
  other_provider: 'no',
};
const blocks = (writers: CaseWriters, verb: string, content: Fields) =>
  at('BLOCK', judged(writers, 'requested', verb, content));

describe('The request to preserve', () => {
  it('PRES-1: is answered without data: attaching them is blocked, and leads to access', () => {
    const findings = judged(openedCase(KIND), 'requested', 'PRES_CONFIRM', {
      ...confirmation,
      objects: [{ id: 'x1', class: 'data', data_class: 'content' }],
    });
    expect(at('BLOCK', findings)).to.deep.equal(['PRES-1 preservation-discloses']);
    expect(findings[0]?.wayOut).to.deep.equal(['data.stored_access']);
  });

  it('PRES-2: with its six contents goes out without a word', () => {
    expect(drafted(KIND)).to.deep.equal([]);
  });

  it('PRES-7: hears of the usual period of the other State, and that fewer than ninety days are never given', () => {
    const requested = { 'preservation.usual_period_days': 180 };
    expect(drafted(KIND, { requested })).to.deep.equal(['HELP PRES-7 partner-has-usual-period']);
    expect(drafted(KIND, { change: { requested_until: '2026-04-01' } })).to.deep.equal([
      'WARN PRES-7 less-than-ninety-days-asked',
    ]);
  });

  it('PRES-2: what a foreign node left out is a defect, no ground of refusal, and does not hold preservation up', () => {
    expect(defectsIn(KIND, { necessity: undefined })).to.deep.equal(['PRES-2e']);
    const writers = openedCase(KIND, { change: { necessity: undefined } });
    const grounds = fieldsOf(CARICOM, KIND, 'REFUSE')?.find(({ name }) => name === 'grounds');
    const codes = grounds?.fields?.find(({ name }) => name === 'code')?.choices?.map(({ code }) => code);
    expect(codes).to.have.members(['G-POLITICAL', 'G-ESSENTIAL-INTERESTS', 'G-PRES-DC-RESERVATION']);
    const question = { items: [{ id: 'q1', needed: true, defect: 'PRES-2e' }] };
    expect(judged(writers, 'requested', 'INFO_REQUEST', question)).to.deep.equal([]);
    expect(blocks(writers, 'PRES_CONFIRM', confirmation)).to.deep.equal([]);
  });

  const missing: readonly (readonly [string, string, ArticleCase['change']])[] = [
    ['PRES-2a: is blocked without the authority', 'PRES-2a', { requesting_authority: '' }],
    ['PRES-2b: is blocked without the facts', 'PRES-2b', { facts_summary: '' }],
    ['PRES-2e: is blocked without the necessity', 'PRES-2e', { necessity: '' }],
    ['PRES-2f: is blocked without the intention', 'PRES-2f', { intent_to_request: undefined }],
  ];
  for (const [title, paragraph, change] of missing) {
    it(title, () => {
      expect(drafted(KIND, { change: change ?? {} })).to.include(`BLOCK ${paragraph} missing`);
    });
  }

  it('PRES-2c: is blocked if one of two entries of data lacks its relation to the offence', () => {
    const items = [item('d1'), item('d2', { relation_to_offence: '' })];
    expect(drafted(KIND, { change: { data_items: items } })).to.deep.equal(['BLOCK PRES-2c missing']);
  });

  it('PRES-2d: needs the custodian, the location, or the word that neither is known; received, it is no defect', () => {
    const neither = { custodian: undefined, system_location: undefined };
    expect(drafted(KIND, { change: neither })).to.deep.equal(['BLOCK PRES-2d custodian-or-location']);
    expect(drafted(KIND, { change: { ...neither, none_available: 'yes' } })).to.deep.equal([]);
    expect(defectsIn(KIND, neither)).to.deep.equal([]);
  });

  it('PRES-2f: is blocked if the intention is denied', () => {
    expect(drafted(KIND, { change: { intent_to_request: 'no' } })).to.deep.equal([
      'BLOCK PRES-2f no-intent-to-request',
    ]);
  });
});

describe('A refusal to preserve', () => {
  const refusal = (ground: Fields): Fields => ({ grounds: [{ id: 'g1', reasons_given: true, ...ground }] });
  const reserved = {
    'preservation.requires_dc_for_disclosure': true,
    'preservation.dual_criminality_reservation': { value: true, moment: 'ratification' },
  };
  const twoOffences = {
    offences: [
      {
        id: 'o1',
        catalogue_code: 'illegal_access',
        label: 'Access',
        conduct_description: 'a',
        provisions: ['s. 5'],
      },
      { id: 'o2', label: 'Insult', conduct_description: 'b', provisions: ['s. 9'] },
    ],
    data_items: [item('d1', { offences: ['o1'] }), item('d2', { offences: ['o2'] }), item('d3')],
  };
  const reservation = (parts: readonly string[]) =>
    refusal({ code: 'G-PRES-DC-RESERVATION', explanation_given: true, parts });

  it('PRES-3: never rests on dual criminality', () => {
    const found = blocks(openedCase(KIND), 'REFUSE', refusal({ code: 'G-NO-DUAL-CRIM' }));
    expect(found).to.include('PRES-3 preservation-dual-criminality');
  });

  it('PRES-3: the request starts a clock of the State that is asked, ended by its confirmation', () => {
    const writers = openedCase(KIND);
    const owed = () => writers.of('requesting').obligations.map(({ timer }) => timer);
    expect(owed()).to.deep.equal(['T-PRES-EXPEDITE']);
    writers.say('requested', 'PRES_CONFIRM', confirmation);
    expect(owed()).to.deep.equal(['T-PRES-EXPIRY']);
  });

  it('PRES-4: under a reservation concerns only data that are tied to no offence of the catalogue', () => {
    const writers = openedCase(KIND, { change: twoOffences, requested: reserved });
    const refuse = (part: string) =>
      blocks(writers, 'REFUSE', { ...reservation([part]), scope: 'part', parts: [part] });
    expect(refuse('d2')).to.deep.equal([]);
    expect(refuse('d1')).to.deep.equal(['PRES-4 ground-other-parts']);
    expect(refuse('d3'), 'tied to all offences').to.deep.equal(['PRES-4 ground-other-parts']);
  });

  it('PRES-4: without a reservation is blocked; with one the other State hears of it while drafting', () => {
    const writers = openedCase(KIND, { change: twoOffences });
    const content = { ...reservation(['d2']), scope: 'part', parts: ['d2'] };
    expect(blocks(writers, 'REFUSE', content)).to.have.length(1);
    expect(blocks(writers, 'REFUSE', content)[0]).to.match(/^PRES-4 /);
    expect(drafted(KIND, { change: twoOffences, requested: reserved })).to.deep.equal([
      'WARN PRES-4 reservation-may-be-used',
    ]);
  });

  it('PRES-5: knows no other ground, and names those that there are', () => {
    const findings = judged(
      openedCase(KIND),
      'requested',
      'REFUSE',
      refusal({ code: 'G-LEGAL-SYSTEM', provision_given: true }),
    );
    expect(at('BLOCK', findings)).to.deep.equal(['PRES-5 ground-unlisted']);
    for (const code of ['G-POLITICAL', 'G-ESSENTIAL-INTERESTS', 'G-PRES-DC-RESERVATION']) {
      expect(findings[0]?.message.en).to.include(code);
    }
  });

  it('PRES-5: cannot be had at intake for a language either, nor by postponing', () => {
    const writers = openedCase(KIND);
    const reject = { reason: 'language', cure_given: true };
    expect(blocks(writers, 'INTAKE_REJECT', reject)).to.deep.equal(['PRES-5 intake-reason']);
    expect(CARICOM.kinds[KIND]?.verbs).not.to.include('POSTPONE');
  });

  it('PRES-5: asks for reasons with a ground, and does not block without them', () => {
    const findings = judged(openedCase(KIND), 'requested', 'REFUSE', {
      grounds: [{ id: 'g1', code: 'G-POLITICAL', political: 'connected' }],
    });
    expect(findings.map(({ level, code }) => `${level} ${code}`)).to.deep.equal(['ACK reasons-missing']);
  });

  it('PRES-5a: as political says whether the offence is political or connected with one', () => {
    const writers = openedCase(KIND);
    expect(blocks(writers, 'REFUSE', refusal({ code: 'G-POLITICAL' }))).to.deep.equal([
      'PRES-5a ground-incomplete',
    ]);
    expect(
      blocks(writers, 'REFUSE', refusal({ code: 'G-POLITICAL', political: 'political_offence' })),
    ).to.deep.equal([]);
  });

  it('PRES-5b: for essential interests goes out with the interest named; without it a reason is asked (D-07)', () => {
    const writers = openedCase(KIND);
    const named = refusal({ code: 'G-ESSENTIAL-INTERESTS', sub_code: 'security' });
    expect(judged(writers, 'requested', 'REFUSE', named)).to.deep.equal([]);
    const bare = judged(writers, 'requested', 'REFUSE', refusal({ code: 'G-ESSENTIAL-INTERESTS' }));
    expect(bare.map(({ level, paragraph }) => `${level} ${paragraph}`)).to.deep.equal(['ACK PRES-5b']);
  });
});
