import assert from 'node:assert/strict';
import { createControlClient } from '../../cli/client/control-client.ts';
import { type CaseWriters, caseWriters, type Sent } from '../support/case-writers.ts';
import { COMMAND_MS } from '../support/net.ts';
import { sessionIn } from '../support/signing-officer.ts';
import { useNet } from '../support/use-net.ts';

const WAIT_S = 60;

describe('daemons with a bad line between them', function () {
  this.timeout(2 * COMMAND_MS);
  const net = useNet('GD', 'JM', 'TT');
  let writers: CaseWriters;
  let silenced: Promise<void>;

  before(async () => {
    writers = await caseWriters(net(), { outageSince: () => () => undefined });
    // It takes fifteen seconds to be noticed, in which the others are tried.
    silenced = partnerEvent('JM', false);
    await net().lines('slow', 'GD', 'JM', '--half-open');
  });

  /** Resolves when Grenada's daemon says that it has lost a partner, or has it on line again. */
  async function partnerEvent(partner: string, connected: boolean): Promise<void> {
    const over = new AbortController();
    const client = createControlClient(sessionIn(net().node('GD').officer));
    for await (const event of client.watch({ query: {} }, over.signal)) {
      if (event.type === 'partner' && event.partner === partner && event.connected === connected) break;
    }
    over.abort();
  }
  const opened = async (partner: string): Promise<Sent> =>
    (await writers.open('GD', partner, 'routine')).said.sent;
  const severalOpened = (partner: string): Promise<Sent[]> =>
    Promise.all(Array.from({ length: 8 }, () => opened(partner)));
  const deliveryOf = async ({ itemId }: Sent, waitS = 0): Promise<string> => {
    const asked = { params: { itemId }, query: { waitS } };
    return (await writers.call('GD', (client) => client.call('items.delivery', asked))).delivery;
  };
  const caseAt = (state: string, { reference }: Sent) =>
    writers.call(state, async (client) => {
      const params = { reference };
      const { foldDigest } = await client.call('cases.show', { params });
      const { entries } = await client.call('cases.timeline', { params });
      return { foldDigest, items: entries.map(({ itemId }) => itemId) };
    });
  /** Each is at both ends, once. */
  const assertRelayed = async (partner: string, sent: readonly Sent[]): Promise<void> => {
    for (const one of sent) {
      assert.equal(await deliveryOf(one, WAIT_S), 'relayed');
      const here = await caseAt('GD', one);
      assert.deepEqual(here.items, [one.itemId]);
      assert.deepEqual(await caseAt(partner, one), here);
    }
  };

  it('LEC-3: keep what is signed while the line is cut, and deliver it once it is healed', async () => {
    const lost = partnerEvent('TT', false);
    await net().lines('cut', 'GD', 'TT');
    await lost;
    const sent = await opened('TT');
    assert.equal(await deliveryOf(sent), 'queued');
    await net().lines('heal', 'GD', 'TT');
    await assertRelayed('TT', [sent]);
  });

  it('go on over a slow line, which takes as long as it takes', async () => {
    await net().lines('slow', 'GD', 'TT', '--ms', '60', '--jitter', '20', '--kbps', '2000');
    const ping = { params: { state: 'TT' } };
    const { roundTripMs } = await writers.call('GD', (client) => client.call('partners.ping', ping));
    assert.ok(roundTripMs >= 120, `${roundTripMs} ms`);
    await assertRelayed('TT', [await opened('TT')]);
    await net().lines('heal', 'GD', 'TT');
  });

  it('lose nothing and double nothing when the line breaks off in the middle of a frame', async () => {
    const lost = partnerEvent('TT', false);
    await net().lines('slow', 'GD', 'TT', '--cut-mid-frame', '20000', '--one-way');
    const sent = await severalOpened('TT');
    await lost;
    await assertRelayed('TT', sent);
  });

  it('end a connection that is spoilt, and lose nothing by it', async () => {
    const lost = partnerEvent('TT', false);
    await net().lines('slow', 'GD', 'TT', '--corrupt', '1/2000');
    const sent = await severalOpened('TT');
    await lost;
    await net().lines('heal', 'GD', 'TT');
    await assertRelayed('TT', sent);
  });

  it('notice by the silence that nobody is at the other end, and go on once it is healed', async () => {
    await silenced;
    const sent = await opened('JM');
    assert.equal(await deliveryOf(sent), 'queued');
    const met = partnerEvent('JM', true);
    await net().lines('heal');
    await met;
    await assertRelayed('JM', [sent]);
  });
});
