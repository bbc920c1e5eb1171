import { expect } from 'chai';
import { endOfDate } from '../../../../../protocol/case/due.ts';
import { declaredValue } from '../../../../../protocol/convention/partner/party-profile.ts';
import type { Fields } from '../../../../../protocol/value.ts';
import { type ArticleCase, drafted, openedCase } from '../../../../support/articles.ts';
import { at, judged } from '../../../../support/judged.ts';

const KIND = 'dispute.negotiate';
const NOTE: Fields = {
  ...{ medium: 'diplomatic', said_by: 'us', said_at: '2026-01-10T12:00:00Z', text_given: true },
  ...{ arbitration_requested_on: '2026-01-10', organized_until: '2026-07-10' },
};
const RESERVED = { 'reservations.dispute_settlement': true };

function arbitrated(given: ArticleCase = {}) {
  const writers = openedCase(KIND, given);
  writers.say('requesting', 'OFFCHANNEL_NOTE', NOTE);
  return writers;
}
const owed = (writers: ReturnType<typeof arbitrated>) =>
  writers.of('requested').obligations.map(({ debtor, timer }) => `${debtor} ${timer}`);

describe('Settlement of disputes', () => {
  it('DISP-1: is opened on any paragraph, with positions, and cases by their ids alone', () => {
    expect(drafted(KIND, { change: { cases: undefined } })).to.deep.equal([]);
    const writers = openedCase(KIND);
    writers.say('requesting', 'PROPOSE', { subject: 'settlement', text_given: true });
    writers.say('requested', 'AGREE', { subject: 'settlement' });
    expect(owed(writers)).to.deep.equal([]);
  });

  it('DISP-2: a reasonable time to negotiate runs for both', () => {
    expect(owed(openedCase(KIND))).to.deep.equal(['requesting T-NEGOTIATE', 'requested T-NEGOTIATE']);
  });

  it('DISP-2: six months after the request for arbitration either may refer to the Court', () => {
    const writers = arbitrated();
    expect(owed(writers)).to.deep.equal(['requesting T-ICJ', 'requested T-ICJ']);
    const [{ anchor } = { anchor: undefined }] = writers.of('requested').obligations;
    expect(anchor?.at).to.equal(endOfDate('2026-07-10', 0));
  });

  it('DISP-2: no time runs to the Court once the arbitration is organized', () => {
    const writers = arbitrated();
    writers.say('requested', 'PROPOSE', { subject: 'arbitration', text_given: true });
    writers.say('requesting', 'AGREE', { subject: 'arbitration' });
    expect(owed(writers)).to.deep.equal([]);
  });

  it('DISP-2: the six months cannot be made shorter', () => {
    const early = { ...NOTE, organized_until: '2026-06-10' };
    const findings = judged(openedCase(KIND), 'requesting', 'OFFCHANNEL_NOTE', early);
    expect(at('BLOCK', findings)).to.deep.equal(['DISP-2 court-too-early']);
  });

  it('DISP-3: warns, and no time runs, where one of the two is not bound', () => {
    for (const given of [{ requested: RESERVED }, { requesting: RESERVED }]) {
      const findings = judged(openedCase(KIND, given), 'requesting', 'OFFCHANNEL_NOTE', NOTE);
      expect(at('WARN', findings)).to.deep.equal(['DISP-3 arbitration-reserved']);
      expect(owed(arbitrated(given))).to.deep.equal([]);
    }
  });

  it('DISP-4: a reservation that is withdrawn counts until the day before', () => {
    const declarations = {
      'reservations.dispute_settlement': { value: true, withdrawn_on: '2026-05-01' },
    };
    const on = (day: string) => declaredValue({ declarations }, 'reservations.dispute_settlement', day);
    expect([on('2026-04-30'), on('2026-05-01')]).to.deep.equal([true, undefined]);
  });
});
