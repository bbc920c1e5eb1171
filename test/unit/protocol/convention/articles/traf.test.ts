import { expect } from 'chai';
import type { Fields } from '../../../../../protocol/value.ts';
import { openedCase } from '../../../../support/articles.ts';
import type { CaseWriters } from '../../../../support/case-writer.ts';
import { at, judged } from '../../../../support/judged.ts';

const confirmation: Fields = {
  preserved_since: '2026-03-01',
  preserved_until: '2026-05-30',
  custodian_served_given: true,
};
const path: Fields = {
  provider_given: true,
  provider_state: 'TT',
  path: [{ id: 'h1', kind: 'relay' }],
};
const owed = (writers: CaseWriters) => writers.of('requesting').obligations.map(({ timer }) => timer);

function found(): CaseWriters {
  const writers = openedCase('data.preserve');
  writers.say('requested', 'PRES_CONFIRM', { ...confirmation, other_provider: 'yes' });
  return writers;
}

describe('The path to a provider in another State', () => {
  it('TRAF-1: is owed once the confirmation says that there is one, and telling it discharges the duty', () => {
    const writers = found();
    expect(owed(writers)).to.include('T-TRAFFIC');
    writers.say('requested', 'TRAFFIC_PATH', path);
    expect(owed(writers)).not.to.include('T-TRAFFIC');
    expect(writers.of('requesting').phase).to.equal('preserved');
    expect(writers.of('requesting').flags).to.deep.equal([]);
  });

  it('TRAF-1: is asked for where traffic data are preserved', () => {
    const writers = openedCase('data.preserve');
    expect(at('WARN', judged(writers, 'requested', 'PRES_CONFIRM', confirmation))).to.deep.equal([
      'TRAF-1 other-provider-unanswered',
    ]);
  });

  it('TRAF-1: can be told before the confirmation, and any number of times', () => {
    const writers = openedCase('data.preserve');
    for (const provider of ['TT', 'BB']) {
      writers.say('requested', 'TRAFFIC_PATH', { ...path, provider_state: provider });
    }
    expect(writers.of('requesting').flags).to.deep.equal([]);
    expect(writers.of('requesting').phase).to.equal('asked');
  });

  it('TRAF-1: with content among the data asks for a reason', () => {
    const objects = [{ id: 'x1', class: 'data', data_class: 'content' }];
    expect(at('ACK', judged(found(), 'requested', 'TRAFFIC_PATH', { ...path, objects }))).to.deep.equal([
      'TRAF-1 traffic-path-with-content',
    ]);
  });

  it('TRAF-1: is still owed, and can be told, after the preservation has ended', () => {
    const writers = found();
    writers.say('requesting', 'WITHDRAW', {});
    writers.say('requested', 'PRES_END', {
      cause: 'withdrawn',
      ended_on: '2026-03-02',
      followup_pending: false,
    });
    expect(owed(writers)).to.include('T-TRAFFIC');
    expect(judged(writers, 'requested', 'TRAFFIC_PATH', path)).to.deep.equal([]);
  });

  it('TRAF-1: opens a case of its own where the preservation is with another party of the State', () => {
    const writers = openedCase('data.traffic_path');
    const current = writers.of('requesting');
    expect([current.status, current.flags.length]).to.deep.equal(['received', 0]);
  });
});

describe('A path that is withheld', () => {
  const withheld = (content: Fields) =>
    judged(found(), 'requested', 'TRAFFIC_PATH_WITHHOLD', { reasons_given: true, ...content }).map(
      ({ level, paragraph, code }) => `${level} ${paragraph} ${code}`,
    );

  it('TRAF-2: rests on one of two grounds, and any other is blocked', () => {
    expect(withheld({ ground: 'G-LEGAL-SYSTEM' })).to.deep.equal(['BLOCK TRAF-2 traffic-ground-unlisted']);
    expect(withheld({})).to.deep.equal(['BLOCK TRAF-2 traffic-ground-unlisted']);
  });

  it('TRAF-2: discharges the duty', () => {
    const writers = found();
    const content = { ground: 'G-ESSENTIAL-INTERESTS', sub_code: 'security', reasons_given: true };
    writers.say('requested', 'TRAFFIC_PATH_WITHHOLD', content);
    expect(owed(writers)).not.to.include('T-TRAFFIC');
  });

  it('TRAF-2: without reasons asks for one', () => {
    const content = { ground: 'G-ESSENTIAL-INTERESTS', sub_code: 'security' };
    const findings = judged(found(), 'requested', 'TRAFFIC_PATH_WITHHOLD', content);
    expect(at('ACK', findings)).to.deep.equal(['TRAF-2 traffic-reasons-missing']);
  });

  it('TRAF-2a: as political though the data were preserved only warns (D-13)', () => {
    expect(withheld({ ground: 'G-POLITICAL', political: 'political_offence' })).to.deep.equal([
      'WARN TRAF-2a traffic-political-after-preserving',
    ]);
  });

  it('TRAF-2b: for essential interests without saying which asks for a reason (D-07)', () => {
    expect(withheld({ ground: 'G-ESSENTIAL-INTERESTS' })).to.deep.equal([
      'ACK TRAF-2b traffic-interest-which',
    ]);
    expect(withheld({ ground: 'G-ESSENTIAL-INTERESTS', sub_code: 'sovereignty' })).to.deep.equal([]);
  });
});
