import assert from 'node:assert/strict';
import type { Timeline } from '../../protocol/control/types.ts';
import { FORM, REQUEST } from '../support/bad-lines.ts';
import { comity, foldersOf, runComity, signingOf } from '../support/net.ts';
import { useSharedNet } from '../support/use-net.ts';

describe('the timeline of a case', () => {
  const net = useSharedNet();
  let reference = '';
  const timeline = (state: string): Promise<Timeline> =>
    comity('case', 'timeline', reference, ...foldersOf(net().node(state))) as Promise<Timeline>;

  it('is the same history on both sides: who had the item, which authority, and when', async function () {
    this.timeout(60_000);
    const [gd, jm] = [net().node('GD'), net().node('JM')];
    const sent = await comity(...REQUEST, '--file', FORM, '--wait', ...signingOf(gd));
    const { itemId, receipt } = sent as Sent;
    ({ reference } = sent as Sent);
    const unread = await timeline('JM');
    assert.deepEqual(
      unread.entries.map(({ unread, evidence }) => [unread, evidence.map(({ level }) => level)]),
      [[true, ['submission', 'relay', 'delivery']]],
    );

    const read = await comity('case', 'read', reference, ...foldersOf(jm));
    assert.match(JSON.stringify(read), /Fraudulent transfers/);
    const answered = await comity('reply', reference, 'acknowledge', '--wait', ...signingOf(jm));
    // An answer that has come took everything along that was said before it, the opening of the item too.
    await comity('case', 'read', reference, ...foldersOf(gd));
    const [there, here] = [await timeline('JM'), await timeline('GD')];
    assert.deepEqual(
      here.entries.map(({ itemId, from, verb, sequence, verdict }) => [
        itemId,
        from,
        verb,
        sequence,
        verdict,
      ]),
      [
        [itemId, 'GD', 'request', 1, 'effective'],
        [(answered as Sent).itemId, 'JM', 'acknowledge', 1, 'effective'],
      ],
    );

    const [request] = here.entries;
    assert.ok(request);
    assert.deepEqual(
      request.evidence.map(({ level, by }) => [level, by]),
      [
        ['submission', 'GD'],
        ['relay', 'JM'],
        ['delivery', 'JM/central-authority'],
        ['retrieval', 'JM/central-authority'],
      ],
    );
    const times = request.evidence.map(({ at }) => at);
    assert.deepEqual(times, times.toSorted(), 'what came later was later');
    assert.equal(request.createdAt, times[0]);
    assert.equal(receipt?.receivedAt, times[1]);
    assert.deepEqual(anonymous(there).entries[0], request);
    assert.deepEqual(
      anonymous(here).entries[1]?.evidence.slice(0, 3),
      there.entries[1]?.evidence.slice(0, 3),
    );
  });

  it('names an officer on the own side only', async () => {
    const said = async (state: string): Promise<string> => {
      const folders = foldersOf(net().node(state));
      return (await runComity(['case', 'timeline', reference, ...folders])).stdout;
    };
    const [here, there] = [await said('GD'), await said('JM')];
    assert.match(here, /retrieval: .*GD\/central-authority \(officer of GD\)/);
    assert.match(there, /retrieval: .*JM\/central-authority \(officer of JM\)/);
    assert.doesNotMatch(here, /officer of JM/);
    assert.doesNotMatch(there, /officer of GD/);
  });
});

interface Sent {
  readonly reference: string;
  readonly itemId: string;
  readonly receipt?: { readonly receivedAt: string };
}

/** Without the names of officers, as the other side sees it. */
function anonymous({ reference, exercise, entries }: Timeline): Timeline {
  const bare = entries.map((entry) => ({
    ...entry,
    unread: false,
    evidence: entry.evidence.map(({ level, at, by }) => ({ level, at, by: by.replace(/ \(.*\)$/, '') })),
  }));
  return { reference, exercise, entries: bare };
}
