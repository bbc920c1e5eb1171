import { expect } from 'chai';
import type { PartnerEvents } from '../../node/host/partner-sessions.ts';
import { createLog } from '../../node/log.ts';
import type { Session } from '../../node/host/session.ts';
import { greet } from '../../protocol/session/client.ts';
import { startTestNode, type TestNode, type TestNodeOptions, testParty } from '../support/test-node.ts';
import { rejectsWith } from '../support/rejects-with.ts';

const [grenada, jamaica] = [testParty('GD'), testParty('JM')];

/** Events of one node as promises: each `next` waits for one that has not been taken yet. */
function eventLog(): {
  events: Partial<PartnerEvents>;
  next(kind: keyof PartnerEvents): Promise<unknown>;
  count(kind: string): number;
} {
  const seen: { kind: string; value: unknown; taken: boolean }[] = [];
  let wake = (): void => undefined;
  const note =
    (kind: string) =>
    (_party: string, value?: unknown): void => {
      seen.push({ kind, value, taken: false });
      wake();
    };
  return {
    events: {
      connected: note('connected'),
      lost: note('lost'),
      cloned: note('cloned'),
      refused: note('refused'),
    },
    count: (kind) => seen.filter((event) => event.kind === kind).length,
    async next(kind) {
      for (;;) {
        const event = seen.find((one) => one.kind === kind && !one.taken);
        if (event !== undefined) {
          event.taken = true;
          return event.value;
        }
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

describe('sessions over loopback', () => {
  const running: TestNode[] = [];
  const start = async (self: typeof grenada, options: TestNodeOptions): Promise<TestNode> => {
    const node = await startTestNode(self, options);
    running.push(node);
    return node;
  };

  afterEach(async () => {
    await Promise.all(running.splice(0).map((node) => node.stop()));
  });

  it('begin when one side knows where the other is, and answer pings both ways', async () => {
    const [here, there] = [eventLog(), eventLog()];
    const gd = await start(grenada, { partners: [jamaica], events: here.events });
    const addresses = new Map([['GD', gd.host.addresses()]]);
    const jm = await start(jamaica, { partners: [grenada], addresses, events: there.events });
    await Promise.all([here.next('connected'), there.next('connected')]);
    expect((await gd.sessions.ping('JM')).roundTripMs).to.be.within(0, 5000);
    expect((await jm.sessions.ping('GD')).roundTripMs).to.be.within(0, 5000);
    const silent = await rejectsWith(gd.sessions.ping('TT'), 'not-connected');
    expect(silent.message).to.match(/TT now — it is dialled again .* comity doctor why/);
  });

  it('do not begin with a partner who was suspended while it was greeted', async () => {
    const there = eventLog();
    const gd: TestNode = await start(grenada, {
      partners: [jamaica],
      ownState: () => {
        gd.admitted.delete(jamaica.peerId);
        return Promise.resolve({ profiles: [], outgoing: [], incoming: [], recovering: false });
      },
      events: { connected: () => expect.fail('a session began') },
    });
    const addresses = new Map([['GD', gd.host.addresses()]]);
    await start(jamaica, { partners: [grenada], addresses, events: there.events });
    await there.next('connected');
    await there.next('lost');
    expect(gd.sessions.active('JM')).to.equal(undefined);
  });

  it('are one for each partner when both dial at once, forty times', async () => {
    for (let round = 0; round < 40; round++) {
      const [here, there] = [eventLog(), eventLog()];
      const known = new Map<string, readonly string[]>();
      const gd = await start(grenada, { partners: [jamaica], addresses: known, events: here.events });
      const jm = await start(jamaica, { partners: [grenada], addresses: known, events: there.events });
      known.set('GD', gd.host.addresses()).set('JM', jm.host.addresses());
      gd.sessions.refresh();
      jm.sessions.refresh();
      await Promise.all([here.next('connected'), there.next('connected')]);
      for (;;) {
        const [mine, theirs] = [gd.host.connections(), jm.host.connections()];
        if (mine.length === 1 && theirs.length === 1 && gd.sessions.active('JM') && jm.sessions.active('GD'))
          break;
        await new Promise((resolve) => setImmediate(resolve));
      }
      const [mine, theirs] = [gd.sessions.active('JM'), jm.sessions.active('GD')] as [Session, Session];
      expect(mine.connection.dialler).to.not.equal(theirs.connection.dialler);
      await Promise.all([gd.sessions.ping('JM'), jm.sessions.ping('GD')]);
      expect([here.count('connected'), there.count('connected')]).to.deep.equal([1, 1]);
      await Promise.all(running.splice(0).map((node) => node.stop()));
    }
  });

  it('come back by themselves when a partner restarts, with a new session at once', async () => {
    const here = eventLog();
    const gd = await start(grenada, { partners: [jamaica], events: here.events });
    const addresses = new Map([['GD', gd.host.addresses()]]);
    for (let restart = 0; restart < 3; restart++) {
      const jm = await startTestNode(jamaica, { partners: [grenada], addresses });
      const session = (await here.next('connected')) as Session;
      await gd.sessions.ping('JM');
      await jm.stop();
      await here.next('lost');
      await session.ended;
    }
    expect(here.count('cloned')).to.equal(0);
  });

  it('notice a partner whose key is alive in two places', async () => {
    const here = eventLog();
    const gd = await start(grenada, { partners: [jamaica], events: here.events });
    const addresses = new Map([['GD', gd.host.addresses()]]);
    await start(jamaica, { partners: [grenada], addresses });
    await here.next('connected');
    await start(jamaica, { partners: [grenada], addresses });
    await here.next('cloned');
  });

  it('never begin with a stranger, who learns nothing, nor with a suspended partner', async () => {
    const here = eventLog();
    const gd = await start(grenada, { partners: [jamaica], events: here.events });
    const addresses = new Map([['GD', gd.host.addresses()]]);
    const stranger = await start(testParty('XX'), { partners: [grenada] });
    const connection = await stranger.host.dial(grenada.peerId, gd.host.addresses());
    await connection.closed;
    expect(gd.host.connections()).to.deep.equal([]);
    const [there, lines] = [eventLog(), [] as string[]];
    const log = createLog({ level: 'info', format: 'json', now: () => 0, write: (line) => lines.push(line) });
    await start(jamaica, { partners: [grenada], addresses, events: there.events, log });
    await here.next('connected');
    gd.admitted.delete(jamaica.peerId);
    gd.sessions.refresh();
    await Promise.all([here.next('lost'), there.next('lost')]);
    const ended = lines.map((line) => JSON.parse(line) as object).filter((line) => 'code' in line);
    expect(ended).to.have.length(1);
    expect(ended[0]).to.have.all.keys('level', 'time', 'partner', 'code', 'message', 'msg');
    expect(gd.sessions.active('JM')).to.equal(undefined);
    expect(here.count('connected')).to.equal(1);
  });

  it('tell a node that its partner answers and does not let it in, until it does', async () => {
    const there = eventLog();
    const gd = await start(grenada, { partners: [] });
    const addresses = new Map([['GD', gd.host.addresses()]]);
    await start(jamaica, { partners: [grenada], addresses, events: there.events });
    await there.next('refused');
    expect(there.count('connected')).to.equal(0);
    gd.admitted.set(jamaica.peerId, 'JM');
    await there.next('connected');
    expect(there.count('refused')).to.equal(1);
  });

  it('never begin with a node that has another key than the one dialled', async () => {
    const gd = await start(grenada, { partners: [jamaica] });
    const jm = await start(jamaica, { partners: [grenada, testParty('TT')] });
    await rejectsWith(jm.host.dial(testParty('TT').peerId, gd.host.addresses()), 'not-reached');
  });

  it('do not begin between two networks', async () => {
    const gd = await start(grenada, { partners: [jamaica], network: 'drill' });
    const jm = await start(jamaica, { partners: [grenada] });
    const connection = await jm.host.dial(grenada.peerId, gd.host.addresses());
    const frames = await connection.open('session');
    const hello = {
      network: 'test',
      bootId: 'ab'.repeat(16),
      ownPeerId: jamaica.peerId,
      partnerPeerId: grenada.peerId,
    };
    await rejectsWith(greet(frames, hello), 'wrong-network');
    await connection.closed;
    expect(gd.sessions.active('JM')).to.equal(undefined);
  });

  it('end at both sides, after what was under way, when one node stops', async () => {
    const [here, finished] = [eventLog(), Promise.withResolvers<string>()];
    const gd = await start(grenada, { partners: [jamaica], events: here.events });
    const jm = await startTestNode(jamaica, {
      partners: [grenada],
      addresses: new Map([['GD', gd.host.addresses()]]),
      protocols: {
        delivery: {
          async drive(channel, { draining }) {
            await new Promise((resolve) => {
              draining.addEventListener('abort', resolve, { once: true });
            });
            await channel.write(Uint8Array.of(1));
            finished.resolve('finished');
          },
          serve: async (channel) => {
            await channel.read();
          },
        },
      },
    });
    await here.next('connected');
    await gd.sessions.ping('JM');
    await jm.stop();
    expect(await finished.promise).to.equal('finished');
    await here.next('lost');
  });
});
