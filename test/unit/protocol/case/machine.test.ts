import { expect } from 'chai';
import { CARICOM } from '../../../../protocol/convention/caricom/caricom.ts';
import type { Effect, Instrument, VerbSpec } from '../../../../protocol/convention/instrument.ts';
import { MLA_CONTENT, UNDER_CONVENTION, UNDER_TREATY } from '../../../support/case-histories.ts';
import { CaseWriters } from '../../../support/case-writer.ts';
import { at, judged } from '../../../support/judged.ts';

const LIVE = ['received', 'in_review', 'executing', 'postponed'] as const;

const verb = (name: string, spec: Partial<VerbSpec> & Pick<VerbSpec, 'sender'>): VerbSpec => ({
  verb: name,
  title: { en: name },
  paragraph: 'TEST-1',
  opening: false,
  from: [...LIVE],
  content: [],
  duties: [],
  discharges: [],
  guards: [],
  caveats: [],
  ...spec,
});

const effect = (name: Effect): readonly Effect[] => [name];

/**
 * What the machine can do and the first slice of the instrument does not ask for yet, as data of another one.
 */
const OTHER_VERBS: readonly VerbSpec[] = [
  verb('PROPOSE', { sender: 'either', opens: { dialog: 'proposal', purposeField: 'subject' } }),
  verb('AGREE', {
    sender: 'dialog_other',
    closes: { dialog: 'proposal', purposeField: 'subject' },
    effects: effect('agree'),
  }),
  verb('DECLINE', { sender: 'dialog_other', closes: { dialog: 'proposal', purposeField: 'subject' } }),
  verb('CONDITIONS_DETERMINE', {
    sender: 'requested',
    effects: effect('determine_conditions'),
    countsAs: [
      { verb: 'REFUSE', when: { field: 'determination', equals: 'withhold' } },
      { verb: 'ACCEPT', when: { field: 'determination', equals: ['provide', 'provide_without'] } },
    ],
  }),
  verb('PRES_CONFIRM', {
    sender: 'requested',
    to: 'executing',
    duties: [{ timer: 'T-KEEP', paragraph: 'PRES-7', debtor: 'author' }],
  }),
  verb('PRES_END', {
    sender: 'requested',
    to: 'executed',
    discharges: ['T-KEEP'],
    endsCaveats: ['C-CONF-REQ'],
  }),
];

const general = CARICOM.kinds['mla.general'];
if (general === undefined) throw new Error('the instrument has no general request');

const INSTRUMENT: Instrument = {
  ...CARICOM,
  id: 'test',
  kinds: {
    'test.preserve': {
      ...general,
      kind: 'test.preserve',
      overlay: 'preservation',
      partsField: 'data_items',
      timers: [...general.timers, 'T-KEEP'],
      verbs: [...general.verbs, ...OTHER_VERBS.map(({ verb: name }) => name)],
    },
  },
  verbs: { ...CARICOM.verbs, ...Object.fromEntries(OTHER_VERBS.map((spec) => [spec.verb, spec])) },
  dialogs: {
    ...CARICOM.dialogs,
    proposal: { dialog: 'proposal', title: { en: 'Proposal' }, paragraph: 'MLA-7', waitsFor: 'other' },
  },
  timers: {
    ...CARICOM.timers,
    'T-KEEP': {
      timer: 'T-KEEP',
      paragraph: 'PRES-7',
      title: { en: 'Keep' },
      anchor: 'date_in_act',
      dateField: 'kept.until',
      period: {},
      bound: 'number_in_text',
      remindBeforeDays: [],
      pausedBy: [],
    },
  },
  overlays: {
    preservation: {
      initial: 'asked',
      steps: [
        { from: ['asked'], verb: 'PRES_CONFIRM', to: 'preserved' },
        {
          from: ['preserved'],
          verb: 'LINK_CASE',
          when: { field: 'relation', equals: 'follows_preservation' },
          to: 'held',
        },
        { from: ['asked', 'preserved', 'held'], verb: 'PRES_END', to: 'ended' },
      ],
    },
  },
};

const start = (regime = UNDER_CONVENTION) =>
  new CaseWriters(
    {
      kind: 'test.preserve',
      verb: 'REQUEST',
      content: { ...MLA_CONTENT, data_items: [{ id: 'd1' }, { id: 'd2' }] },
      regime,
    },
    INSTRUMENT,
  );

