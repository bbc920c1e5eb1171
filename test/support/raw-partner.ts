import type { PeerConnection } from '../../node/host/connection.ts';
import { type Host, startHost } from '../../node/host/host.ts';
import type { FrameChannel, FrameStream } from '../../protocol/frames.ts';
import type { ProtocolName } from '../../protocol/ids.ts';
import { greet } from '../../protocol/session/client.ts';
import { exchangeState, type Greeting } from '../../protocol/session/greeting.ts';
import { free } from './free-conduct.ts';
import type { TestParty } from './test-node.ts';

/** An admitted partner whose node says and does what a test wants. */
export interface RawPartner {
  readonly host: Host;
  readonly connection: PeerConnection;
  /** Streams that the other side opened, as they come. */
  accepted(protocol: ProtocolName): Promise<FrameStream>;
  /** Says Hello, and gives what seals the streams. */
  greet(): Promise<{ greeting: Greeting; channel: FrameChannel }>;
  /** Says Hello and State, so that there is a session. */
  begin(): Promise<{ greeting: Greeting; channel: FrameChannel }>;
  /** Opens the own stream of a protocol in a session. */
  open(protocol: ProtocolName, greeting: Greeting): Promise<FrameChannel>;
  stop(): Promise<void>;
}

export async function startRawPartner(
  self: TestParty,
  other: { readonly peerId: string; addresses(): string[] },
  network: string,
): Promise<RawPartner> {
  const arrived = new Map<ProtocolName, PromiseWithResolvers<FrameStream>>();
  const arrival = (protocol: ProtocolName): PromiseWithResolvers<FrameStream> => {
    const known = arrived.get(protocol) ?? Promise.withResolvers<FrameStream>();
    arrived.set(protocol, known);
    return known;
  };
  const host = await startHost(
    {
      isAdmitted: () => true,
      accept: (protocol, frames) => {
        arrival(protocol).resolve(frames);
      },
      ...free,
    },
    { seed: self.seed, listen: [] },
  );
  const connection = await host.dial(other.peerId, other.addresses());
  const introduction = {
    network,
    bootId: 'ab'.repeat(16),
    ownPeerId: self.peerId,
    partnerPeerId: other.peerId,
  };
  const sayHello: RawPartner['greet'] = async () => {
    const frames = await connection.open('session');
    const greeting = await greet(frames, introduction);
    return { greeting, channel: greeting.seal(frames, 'session', 'own') };
  };
  return {
    host,
    connection,
    accepted: (protocol) => arrival(protocol).promise,
    greet: sayHello,
    begin: async () => {
      const greeted = await sayHello();
      await exchangeState(greeted.channel, { profiles: [], outgoing: [], incoming: [], recovering: false });
      return greeted;
    },
    open: async (protocol, greeting) => greeting.seal(await connection.open(protocol), protocol, 'own'),
    stop: () => host.stop(),
  };
}
