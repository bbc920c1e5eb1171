import { expect } from 'chai';
import { checkRoute } from '../../../../../protocol/convention/route.ts';
import { completeContent } from '../../../../../protocol/convention/content/complete-content.ts';
import { CARICOM } from '../../../../../protocol/convention/instruments.ts';
import { fieldsOf } from '../../../../../protocol/convention/verb-in.ts';
import type { Fields } from '../../../../../protocol/value.ts';
import { type ArticleCase, defectsIn, drafted, filledIn, openedCase } from '../../../../support/articles.ts';
import { at, judged } from '../../../../support/judged.ts';
import { aProfile } from '../../../../support/profiles.ts';

const KIND = 'data.emergency_production';
const EMERGENCY: ArticleCase = { urgency: 'emergency', change: { issued_on: '2026-03-01' } };
const opened = (more: ArticleCase = {}) => openedCase(KIND, { ...EMERGENCY, ...more });
const drafts = (change: ArticleCase['change'] = {}, more: ArticleCase = {}) =>
  drafted(KIND, {
    ...EMERGENCY,
    ...more,
    change: { special_procedures: [], ...EMERGENCY.change, ...change },
  });

const item = (id: string, dataClass: string) => ({
  id,
  class: dataClass,
  description: 'Data',
  selectors: ['j.doe@mail.example'],
});
const blocks = (given: ArticleCase, verb: string, content: Fields) =>
  at('BLOCK', judged(opened(given), 'requested', verb, content));

describe('The request for production in an emergency', () => {
  it('EPROD-1: goes from one 24/7 contact to the other, and from no other desk', () => {
    const desk = (role: 'CA' | 'POC') => {
      const { desks } = aProfile('GD');
      return desks.map((one) => ({
        ...one,
        id: role.toLowerCase(),
        role,
        competence: ['*'],
        territory: 'whole',
      }));
    };
    const profile = (party: string) => aProfile(party, { desks: [...desk('CA'), ...desk('POC')] });
    const route = (from: string, to: string) =>
      checkRoute({
        ...{ instrument: CARICOM, kind: KIND, direction: 'forth' },
        ...{ from: { profile: profile('GD'), desk: from }, to: { profile: profile('JM'), desk: to } },
      }).map(({ level, paragraph, code }) => `${level} ${paragraph} ${code}`);
    expect(route('poc', 'poc')).to.deep.equal([]);
    expect(route('ca', 'poc')).to.deep.equal(['BLOCK EPROD-1 wrong-sender-desk']);
    expect(route('poc', 'ca')).to.deep.equal(['BLOCK EPROD-1 wrong-recipient-desk']);
  });

  it('EPROD-1: is urgent by its nature', () => {
    expect(drafts()).to.deep.equal([]);
    expect(drafts({}, { urgency: 'urgent' })).to.deep.equal(['BLOCK EPROD-1 production-not-urgent']);
  });

  it('EPROD-5: without one of its contents hears of that one alone', () => {
    const without = { emergency_facts: undefined, data_relation_to_emergency: undefined };
    expect(drafts(without)).to.deep.equal(['BLOCK EPROD-5e missing', 'BLOCK EPROD-5e missing']);
    expect(defectsIn(KIND, without)).to.deep.equal(['EPROD-5e']);
  });

  it('EPROD-5a: cannot have been issued tomorrow', () => {
    expect(drafts({ issued_on: '2026-03-02' })).to.deep.equal(['BLOCK EPROD-5a issued-in-the-future']);
    expect(drafts({ issued_on: '2026-02-28' })).to.deep.equal([]);
  });

  it('EPROD-5b: says in both languages that it is issued under the Convention, whoever fills it in', () => {
    const specs = fieldsOf(CARICOM, KIND, 'REQUEST') ?? [];
    const statement = completeContent(specs, filledIn(KIND))['issued_pursuant_statement'];
    expect(statement)
      .to.include('pursuant to the Convention')
      .and.to.include('en application de la Convention');
  });

  it('EPROD-5c: names the provider with its address', () => {
    expect(drafts({ providers: [{ id: 's1', name: 'Harbour Mail Ltd' }] })).to.deep.equal([
      'BLOCK EPROD-5c missing',
    ]);
  });

  it('EPROD-5d: names the offence with its penalty', () => {
    const offence = {
      id: 'o1',
      label: 'Abduction',
      conduct_description: 'Took a child',
      provisions: ['s. 9'],
    };
    expect(drafts({ offences: [offence] })).to.deep.equal(['BLOCK EPROD-5d missing']);
    expect(drafts({ offences: [{ ...offence, penalty: 'Life' }] })).to.deep.equal([]);
  });

  it('EPROD-5e: shows the emergency, and how the data bear on it', () => {
    expect(drafts({ data_relation_to_emergency: '' })).to.deep.equal(['BLOCK EPROD-5e missing']);
  });

  it('EPROD-5f: that asks for all data, without saying how to find them, is warned', () => {
    expect(drafts({ data_items: [{ id: 'd1', class: 'content', description: 'All data' }] })).to.deep.equal([
      'WARN EPROD-5f selectors-missing',
    ]);
  });

  it('EPROD-5g: may have no special procedures, which is asked; received without a word it is no defect', () => {
    expect(drafts({ special_procedures: undefined })).to.deep.equal(['WARN EPROD-5g say-none']);
    expect(defectsIn(KIND, { special_procedures: undefined })).to.deep.equal([]);
  });

  it('EPROD-5h: needs no other information', () => {
    expect(drafts({ other_helpful_information: undefined })).to.deep.equal([]);
  });

  it('EPROD-6: is not turned away for being electronic', () => {
    const reject = {
      reason: 'security_level',
      requirement: 'countersignature',
      cure_given: true,
      electronic_form: true,
    };
    expect(blocks({}, 'INTAKE_REJECT', reject)).to.include('MLA-19 intake-forbidden');
  });
});