describe('The machine, with another instrument', () => {
  it('takes the parts of a case from the field that its kind names', () => {
    expect(
      start()
        .of('requested')
        .measures.map(({ id }) => id),
    ).to.deep.equal(['d1', 'd2']);
  });

  it('walks through the phases that the kind lays over the statuses, and brings no status by them', () => {
    const writers = start();
    const seen = () => [writers.of('requesting').phase, writers.of('requesting').status];
    expect(seen()).to.deep.equal(['asked', 'received']);
    writers.say('requesting', 'LINK_CASE', { case: '00', relation: 'follows_preservation' });
    expect(seen(), 'nothing is preserved yet').to.deep.equal(['asked', 'received']);
    writers.say('requested', 'PRES_CONFIRM', { kept: { until: '2026-06-30' } });
    expect(seen()).to.deep.equal(['preserved', 'executing']);
    writers.say('requesting', 'LINK_CASE', { case: '00', relation: 'related' });
    expect(seen()).to.deep.equal(['preserved', 'executing']);
    writers.say('requesting', 'LINK_CASE', { case: '00', relation: 'follows_preservation' });
    expect(seen()).to.deep.equal(['held', 'executing']);
    writers.say('requested', 'PRES_END');
    expect(seen()).to.deep.equal(['ended', 'executed']);
    expect(writers.of('requesting').caveats, 'it ends what its row says').to.deep.equal([]);
  });

  it('PRES-7: takes the day of a duty from inside a record of the act', () => {
    const writers = start();
    writers.say('requested', 'PRES_CONFIRM', { kept: { until: '2026-06-30' } });
    const kept = writers.of('requesting').obligations.find(({ timer }) => timer === 'T-KEEP');
    expect(kept).to.deep.include({ debtor: 'requested', periodFrom: 'date' });
    expect(kept?.anchor.at).to.equal(Date.UTC(2026, 6, 1));
  });

  it('MLA-7: changes the rule-book only when both sides agree to it', () => {
    const writers = start(UNDER_TREATY);
    const silent = { grounds: [{ id: 'g1', code: 'G-LEGAL-SYSTEM', provision_given: true }] };
    const blocked = () => at('BLOCK', judged(writers, 'requested', 'REFUSE', silent));
    expect(blocked()).to.deep.equal([]);
    writers.say('requested', 'PROPOSE', { subject: 'regime' });
    expect(blocked(), 'proposed is not agreed').to.deep.equal([]);
    expect(at('BLOCK', judged(writers, 'requested', 'AGREE', { subject: 'regime' }))).to.deep.equal([
      'TEST-1 not-yours',
    ]);
    const regime = { legalBasis: [], procedure: 'treaty_replaced_by_mla_9_29' };
    const agreed = writers.write('requesting', { verb: 'AGREE', content: { subject: 'regime' }, regime });
    writers.deliver();
    expect(writers.of('requested').regime).to.deep.equal(regime);
    expect(writers.of('requested').agreements.map(({ subject, itemId }) => [subject, itemId])).to.deep.equal([
      ['regime', agreed.id],
    ]);
    expect(blocked()).to.include('MLA-28 reasons-missing');
  });

  it('leaves two proposals that cross open; agreement to one closes both', () => {
    const writers = start();
    writers.write('requested', { verb: 'PROPOSE', content: { subject: 'costs' } });
    writers.write('requesting', { verb: 'PROPOSE', content: { subject: 'costs' } });
    writers.deliver();
    expect(writers.of('requested').dialogs).to.have.length(2);
    writers.say('requested', 'AGREE', { subject: 'costs' });
    expect(writers.of('requested').dialogs).to.deep.equal([]);
  });

  it('EPROD-9: a declined condition is determined: without it, or not at all', () => {
    const declined = () => {
      const writers = start();
      writers.say('requested', 'CONDITIONS_PROPOSE', { conditions: [{ id: 'c1' }, { id: 'c2' }] });
      writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1'] });
      writers.say('requesting', 'CONDITIONS_DECLINE', { conditions: ['c2'] });
      return writers;
    };
    const provided = declined();
    provided.say('requested', 'CONDITIONS_DETERMINE', { determination: 'provide' });
    expect(provided.of('requesting').status).to.equal('executing');
    expect(provided.of('requesting').conditions.map(({ state }) => state)).to.deep.equal([
      'accepted',
      'dropped',
    ]);
    const withheld = declined();
    withheld.say('requested', 'CONDITIONS_DETERMINE', { determination: 'withhold' });
    expect(withheld.of('requesting').status).to.equal('refused');
    expect(withheld.of('requesting').dialogs).to.deep.equal([]);
  });

  it('MLA-15: keeps the desk to which a case was forwarded', () => {
    const writers = start();
    writers.say('requested', 'FORWARD_NOTICE', { date: '2026-03-02', desk: 'police' });
    expect(writers.of('requesting').requested).to.deep.equal({ party: 'JM', authority: 'police' });
    expect(writers.of('requesting').requesting).to.deep.equal({ party: 'GD', authority: 'ca' });
  });

  it('MLA-4: keeps the cases to which it belongs', () => {
    const writers = start();
    const { id } = writers.say('requesting', 'LINK_CASE', { case: 'ab', relation: 'prompted_by' });
    expect(writers.of('requested').links).to.deep.equal([
      { caseId: 'ab', relation: 'prompted_by', itemId: id },
    ]);
  });
});
