import { expect } from 'chai';
import { CARICOM } from '../../../../protocol/convention/caricom/caricom.ts';
import type { Instrument, VerbSpec } from '../../../../protocol/convention/instrument.ts';
import { MLA_CONTENT, UNDER_CONVENTION } from '../../../support/case-histories.ts';
import { CaseWriters } from '../../../support/case-writer.ts';

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

/**
 * What the machine can do and the first slice of the instrument does not ask for yet, as data of another one.
 */
const OTHER_VERBS: readonly VerbSpec[] = [
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
      phases: {
        asked: { title: { en: 'asked' } },
        preserved: { title: { en: 'preserved' } },
        held: { title: { en: 'held' } },
        ended: { title: { en: 'ended' } },
      },
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

const start = () =>
  new CaseWriters(
    {
      kind: 'test.preserve',
      verb: 'REQUEST',
      content: { ...MLA_CONTENT, data_items: [{ id: 'd1' }, { id: 'd2' }] },
      regime: UNDER_CONVENTION,
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
