import { expect } from 'chai';
import type { Fields } from '../../../../../protocol/value.ts';
import { type ArticleCase, openedCase, quoteOf } from '../../../../support/articles.ts';
import { CaseWriters } from '../../../../support/case-writer.ts';
import { at, judged } from '../../../../support/judged.ts';

const opened = (more: ArticleCase = {}) =>
  openedCase('data.emergency_production', {
    ...{ urgency: 'emergency', change: { issued_on: '2026-03-01' } },
    ...more,
  });
const followUp = { 'emergency_production.followup': { value: { required: true, channel: 'mla', days: 10 } } };
const result: Fields = { outcomes: [{ id: 'd1', outcome: 'executed' }], times_unknown: true };
const stands = (writers: CaseWriters) => {
  const { status, phase } = writers.of('requesting');
  return [status, phase];
};
const owed = (writers: CaseWriters) =>
  writers.of('requesting').obligations.map(({ timer, debtor }) => `${debtor} ${timer}`);

describe('What is determined on production in an emergency', () => {
  it('EPROD-4: is given with the times of the steps on the way, or the word that they are unknown', () => {
    const writers = opened();
    writers.say('requested', 'ACCEPT', {});
    const { times_unknown: _, ...bare } = result;
    const warned = (content: Fields) => at('WARN', judged(writers, 'requested', 'RESULT', content));
    expect(warned(bare)).to.deep.equal(['EPROD-4 provider-times-missing']);
    expect(warned(result)).to.deep.equal([]);
    const times = { provider_asked_at: '2026-03-01T09:10:00Z', provider_answered_at: '2026-03-01T10:00:00Z' };
    expect(warned({ ...bare, ...times })).to.deep.equal([]);
  });

  it('EPROD-4b, EPROD-4c: data without the digest of what the provider gave are warned of', () => {
    const writers = opened();
    writers.say('requested', 'ACCEPT', {});
    const warned = (object: Fields) =>
      at(
        'WARN',
        judged(writers, 'requested', 'RESULT', {
          ...result,
          objects: [{ id: 'x1', class: 'data', ...object }],
        }),
      );
    expect(warned({})).to.deep.equal(['EPROD-4c data-without-digest']);
    expect(warned({ digest: 'ba'.repeat(32) })).to.deep.equal([]);
  });

  it('EPROD-4a: is told on the way: the time at which the provider was asked stands in a report', () => {
    const writers = opened();
    const report = { progress_given: true, provider_asked_at: '2026-03-01T09:10:00Z' };
    expect(judged(writers, 'requested', 'STATUS_REPORT', report)).to.deep.equal([]);
  });

  it('EPROD-6: a request by telephone exists from when it is noted, and waits for its confirmation', () => {
    const noted = (side: 'requesting' | 'requested') =>
      new CaseWriters({
        ...{ kind: 'data.emergency_production', verb: 'OFFCHANNEL_NOTE', opener: side, urgency: 'emergency' },
        content: { medium: 'oral', said_by: side === 'requesting' ? 'us' : 'them', text_given: true },
      });
    for (const side of ['requesting', 'requested'] as const) {
      const current = noted(side).of('requesting');
      expect([current.status, current.waitingOn]).to.deep.equal(['received', 'requesting']);
    }
    const confirm = noted('requesting')
      .of('requested')
      .obligations.find(({ timer }) => timer === 'T-ORAL-CONFIRM');
    expect(confirm).to.deep.include({ debtor: 'requesting', period: { amount: 4, unit: 'hours' } });
    expect(
      owed(noted('requested')).filter((duty) => duty.startsWith('requesting')),
      'what one side alone notes binds the other to nothing (D-12)',
    ).to.deep.equal([]);
  });

  it('EPROD-8: a clock runs until the determination is told, whichever it is', () => {
    const determinations: readonly (readonly [string, Fields])[] = [
      ['ACCEPT', {}],
      ['CONDITIONS_PROPOSE', { conditions: [{ id: 'c1', type: 'use', text_given: true }] }],
      ['REFUSE', { grounds: [{ id: 'g1', code: 'G-NO-EMERGENCY', explanation_given: true }] }],
    ];
    for (const [verb, content] of determinations) {
      const writers = opened();
      expect(owed(writers)).to.include('requested T-EPROD-DETERMINE');
      writers.say('requested', verb, content);
      expect(owed(writers), verb).not.to.include('requested T-EPROD-DETERMINE');
    }
  });

  it('EPROD-8: a refusal says why, and may name the kinds that are offered instead', () => {
    const ground = { id: 'g1', code: 'G-SUBSCRIBER-ONLY', declaration_given: true };
    const other = { id: 'g1', code: 'G-DISCRETION', explanation_given: true };
    const refuse = (grounds: readonly Fields[]) =>
      at('BLOCK', judged(opened(), 'requested', 'REFUSE', { grounds, offered_kinds: ['data.preserve'] }));
    expect(refuse([ground])).to.include('EPROD-8 determination-without-text');
    expect(refuse([other])).to.deep.equal([]);
  });
});

