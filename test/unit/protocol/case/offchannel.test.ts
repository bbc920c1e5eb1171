import { expect } from 'chai';
import type { Fields } from '../../../../protocol/value.ts';
import { MLA_CONTENT, UNDER_CONVENTION } from '../../../support/case-histories.ts';
import { CaseWriters } from '../../../support/case-writer.ts';
import { at, judged } from '../../../support/judged.ts';

const note = (content: Fields) => ({
  kind: 'mla.general',
  verb: 'OFFCHANNEL_NOTE',
  content: { medium: 'oral', text_given: true, ...content },
  regime: UNDER_CONVENTION,
});
const asked = () => new CaseWriters(note({ said_by: 'us' }));
const heard = () => new CaseWriters({ ...note({ said_by: 'them' }), opener: 'requested' });
const confirmation = { ...MLA_CONTENT, differences_given: true };

const duties = (writers: CaseWriters) =>
  writers.of('requesting').obligations.map(({ timer, debtor }) => `${debtor} ${timer}`);

describe('What was said on another way', () => {
  it('MLA-18: opens a case that waits for its confirmation in writing, forthwith', () => {
    const writers = asked();
    const current = writers.of('requested');
    expect([current.status, current.waitingOn]).to.deep.equal(['received', 'requesting']);
    expect(current.dialogs.map(({ dialog }) => dialog)).to.deep.equal(['oral']);
    const confirm = current.obligations.find(({ timer }) => timer === 'T-ORAL-CONFIRM');
    expect(confirm).to.deep.include({ debtor: 'requesting', bound: 'without_delay' });
    expect(confirm?.period).to.deep.equal({ amount: 24, unit: 'hours' });
  });

  it('D-12: noted by one side alone, binds that side alone', () => {
    expect(duties(asked())).to.deep.equal(['requesting T-ORAL-CONFIRM', 'requesting T-STILL-NEEDED']);
    expect(duties(heard())).to.deep.equal(['requested T-ACK', 'requested T-SPEEDY', 'requested T-EXECUTE']);
  });

  it('EPROD-6: noted by the side that was asked, opens a case in which the other one asks', () => {
    const current = heard().of('requested');
    expect([current.opener, current.requesting.party, current.requested.party]).to.deep.equal([
      'requested',
      'GD',
      'JM',
    ]);
    expect(judged(heard(), 'requesting', 'WRITTEN_CONFIRMATION', confirmation)).to.deep.equal([]);
    expect(at('BLOCK', judged(heard(), 'requested', 'WRITTEN_CONFIRMATION', confirmation))).to.deep.equal([
      'MLA-18 not-yours',
    ]);
  });

  for (const [title, start] of [
    ['asked', asked],
    ['was asked', heard],
  ] as const) {
    it(`MLA-18: noted by the side that ${title}, has measures and duties as written once confirmed`, () => {
      const writers = start();
      writers.say('requesting', 'WRITTEN_CONFIRMATION', confirmation);
      const current = writers.of('requested');
      expect(current.dialogs).to.deep.equal([]);
      expect(current.measures.map(({ id, state }) => `${id} ${state}`)).to.deep.equal([
        'm1 asked',
        'm2 asked',
        'm3 asked',
      ]);
      const owed = duties(writers).filter((duty) => duty.startsWith('requested'));
      expect([...owed].sort()).to.deep.equal([
        'requested T-ACK',
        'requested T-EXECUTE',
        'requested T-SPEEDY',
        'requested T-SUGGESTED',
      ]);
      expect(duties(writers)).not.to.include('requesting T-ORAL-CONFIRM');
      expect(current.caveats.map(({ caveat }) => caveat)).to.deep.equal(['C-CONF-REQ']);
      expect(at('BLOCK', judged(writers, 'requesting', 'WRITTEN_CONFIRMATION', confirmation))).to.deep.equal([
        'MLA-18 no-open-dialog',
      ]);
    });
  }

  it('MLA-18: confirmed after it was granted, is granted as it is written', () => {
    const writers = asked();
    writers.say('requested', 'ACCEPT');
    writers.say('requesting', 'WRITTEN_CONFIRMATION', confirmation);
    const current = writers.of('requesting');
    expect(current.status).to.equal('executing');
    expect(current.measures.map(({ state }) => state)).to.deep.equal(['granted', 'granted', 'granted']);
    expect(duties(writers)).to.include('requested T-EXECUTE').and.not.include('requested T-ACK');
  });

  it('MLA-17: on the diplomatic channel is written already', () => {
    const writers = new CaseWriters(note({ said_by: 'us', medium: 'diplomatic' }));
    expect(writers.of('requested').dialogs).to.deep.equal([]);
    expect(duties(writers)).to.deep.equal(['requesting T-STILL-NEEDED']);
  });

  it('in a case that is there, is noted by either side in any status, and moves nothing', () => {
    const writers = new CaseWriters({ ...note({}), verb: 'REQUEST', content: MLA_CONTENT });
    writers.say('requested', 'ACCEPT');
    const before = writers.of('requesting');
    writers.say('requested', 'OFFCHANNEL_NOTE', { medium: 'oral', said_by: 'us', text_given: true });
    writers.say('requesting', 'OFFCHANNEL_NOTE', { medium: 'post', said_by: 'them', text_given: true });
    const after = writers.of('requesting');
    expect([after.status, after.measures, after.obligations, after.dialogs]).to.deep.equal([
      before.status,
      before.measures,
      before.obligations,
      before.dialogs,
    ]);
    expect(after.flags).to.deep.equal([]);
  });
});
