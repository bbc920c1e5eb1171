import { expect } from 'chai';
import { type ArticleCase, drafted, openedCase, quoteOf } from '../../../../support/articles.ts';
import type { CaseWriters } from '../../../../support/case-writer.ts';
import { T0 } from '../../../../support/case-writer.ts';
import { at, judged, judgedAt } from '../../../../support/judged.ts';

const KIND = 'sit.technique';
const CONTROLLED = { technique: 'traffic_controlled', mode: 'intact', extent: 'whole' };

/** An operation that the other State has accepted; no third State is concerned, unless it is said. */
function underWay({ change, ...given }: ArticleCase = {}): CaseWriters {
  const writers = openedCase(KIND, { ...given, change: { states_concerned: undefined, ...change } });
  writers.say('requested', 'ACCEPT', {});
  return writers;
}
const WEEK = { from: '2026-03-02', until: '2026-03-08' };

describe('Special investigative techniques', () => {
  it('SIT-1: what is not permitted at home is a ground to say no', () => {
    const refusal = { grounds: [{ id: 'g1', code: 'G-NOT-PERMITTED', provision_given: true }] };
    expect(judged(openedCase(KIND), 'requested', 'REFUSE', refusal)).to.deep.equal([]);
  });

  it('SIT-2: goes strictly by its terms: a step on the eighth day of seven is blocked, and flagged to both', () => {
    const writers = underWay({ change: WEEK, procedure: 'treaty' });
    const step = (date: string) => ({ date, term: 't1', text_given: true });
    expect(judged(writers, 'requesting', 'OPERATION_STEP', step('2026-03-08'))).to.deep.equal([]);
    const late = judged(writers, 'requesting', 'OPERATION_STEP', step('2026-03-09'));
    expect(at('BLOCK', late)).to.deep.equal(['SIT-2 beyond-terms']);
    writers.say('requesting', 'OPERATION_STEP', step('2026-03-09'));
    for (const side of ['requesting', 'requested'] as const)
      expect(writers.of(side).placed.at(-1)?.flags, side).to.deep.equal(['SIT-2']);
  });

  it('SIT-2: under an arrangement each step names its term', () => {
    const step = { date: '2026-03-03', text_given: true };
    const under = (procedure: string) =>
      at('BLOCK', judged(underWay({ change: WEEK, procedure }), 'requesting', 'OPERATION_STEP', step));
    expect(under('treaty')).to.deep.equal(['SIT-2 term-unnamed']);
    expect(under('case_by_case')).to.deep.equal([]);
  });

  it('SIT-2: terms that were accepted bind until the operation ends', () => {
    const writers = openedCase(KIND, { change: { states_concerned: undefined }, procedure: 'treaty' });
    writers.say('requested', 'ACCEPT', { under_terms: true });
    const caveats = () => writers.of('requesting').caveats.map(({ caveat }) => caveat);
    expect(caveats()).to.deep.equal(['C-SIT-TERMS']);
    writers.say('requested', 'RESULT', {});
    expect(caveats()).to.deep.equal([]);
  });

  it('SIT-3: an acceptance holds for its own case alone, even where another one quotes it', () => {
    const first = openedCase(KIND);
    const acceptance = first.say('requested', 'ACCEPT', {});
    const second = openedCase(KIND);
    second.write('requesting', { verb: 'SUPPLEMENT', quotes: [quoteOf(acceptance)] });
    second.deliver();
    expect(second.of('requested').status).to.equal('received');
    expect(drafted(KIND)).to.include('HELP SIT-3 decided-case-by-case');
  });

  it('SIT-4: says whether data go on, are removed or replaced, wholly or in part', () => {
    expect(drafted(KIND, { change: { ...CONTROLLED, mode: undefined } })).to.include(
      'BLOCK SIT-4 control-undefined',
    );
    expect(drafted(KIND, { change: CONTROLLED })).not.to.include('BLOCK SIT-4 control-undefined');
  });

  it('SIT-4: no step before each State concerned has consented, whoever makes it', () => {
    const change = { ...CONTROLLED, ...WEEK, states_concerned: [{ id: 's1', party: 'TT' }] };
    const writers = underWay({ change });
    const acceptance = quoteOf(underWay({ change }).entries.at(-1) ?? expect.fail('not accepted'));
    const step = { date: '2026-03-03', text_given: true };
    for (const side of ['requesting', 'requested'] as const) {
      const blocked = (content: object, quotes: (typeof acceptance)[]) =>
        at(
          'BLOCK',
          judgedAt(writers, side, { verb: 'OPERATION_STEP', content: { ...step, ...content }, quotes }, T0),
        );
      expect(blocked({}, []), side).to.deep.equal(['SIT-4 consent-missing']);
      expect(blocked({ consents: ['s1'] }, []), side).to.deep.equal(['SIT-4 consent-missing']);
      expect(blocked({}, [acceptance]), side).to.deep.equal(['SIT-4 consent-missing']);
      expect(blocked({ consents: ['s1'] }, [acceptance]), side).to.deep.equal([]);
    }
  });
});