describe('A declaration on production in an emergency', () => {
  const first = { 'emergency_production.emla_first': { value: true } };
  const result = { outcomes: [{ id: 'd1', outcome: 'executed' }], times_unknown: true };

  it('EPROD-2: to wait for an emergency request is told while drafting, with the kind to send', () => {
    expect(drafts({}, { requested: first })).to.deep.equal(['WARN EPROD-2 partner-wants-emergency-request']);
  });

  it('EPROD-2: not made, waiting is blocked', () => {
    expect(blocks({}, 'AWAIT_EMLA', { declaration_given: true })).to.deep.equal([
      'EPROD-2 emla-first-not-reserved',
    ]);
    expect(blocks({ requested: first }, 'AWAIT_EMLA', { declaration_given: true })).to.deep.equal([]);
  });

  it('EPROD-2: made, giving before that request is there asks for a reason, and after it is linked does not', () => {
    const writers = opened({ requested: first });
    writers.say('requested', 'ACCEPT', {});
    const asked = () => at('ACK', judged(writers, 'requested', 'RESULT', result));
    expect(asked()).to.deep.equal(['EPROD-2 emergency-request-not-there']);
    writers.say('requesting', 'LINK_CASE', {
      case: '00112233445566778899aabbccddeeff',
      relation: 'emla_for_eprod',
    });
    expect(asked()).to.deep.equal([]);
  });

  it('EPROD-3: not to serve subscriber information alone is a ground only if nothing else is asked for', () => {
    const requested = { 'emergency_production.no_subscriber_only': true };
    const refuse = {
      grounds: [{ id: 'g1', code: 'G-SUBSCRIBER-ONLY', declaration_given: true, reasons_given: true }],
    };
    const asking = (...classes: readonly string[]) => ({
      data_items: classes.map((dataClass, index) => item(`d${index + 1}`, dataClass)),
      issued_on: '2026-03-01',
    });
    const mixed = asking('subscriber', 'traffic');
    expect(blocks({ requested, change: mixed }, 'REFUSE', refuse)).to.have.length(1);
    expect(blocks({ requested, change: mixed }, 'REFUSE', refuse)[0]).to.match(/^EPROD-3 /);
    expect(blocks({ requested, change: asking('subscriber') }, 'REFUSE', refuse)).to.deep.equal([]);
    expect(blocks({ change: asking('subscriber') }, 'REFUSE', refuse)[0]).to.match(/^EPROD-3 /);
    expect(drafts(asking('subscriber'), { requested })).to.deep.equal([
      'WARN EPROD-3 partner-not-for-subscribers',
    ]);
  });
});
