import { createSigner } from '../../protocol/identity/keys.ts';
import type { SessionState } from '../../protocol/session/messages.ts';
import { type Clock, systemClock } from '../../node/clock.ts';
import type { HostLimits } from '../../node/host/host-limits.ts';
import { type Host, startHost } from '../../node/host/host.ts';
import { peerIdOf } from '../../node/host/peer-id.ts';
import type { PartnerEvents } from '../../node/host/partner-sessions.ts';
import type { SessionProtocol, SessionProtocols } from '../../node/host/session.ts';
import { Sessions } from '../../node/host/sessions.ts';
import { type Log, silentLog } from '../../node/log.ts';
import { free, freeMeter } from './free-conduct.ts';

/** A State in a test: its code, and the seed of its node's key. */
export interface TestParty {
  readonly party: string;
  readonly seed: Uint8Array;
  readonly peerId: string;
}

export function testParty(party: string): TestParty {
  const seed = new Uint8Array(32);
  seed.set(Buffer.from(party));
  return { party, seed, peerId: peerIdOf(createSigner(seed).publicKey) };
}

/** A protocol that says nothing, until its session drains or ends. */
const idle: SessionProtocol = {
  async drive(channel, { draining }) {
    await Promise.race([
      channel.read(),
      new Promise((resolve) => {
        draining.addEventListener('abort', resolve, { once: true });
      }),
    ]);
  },
  async serve(channel) {
    await channel.read();
  },
};

export interface TestNodeOptions {
  readonly partners: readonly TestParty[];
  /** Where partners are; none is dialled without. May change: call `sessions.refresh()`. */
  readonly addresses?: Map<string, readonly string[]>;
  readonly protocols?: Partial<SessionProtocols>;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly network?: string;
  readonly bootId?: string;
  readonly limits?: Partial<HostLimits>;
  readonly listen?: readonly string[];
  readonly events?: Partial<PartnerEvents>;
  /** What the host is told of partners and strangers; nobody is slowed down without it. */
  readonly host?: Partial<typeof free>;
  readonly ownState?: (party: string) => Promise<SessionState>;
}

export interface TestNode {
  readonly host: Host;
  readonly sessions: Sessions;
  readonly admitted: Map<string, string>;
  stop(): Promise<void>;
}

const emptyState: SessionState = { profiles: [], outgoing: [], incoming: [], recovering: false };

/** Host and sessions as the daemon has them, with a directory made of a map. */
export async function startTestNode(self: TestParty, options: TestNodeOptions): Promise<TestNode> {
  const { partners, addresses = new Map<string, readonly string[]>(), clock = systemClock } = options;
  const admitted = new Map(partners.map(({ peerId, party }) => [peerId, party]));
  const sessions = new Sessions(
    {
      clock,
      log: options.log ?? silentLog,
      network: options.network ?? 'test',
      bootId: options.bootId ?? Buffer.from(clock.randomBytes(16)).toString('hex'),
      admitted: (peerId) => admitted.get(peerId),
      meterFor: () => freeMeter,
      ownState: options.ownState ?? (() => Promise.resolve(emptyState)),
      protocols: { delivery: idle, directory: idle, ...options.protocols },
      contacts: () =>
        partners
          .filter(({ peerId }) => admitted.has(peerId))
          .map(({ party, peerId }) => ({ party, peerIds: [peerId], addresses: addresses.get(party) ?? [] })),
      ...(options.events && { events: options.events }),
      onBug: (error) => {
        throw error;
      },
    },
    { backoff: { minMs: 20, maxMs: 200 } },
  );
  const host = await startHost(
    {
      isAdmitted: (peerId) => admitted.has(peerId),
      accept: (protocol, frames, connection) => {
        sessions.accept(protocol, frames, connection);
      },
      ...free,
      ...options.host,
    },
    {
      seed: self.seed,
      listen: options.listen ?? ['/ip4/127.0.0.1/tcp/0'],
      limits: { perAddressPerSecond: 1000, ...options.limits },
    },
  );
  sessions.start(host);
  return {
    host,
    sessions,
    admitted,
    async stop() {
      await sessions.stop();
      await host.stop();
    },
  };
}
