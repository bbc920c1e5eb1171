import assert from 'node:assert/strict';
import { awayWarnings, DAY_MS } from '../../../node/away.ts';
import { createPartnerWatch, openPartnerWatch } from '../../../node/partner-watch.ts';
import type { Change } from '../../../node/storage/change.ts';
import { aDirectoryWithPartner } from '../../support/directory.ts';

const nothing = { emergency: 0, urgent: 0, routine: 0 };

async function aWatchedPartner(queued = nothing) {
  const { directory, clock } = await aDirectoryWithPartner();
  const watch = createPartnerWatch(clock);
  const links = { silentSince: (party: string) => watch.silentSince(party), queued: () => queued };
  const said = (leastMs = DAY_MS) =>
    awayWarnings({ directory, links, clock }, leastMs)
      .map(({ message }) => message)
      .join('\n');
  return { directory, clock, watch, said };
}

describe('a partner who is away', () => {
  it('is warned of after a day without a session, with how long', async () => {
    const { clock, watch, said } = await aWatchedPartner();
    await clock.advance(DAY_MS - 1);
    assert.equal(said(), '');
    assert.match(
      said(0),
      /^JM has not been heard for 23 hours, since 2026-01-05 12:00 UTC; nothing waits for it\.$/,
    );
    await clock.advance(1);
    assert.match(said(), /for 1 day, since 2026-01-05 12:00 UTC/);
    watch.connected('JM');
    assert.equal(said(0), '');
    watch.lost('JM');
    await clock.advance(2 * DAY_MS);
    assert.match(said(), /for 2 days, since 2026-01-06 12:00 UTC/);
  });

  it('is warned of with what waits, emergencies above all', async () => {
    const { clock, said } = await aWatchedPartner({ emergency: 1, urgent: 0, routine: 2 });
    await clock.advance(DAY_MS);
    assert.match(said(), /; 3 parcels wait for it, 1 of them in an emergency\.$/);
  });

  it('is warned of by a node that is started anew each day, whether it was ever heard or not', async () => {
    const { store, clock } = await aDirectoryWithPartner();
    const first = await openPartnerWatch(store, clock);
    first.connected('JM');
    await first.keep();
    const since = clock.now();
    for (let day = 0; day < 2; day += 1) {
      await clock.advance(DAY_MS);
      const watch = await openPartnerWatch(store, clock);
      assert.deepEqual([watch.silentSince('JM'), watch.silentSince('TT')], [since, since]);
      assert.deepEqual([watch.lastContactAt('JM'), watch.lastContactAt('TT')], [since, undefined]);
      await watch.keep();
    }
  });

  it('is written of only when there is news', async () => {
    const { store, clock } = await aDirectoryWithPartner();
    let commits = 0;
    const counting = {
      keyspace: store.keyspace.bind(store),
      commit: (change: Change) => {
        commits += 1;
        return store.commit(change);
      },
    };
    const watch = await openPartnerWatch(counting, clock);
    await watch.keep();
    await watch.keep();
    assert.equal(commits, 1);
    watch.connected('JM');
    watch.lost('JM');
    await watch.keep();
    await watch.keep();
    assert.equal(commits, 2);
  });

  it('is not warned of while it is suspended', async () => {
    const { directory, clock, said } = await aWatchedPartner();
    await clock.advance(DAY_MS);
    await directory.setSuspended('JM', true, 'op');
    assert.equal(said(0), '');
  });
});