describe('Conditions of production in an emergency', () => {
  const proposed = () => {
    const writers = opened();
    const conditions = ['c1', 'c2'].map((id) => ({ id, type: 'use', text_given: true }));
    writers.say('requested', 'CONDITIONS_PROPOSE', { conditions });
    return writers;
  };

  it('EPROD-9: hold the data back until each has its answer', () => {
    const writers = opened();
    writers.say('requested', 'ACCEPT', {});
    writers.say('requested', 'CONDITIONS_PROPOSE', {
      conditions: [{ id: 'c1', type: 'use', text_given: true }],
    });
    expect(at('BLOCK', judged(writers, 'requested', 'RESULT', result))).to.deep.equal([
      'MLA-31 condition-open',
    ]);
  });

  it('EPROD-9: all accepted are the determination: data are owed, and the conditions bind', () => {
    const writers = proposed();
    expect(stands(writers)).to.deep.equal(['received', 'conditional']);
    expect(owed(writers)).to.include('requesting T-EPROD-CONDITION');
    writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1', 'c2'] });
    expect(writers.of('requested').flags).to.deep.equal([]);
    expect(stands(writers)).to.deep.equal(['executing', 'granted']);
    expect(writers.of('requesting').caveats.map(({ caveat }) => caveat)).to.deep.equal([
      'C-EPROD-COND',
      'C-EPROD-COND',
    ]);
    expect(owed(writers)).not.to.include('requesting T-EPROD-CONDITION');
  });

  it('EPROD-9: one declined is decided by the State that gives, and what was accepted binds alone', () => {
    const writers = proposed();
    writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1'] });
    expect(stands(writers)).to.deep.equal(['received', 'conditional']);
    writers.say('requesting', 'CONDITIONS_DECLINE', { conditions: ['c2'], reasons_given: true });
    expect(stands(writers)).to.deep.equal(['received', 'determine_again']);
    expect(owed(writers)).to.include('requested T-EPROD-CONDITION');
    writers.say('requested', 'CONDITIONS_DETERMINE', { determination: 'provide', conditions: ['c2'] });
    expect(stands(writers)).to.deep.equal(['executing', 'granted']);
    const bound = writers.of('requesting').caveats.map(({ id }) => id.split('/')[1]);
    expect(bound).to.deep.equal(['c1']);
  });

  it('EPROD-9: one that cannot be met may be the end of it', () => {
    const writers = proposed();
    writers.say('requesting', 'CONDITIONS_DECLINE', { conditions: ['c1', 'c2'], reasons_given: true });
    writers.say('requested', 'CONDITIONS_DETERMINE', {
      determination: 'withhold',
      grounds: [{ id: 'g1', code: 'G-CONDITION-UNMET', conditions: ['c1'], explanation_given: true }],
    });
    expect(stands(writers)).to.deep.equal(['refused', 'not_given']);
  });

  it('EPROD-10: let an explanation of the use be asked for, even after closing; without a condition none can', () => {
    const ask = { conditions: ['c1'] };
    const blocked = (writers: CaseWriters) =>
      at('BLOCK', judged(writers, 'requested', 'USE_EXPLAIN_REQUIRE', ask));
    expect(blocked(opened())).to.deep.equal(['EPROD-10 explanation-without-condition']);
    const writers = proposed();
    expect(blocked(writers)).to.deep.equal(['EPROD-10 explanation-without-condition']);
    writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1', 'c2'] });
    writers.say('requested', 'RESULT', result);
    for (const side of ['requesting', 'requested'] as const)
      writers.say(side, 'CLOSE', { reason: 'completed' });
    expect(stands(writers)[0]).to.equal('closed');
    expect(blocked(writers)).to.deep.equal([]);
    writers.say('requested', 'USE_EXPLAIN_REQUIRE', ask);
    expect(owed(writers)).to.deep.equal(['requesting T-USE-EXPLAIN']);
    writers.say('requesting', 'USE_EXPLAIN', { uses_given: true });
    expect(owed(writers)).to.deep.equal([]);
  });
});

