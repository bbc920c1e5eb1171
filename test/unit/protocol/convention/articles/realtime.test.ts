import { expect } from 'chai';
import type { Fields } from '../../../../../protocol/value.ts';
import { type ArticleCase, drafted, openedCase } from '../../../../support/articles.ts';
import { at, judged } from '../../../../support/judged.ts';

const TRAFFIC = 'data.traffic_realtime';
const CONTENT = 'data.content_intercept';
const unspecified = {
  communications: [
    { id: 'k1', description: 'Everything', period_from: '2026-03-01', period_until: '2026-03-05' },
  ],
};
const accepted = (kind: string) => {
  const writers = openedCase(kind);
  writers.say('requested', 'ACCEPT', {});
  return writers;
};
const refusing = (kind: string, ground: Fields, given: ArticleCase = {}) =>
  judged(openedCase(kind, given), 'requested', 'REFUSE', {
    grounds: [{ id: 'g1', reasons_given: true, ...ground }],
  });

describe('Collection of traffic data in real time', () => {
  const result = (dataClass: string) => ({
    outcomes: [{ id: 'k1', outcome: 'executed' }],
    objects: [{ id: 'x1', class: 'data', data_class: dataClass }],
  });

  it('RTT-1: gives traffic data and no content', () => {
    const writers = accepted(TRAFFIC);
    const findings = judged(writers, 'requested', 'RESULT', result('content'));
    expect(at('BLOCK', findings)).to.deep.equal(['RTT-1 content-among-traffic']);
    expect(findings[0]?.wayOut).to.deep.equal(['data.content_intercept']);
    expect(judged(writers, 'requested', 'RESULT', result('traffic'))).to.deep.equal([]);
  });

  it('RTT-1: is asked for specified communications and a period; the conditions of the other State are pointed to', () => {
    expect(drafted(TRAFFIC)).to.deep.equal([]);
    expect(drafted(TRAFFIC, { change: unspecified })).to.deep.equal(['BLOCK RTT-1 selectors-missing']);
    const requested = { 'traffic_realtime.conditions': 'An order of the High Court' };
    expect(drafted(TRAFFIC, { requested })).to.deep.equal([
      'HELP RTT-1 partner-has-conditions-of-collection',
    ]);
  });

  it('RTT-2: is not refused as unavailable where it would be available in a similar domestic case', () => {
    const ground = { code: 'G-DOMESTIC-UNAVAILABLE', provision_given: true };
    expect(at('BLOCK', refusing(TRAFFIC, { ...ground, available_domestically: true }))).to.deep.equal([
      'RTT-2 available-in-domestic-case',
    ]);
    expect(at('BLOCK', refusing(TRAFFIC, { ...ground, available_domestically: false }))).to.deep.equal([]);
    expect(at('BLOCK', refusing(TRAFFIC, ground))).to.deep.equal(['RTT-2 ground-incomplete']);
  });

  it('RTT-1: consultation and reasons are read into it, and asked for without blocking (A-26)', () => {
    const grounds = [{ id: 'g1', code: 'G-LEGAL-SYSTEM', provision_given: true }];
    const findings = judged(openedCase(TRAFFIC), 'requested', 'REFUSE', { grounds });
    expect(at('BLOCK', findings)).to.deep.equal([]);
    expect(at('ACK', findings)).to.have.members(['MLA-28 reasons-missing', 'MLA-31 consult-before-refusing']);
  });
});

describe('Interception of content', () => {
  it('INT-1: warns where the other State permits it under a treaty only and there is none, or not at all', () => {
    const says = (permitted: string, procedure = 'domestic_conditions') =>
      drafted(CONTENT, { procedure, requested: { interception: { permitted } } });
    expect(says('treaty_only')).to.deep.equal(['WARN INT-1 interception-under-treaty-only']);
    expect(says('treaty_only', 'treaty')).to.deep.equal([]);
    expect(says('no')).to.deep.equal(['WARN INT-1 interception-not-permitted']);
    expect(says('permitted')).to.deep.equal([]);
  });

  it('INT-1: is blocked without specified communications, or without the authorisation', () => {
    expect(drafted(CONTENT, { change: unspecified })).to.deep.equal(['BLOCK INT-1 selectors-missing']);
    expect(drafted(CONTENT, { change: { authorisation_reference: '' } })).to.deep.equal([
      'BLOCK INT-1 missing',
    ]);
  });

  it('INT-1: is refused as not permitted with the provision', () => {
    expect(at('BLOCK', refusing(CONTENT, { code: 'G-NOT-PERMITTED' }))).to.deep.equal([
      'INT-1 ground-incomplete',
    ]);
    expect(refusing(CONTENT, { code: 'G-NOT-PERMITTED', provision_given: true })).to.deep.equal([]);
  });
});
