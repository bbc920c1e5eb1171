import { expect } from 'chai';
import { fieldsOf, kindOf } from '../../../../../protocol/convention/verb-in.ts';
import { CARICOM } from '../../../../../protocol/convention/instruments.ts';
import { resolveRegime } from '../../../../../protocol/convention/regime.ts';
import type { Act } from '../../../../../protocol/item/act.ts';
import type { Fields } from '../../../../../protocol/value.ts';
import { drafted, openedCase, quoteOf } from '../../../../support/articles.ts';
import { CaseWriters, T0 } from '../../../../support/case-writer.ts';
import { at, judged } from '../../../../support/judged.ts';
import { aProfile } from '../../../../support/profiles.ts';

const person = (role: string, asks: readonly string[]) => ({
  change: { topic: 'person', person_role: role, asks, items: undefined },
});
const PARTY: Fields = { 'participation.in_force_from': '2025-01-01' };

describe('Law enforcement cooperation', () => {
  it('LEC-1: has no list of grounds, asks for no dual criminality and owes no reasons', () => {
    for (const name of ['le.inquiry', 'le.items', 'le.liaison']) {
      const kind = kindOf(CARICOM, name);
      expect([kind?.groundsClosed, kind?.dualCriminality, kind?.forbidden], name).to.deep.equal([
        false,
        'none',
        [],
      ]);
    }
    const refusal = { grounds: [{ id: 'g1', code: 'G-DISCRETION', explanation_given: true }] };
    expect(judged(openedCase('le.inquiry'), 'requested', 'REFUSE', refusal)).to.deep.equal([]);
  });

  it('LEC-1: who cannot help and does not say why is asked for a reason, and not blocked', () => {
    const refusal = { grounds: [{ id: 'g1', code: 'G-DISCRETION' }] };
    const findings = judged(openedCase('le.inquiry'), 'requested', 'REFUSE', refusal);
    expect(at('BLOCK', findings)).to.deep.equal([]);
  });

  it('LEC-1a: speaks of links with other crimes only once both agreed, else it is offered as information', () => {
    const shared = openedCase('arrangement.record', { change: { subject: 'wider_scope' } });
    const agreement = shared.say('requested', 'AGREE', { subject: 'wider_scope' });
    const told = (quotes: Act['quotes']) =>
      new CaseWriters({
        ...{ kind: 'le.information', verb: 'TRANSMIT', opener: 'requested', quotes },
        content: { class: 'general', links_with_other_crime: true },
      }).of('requesting').placed[0]?.flags;
    expect(told([])).to.deep.equal(['LEC-1a']);
    expect(told([quoteOf(agreement)])).to.deep.equal([]);
    expect(drafted('le.information', { change: { links_with_other_crime: true } })).to.include(
      'BLOCK LEC-1a wider-scope-not-agreed',
    );
    const check = kindOf(CARICOM, 'le.information')?.checks?.['TRANSMIT']?.[0];
    expect(check?.instead).to.include('info.spontaneous');
  });

  it('LEC-1b-i: asks for a reason to learn more than the location of who is no suspect', () => {
    expect(drafted('le.inquiry', person('other', ['activities']))).to.include('ACK LEC-1b-i outside-inquiry');
    for (const asked of [person('other', ['whereabouts']), person('suspect', ['activities'])])
      expect(drafted('le.inquiry', asked)).to.deep.equal([]);
  });

  it('LEC-1b-ii: warns where nothing describes the property', () => {
    const change = { topic: 'proceeds', items: [] };
    expect(drafted('le.inquiry', { change })).to.deep.equal(['WARN LEC-1b-ii property-undescribed']);
    expect(drafted('le.inquiry', { change: { topic: 'proceeds' } })).to.deep.equal([]);
  });

  it('LEC-1b, LEC-1b-iii: answers keep the ids of what was asked for', () => {
    const writers = openedCase('le.inquiry', {
      change: {
        topic: 'instrumentality',
        items: [
          { id: 'laptop', description: 'Laptop' },
          { id: 'router', description: 'Router' },
        ],
      },
    });
    writers.say('requested', 'ACKNOWLEDGE', {});
    const half = { outcomes: [{ id: 'laptop', outcome: 'executed' }] };
    expect(at('BLOCK', judged(writers, 'requested', 'RESULT', half))).to.deep.equal([
      'MLA-3 outcome-missing',
    ]);
    const wrong = { outcomes: [...half.outcomes, { id: 'phone', outcome: 'executed' }] };
    expect(at('BLOCK', judged(writers, 'requested', 'RESULT', wrong))).to.include('MLA-22 part-unknown');
  });

  it('LEC-1c: who takes items over says when, and who holds them', () => {
    const writers = openedCase('le.items');
    writers.say('requested', 'ACCEPT', {});
    writers.say('requested', 'RESULT', { outcomes: [{ id: 'i1', outcome: 'executed' }] });
    expect(at('BLOCK', judged(writers, 'requesting', 'RESULT_RECEIPT', {}))).to.deep.equal([
      'LEC-1c custody-entry-missing',
    ]);
    const entry = { received_on: '2026-03-05', held_by_given: true };
    expect(judged(writers, 'requesting', 'RESULT_RECEIPT', entry)).to.deep.equal([]);
    writers.say('requesting', 'RESULT_RECEIPT', {});
    expect(writers.of('requested').placed.at(-1)?.flags).to.deep.equal(['LEC-1c']);
  });

  it('LEC-1d: goes to each State in a case of its own, and has no field that names who else has it', () => {
    const content = { class: 'modus_operandi' };
    const [one, other] = ['1', '2'].map((digit) =>
      new CaseWriters({
        ...{ kind: 'le.information', verb: 'TRANSMIT', opener: 'requested', content },
        caseId: digit.repeat(32),
      }).of('requesting'),
    );
    expect(one?.caseId).not.to.equal(other?.caseId);
    expect(one?.links).to.deep.equal([]);
    const names = (fieldsOf(CARICOM, 'le.information', 'TRANSMIT') ?? []).map(({ name }) => name);
    expect(names.filter((name) => /recipient|copies|also|parties/.test(name))).to.deep.equal([]);
  });

  it('LEC-1e: posts a liaison officer only under an arrangement, and offers to propose one', () => {
    const change = { purpose: 'posting' };
    expect(drafted('le.liaison', { change })).to.deep.equal(['BLOCK LEC-1e posting-without-arrangement']);
    expect(drafted('le.liaison', { change, procedure: 'treaty' })).to.deep.equal([]);
    expect(drafted('le.liaison', { change: { purpose: 'expert' } })).to.deep.equal([]);
    const check = kindOf(CARICOM, 'le.liaison')?.checks?.['REQUEST']?.[0];
    expect(check?.instead).to.deep.equal(['arrangement.record']);
  });

  it('LEC-1f: an urgent early warning has a clock until a person has it', () => {
    const owed = (change: Readonly<Record<string, string>>, urgency: 'routine' | 'urgent') => {
      const writers = openedCase('le.information', { change, urgency });
      return { writers, timers: () => writers.of('requesting').obligations.map(({ timer }) => timer) };
    };
    const { writers, timers } = owed({ class: 'early_warning' }, 'urgent');
    expect(timers()).to.deep.equal(['T-EARLY-WARNING']);
    writers.say('requesting', 'ACKNOWLEDGE', {});
    expect(timers()).to.deep.equal([]);
    expect(writers.of('requested').status).to.equal('received');
    expect(owed({ class: 'early_warning' }, 'routine').timers()).to.deep.equal([]);
    expect(owed({ class: 'general' }, 'urgent').timers()).to.deep.equal([]);
  });

  it('LEC-2: rests on the convention without an arrangement, and on the arrangement that both name', () => {
    const resolve = (kind: string, arrangements: readonly Fields[]) => {
      const profile = (party: string, partner: string) =>
        aProfile(party, {
          declarations: { ...PARTY, arrangements: arrangements.map((record) => ({ ...record, partner })) },
        });
      const [own, partner] = [profile('GD', 'JM'), profile('JM', 'GD')];
      return resolveRegime({ instrument: CARICOM, kind, own, partner, at: T0 }).regime;
    };
    const bases = (arrangements: readonly Fields[]) =>
      resolve('le.inquiry', arrangements)?.legalBasis.map(({ basis }) => basis);
    expect(bases([])).to.deep.equal(['convention']);
    const police = { id: 'POL-2024', subject: 'law_enforcement', form: 'arrangement' };
    expect(bases([police])).to.deep.equal(['convention', 'arrangement']);
    const training = { id: 'EDU-1', subject: 'training', form: 'arrangement' };
    expect(resolve('train.request', [training])?.legalBasis.at(-1)).to.deep.equal({
      basis: 'arrangement',
      reference: 'EDU-1',
    });
    const names = (fieldsOf(CARICOM, 'le.inquiry', 'REQUEST') ?? []).map(({ name }) => name);
    expect(names).to.include('via_organization');
  });
});