describe('After production in an emergency', () => {
  const produced = (more: ArticleCase = {}) => {
    const writers = opened(more);
    writers.say('requested', 'ACCEPT', {});
    writers.say('requested', 'RESULT', result);
    return writers;
  };

  it('EPROD-7: nothing is owed where nothing was declared', () => {
    const writers = produced();
    expect(stands(writers)).to.deep.equal(['executed', 'done']);
    expect(owed(writers)).to.deep.equal([]);
  });

  it('EPROD-7: the request is owed again where it was declared, within the days declared, and not before', () => {
    const writers = opened({ requested: followUp });
    expect(owed(writers)).not.to.include('requesting T-EPROD-FORMAT');
    writers.say('requested', 'ACCEPT', {});
    writers.say('requested', 'RESULT', result);
    expect(stands(writers)).to.deep.equal(['executed', 'followup_due']);
    const duty = writers.of('requesting').obligations.find(({ timer }) => timer === 'T-EPROD-FORMAT');
    expect(duty?.period).to.deep.equal({ amount: 10, unit: 'days' });
  });

  it('EPROD-7: closing without it asks for a reason and leaves it due', () => {
    const writers = produced({ requested: followUp });
    expect(at('ACK', judged(writers, 'requesting', 'CLOSE', { reason: 'completed' }))).to.deep.equal([
      'EPROD-7 resubmission-owed',
    ]);
    writers.say('requesting', 'CLOSE', { reason: 'completed' });
    expect(owed(writers)).to.deep.equal(['requesting T-EPROD-FORMAT']);
  });

  it('EPROD-7: it is done by sending it in the form required, or as a request for assistance that is linked', () => {
    const sent = produced({ requested: followUp });
    sent.say('requesting', 'FORMAT_RESUBMIT', { text_given: true });
    expect(stands(sent)).to.deep.equal(['executed', 'followup_done']);
    expect(owed(sent)).to.deep.equal([]);
    const linked = produced({ requested: followUp });
    const [request] = openedCase('mla.general').entries;
    if (request === undefined) throw new Error('no request');
    const content = { case: '00112233445566778899aabbccddeeff', relation: 'resubmits' };
    linked.write('requesting', { verb: 'LINK_CASE', content, quotes: [quoteOf(request)] });
    linked.deliver();
    expect(stands(linked)).to.deep.equal(['executed', 'followup_done']);
    expect(owed(linked)).to.deep.equal([]);
  });

  it('EPROD-2: waiting ends when the emergency request is linked', () => {
    const writers = opened({ requested: { 'emergency_production.emla_first': true } });
    writers.say('requested', 'AWAIT_EMLA', { declaration_given: true });
    expect(stands(writers)).to.deep.equal(['executing', 'awaiting_emla']);
    const [request] = openedCase('mla.emergency', { urgency: 'emergency' }).entries;
    if (request === undefined) throw new Error('no request');
    const content = { case: '00112233445566778899aabbccddeeff', relation: 'emla_for_eprod' };
    writers.write('requesting', { verb: 'LINK_CASE', content, quotes: [quoteOf(request)] });
    writers.deliver();
    expect(stands(writers)).to.deep.equal(['executing', 'granted']);
  });
});
