import { noise } from '@chainsafe/libp2p-noise';
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys';
import type { Connection, Stream } from '@libp2p/interface';
import { tcp } from '@libp2p/tcp';
import { yamux } from '@libp2p/yamux';
import { multiaddr } from '@multiformats/multiaddr';
import { createLibp2p, type Libp2p } from 'libp2p';
import { randomBytes } from 'node:crypto';
import { systemClock } from '../../../node/clock.ts';
import { type FrameChannel, frameStream } from '../../../protocol/frames.ts';
import { toHex } from '../../../protocol/hash.ts';
import { PROTOCOLS, type ProtocolName } from '../../../protocol/ids.ts';
import { greet } from '../../../protocol/session/client.ts';
import { converse } from '../../../protocol/session/conversation.ts';
import { exchangeState, type Greeting } from '../../../protocol/session/greeting.ts';
import type { Attacker } from './attack.ts';

/** A stream that the attacker has opened in its session: bare, and with what seals its frames. */
export interface HostileStream {
  readonly stream: Stream;
  readonly channel: FrameChannel;
}

/** The connection of a State that keeps to the opening of a session, and to nothing after it. */
export interface HostileSession {
  /** The session's own stream, once Hello and State are said. */
  readonly session: HostileStream;
  open(protocol: ProtocolName): Promise<HostileStream>;
  /** A bare stream, whatever it is called. */
  openBare(protocol: ProtocolName): Promise<Stream>;
  readonly alive: boolean;
  /** Resolves when the daemon has ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Above anything that the protocol allows: what is too large is to be sent, not refused here. */
const FRAME_BYTES_MAX = 64 * 1024 * 1024;
const NOTHING = { profiles: [], outgoing: [], incoming: [], recovering: false };

/** Dials and greets. With `quiet` it sends no sign of life afterwards. */
export async function openHostileSession(
  by: Attacker,
  {
    bootId = toHex(randomBytes(16)),
    quiet = false,
  }: { readonly bootId?: string; readonly quiet?: boolean } = {},
): Promise<HostileSession> {
  const { libp2p, connection } = await dial(by);
  try {
    const over = Promise.withResolvers<undefined>();
    connection.addEventListener('close', () => {
      over.resolve(undefined);
    });
    if (connection.status !== 'open') over.resolve(undefined);
    const openBare = (protocol: ProtocolName) => connection.newStream(PROTOCOLS[protocol]);
    const stream = await openBare('session');
    const frames = framesOf(stream);
    const greeting = await greet(frames, {
      ...{ network: by.profile.profile.network, bootId },
      ...{ ownPeerId: libp2p.peerId.toString(), partnerPeerId: by.target.peerId },
    });
    const session = { stream, channel: greeting.seal(frames, 'session', 'own') };
    await exchangeState(session.channel, NOTHING);
    if (!quiet) converse(session.channel, systemClock);
    return {
      session,
      open: (protocol) => open(openBare, greeting, protocol),
      openBare,
      get alive() {
        return connection.status === 'open';
      },
      ended: over.promise,
      stop: async () => {
        await libp2p.stop();
      },
    };
  } catch (error) {
    await libp2p.stop();
    throw error;
  }
}

async function dial({ state, target }: Attacker): Promise<{ libp2p: Libp2p; connection: Connection }> {
  const libp2p = await createLibp2p({
    privateKey: await generateKeyPairFromSeed('Ed25519', state.nodeSeed),
    addresses: { listen: [] },
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
  });
  try {
    for (const protocol of Object.values(PROTOCOLS)) await libp2p.handle(protocol, ignore);
    const targets = target.addresses.map((address) => multiaddr(`${address}/p2p/${target.peerId}`));
    return { libp2p, connection: await libp2p.dial(targets, { force: true }) };
  } catch (error) {
    await libp2p.stop();
    throw error;
  }
}

/** What the daemon says on streams of its own is read and forgotten. */
function ignore(stream: Stream): void {
  stream.addEventListener('message', () => undefined);
}

function framesOf(stream: Stream): FrameChannel {
  return frameStream(stream, { frameBytesMax: FRAME_BYTES_MAX });
}

async function open(
  openBare: (protocol: ProtocolName) => Promise<Stream>,
  greeting: Greeting,
  protocol: ProtocolName,
): Promise<HostileStream> {
  const stream = await openBare(protocol);
  return { stream, channel: greeting.seal(framesOf(stream), protocol, 'own') };
}
