import { expect } from 'chai';
import { createPartnerWatch } from '../../../node/partner-watch.ts';
import type { WatchEvent } from '../../../protocol/control/types.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

describe('numbers of a partner that never came', () => {
  it('are told once, however often the partner says how many there are, and shown as they are now', () => {
    const watch = createPartnerWatch(createFakeClock());
    const told: string[] = [];
    watch.subscribe(({ type }) => told.push(type));
    const isNew = [3, 3, 4].map((count) => watch.missing('GD', count));
    expect(isNew).to.deep.equal([true, false, false]);
    expect(told).to.deep.equal(['warning']);
    expect(watch.warnings().map(({ message }) => message)[0]).to.match(/^4 parcels of GD never came/);
    expect(watch.missing('TT', 1)).to.equal(true);
  });
});

describe('a partner with whom no session comes about', () => {
  it('is warned of until there is one, and told once while it lasts', () => {
    const watch = createPartnerWatch(createFakeClock());
    const told: WatchEvent[] = [];
    watch.subscribe((event) => told.push(event));
    watch.refused('GD');
    expect([watch.outdated('GD'), watch.outdated('GD')]).to.deep.equal([true, false]);
    expect(watch.warnings().map(({ code }) => code)).to.deep.equal([
      'partner-refuses',
      'partner-key-retired',
    ]);
    expect(told.map((event) => event.type === 'warning' && event.level)).to.deep.equal(['alarm', 'alarm']);
    watch.connected('GD');
    expect(watch.warnings()).to.deep.equal([]);
  });
});

describe('an alarm about a partner', () => {
  it('reaches whoever watches this node, as an alarm', () => {
    const watch = createPartnerWatch(createFakeClock());
    const told: WatchEvent[] = [];
    watch.subscribe((event) => told.push(event));
    watch.alarmed({ code: 'profile-contradicts', subject: 'JM', message: 'JM has signed two.' });
    expect(told).to.have.length(1);
    expect(told[0]).to.include({
      type: 'warning',
      level: 'alarm',
      partner: 'JM',
      message: 'JM has signed two.',
    });
  });
});
