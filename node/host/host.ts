import { generateKeyPairFromSeed } from '@libp2p/crypto/keys';
import type { Connection } from '@libp2p/interface';
import { multiaddr } from '@multiformats/multiaddr';
import { createLibp2p, type Libp2p } from 'libp2p';
import { ComityError, isComityError } from '../../protocol/errors.ts';
import { type FrameStream, frameStream } from '../../protocol/frames.ts';
import { PROTOCOLS, type ProtocolName } from '../../protocol/ids.ts';
import { WINDOWS } from '../../protocol/limits.ts';
import { type PeerConnection, peerConnection, wireBytesMax } from './connection.ts';
import type { CostName } from '../../protocol/costs.ts';
import type { Timekeeper } from '../../protocol/timekeeper.ts';
import { createGater } from './gater.ts';
import { HOST_LIMITS, type HostLimits } from './host-limits.ts';
import { createPendingConnections } from './pending-connections.ts';
import { stackSettings } from './stack.ts';

export interface HostDependencies {
  /**
   * Whether a PeerId stands in the current profile of a pinned, not suspended party. Asked often, and at
   * once.
   */
  readonly isAdmitted: (peerId: string) => boolean;
  /** A partner opened a stream. What it throws resets the stream. */
  readonly accept: (protocol: ProtocolName, frames: FrameStream, connection: PeerConnection) => void;
  readonly conduct: PeerConduct;
  /** Whether a partner's profile names this address. Asked often, and at once. */
  readonly isFamiliar: (address: string) => boolean;
  readonly clock: Pick<Timekeeper, 'monotonic'>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** What partners do to the host is counted elsewhere, together with all else that they do. */
export interface PeerConduct {
  charge(peerId: string, cost: CostName): void;
  /** Whether this partner has to wait before it may connect again. */
  isHeldOff(peerId: string): boolean;
  /** Who connected has this PeerId, as it has proved, and is not admitted. */
  denied(peerId: string): void;
}

export interface HostOptions {
  /** The 32 bytes of the node's Ed25519 key. */
  readonly seed: Uint8Array;
  /** Multiaddrs; port 0 takes a free one. An empty list listens nowhere. */
  readonly listen: readonly string[];
  readonly limits?: Partial<HostLimits>;
}

export interface Host {
  readonly peerId: string;
  /** Where it listens, without `/p2p/…`. */
  addresses(): string[];
  /**
   * Tries the addresses one after the other. The key of the other side is the dialled one.
   *
   * @throws ComityError `not-reached`
   */
  dial(peerId: string, addresses: readonly string[], signal?: AbortSignal): Promise<PeerConnection>;
  connections(peerId?: string): PeerConnection[];
  stop(): Promise<void>;
}

/** @throws ComityError `secrets-dumped`, `address-in-use`, `cannot-listen` */
export async function startHost(dependencies: HostDependencies, options: HostOptions): Promise<Host> {
  refuseDumping(dependencies.environment ?? process.env);
  const limits = { ...HOST_LIMITS, ...options.limits };
  const listenErrors: unknown[] = [];
  const known = new WeakMap<Connection, PeerConnection>();
  const { conduct, isAdmitted, isFamiliar, clock } = dependencies;
  const now = () => clock.monotonic();
  const pending = createPendingConnections({ limits, now, isFamiliar });
  const gater = createGater({
    isAdmitted,
    connectionsWith: (peerId) => connectionsOf(libp2p, peerId).length,
    isHeldOff: (peerId) => conduct.isHeldOff(peerId),
    denied: (peerId) => {
      conduct.denied(peerId);
    },
    pending,
    now,
  });
  const libp2p = await createLibp2p(
    stackSettings({
      privateKey: await generateKeyPairFromSeed('Ed25519', options.seed),
      listen: options.listen,
      gater,
      admits: (connection) => pending.admits(connection),
      limits,
      now,
      onListenError: (error) => listenErrors.push(error),
    }),
  );
  const wrap = (connection: Connection): PeerConnection => {
    const wrapped = known.get(connection) ?? peerConnection(connection);
    known.set(connection, wrapped);
    return wrapped;
  };
  chargeFor(libp2p, conduct);
  await serve(libp2p, wrap, dependencies.accept);
  await start(libp2p, options.listen, listenErrors);
  return {
    peerId: libp2p.peerId.toString(),
    addresses: () => libp2p.getMultiaddrs().map((address) => address.toString().replace(/\/p2p\/.*$/, '')),
    dial: async (peerId, addresses, signal) => wrap(await dial(libp2p, peerId, addresses, signal)),
    connections: (peerId) => connectionsOf(libp2p, peerId).map(wrap),
    stop: async () => {
      await libp2p.stop();
    },
  };
}

/** noise prints the private keys of every connection when this is set. */
function refuseDumping(environment: Readonly<Record<string, string | undefined>>): void {
  if (environment['DUMP_SESSION_KEYS'] === undefined) return;
  const sentence =
    'DUMP_SESSION_KEYS is set, which prints the keys of every connection: unset it and start again.';
  throw new ComityError('secrets-dumped', sentence);
}

/** A connection has its cost, and one that had to be cut off a higher one. */
function chargeFor(libp2p: Libp2p, conduct: PeerConduct): void {
  libp2p.addEventListener('connection:open', ({ detail: connection }) => {
    const peerId = connection.remotePeer.toString();
    if (connection.direction === 'inbound') conduct.charge(peerId, 'connection');
    connection.addEventListener('close', (event) => {
      if (isComityError(event.error, 'cut-off')) conduct.charge(peerId, 'cutOff');
    });
  });
}

async function serve(
  libp2p: Libp2p,
  wrap: (connection: Connection) => PeerConnection,
  accept: HostDependencies['accept'],
): Promise<void> {
  for (const [name, id] of Object.entries(PROTOCOLS) as [ProtocolName, string][]) {
    await libp2p.handle(
      id,
      (stream, connection) => {
        accept(name, frameStream(stream, { frameBytesMax: wireBytesMax(name) }), wrap(connection));
      },
      {
        maxInboundStreams: WINDOWS.streamsMax,
        maxOutboundStreams: WINDOWS.streamsMax,
        runOnLimitedConnection: false,
      },
    );
  }
}

async function start(libp2p: Libp2p, listen: readonly string[], errors: readonly unknown[]): Promise<void> {
  try {
    await libp2p.start();
  } catch (cause) {
    await libp2p.stop();
    const code = (errors[0] as { code?: unknown } | undefined)?.code;
    const details = { addresses: listen, code };
    if (code === 'EADDRINUSE') {
      const sentence = `Another program listens at ${listen.join(', ')}: stop it, or change listen in the configuration.`;
      throw new ComityError('address-in-use', sentence, { cause, details });
    }
    const sentence = `The node cannot listen at ${listen.join(', ')}: check listen in the configuration.`;
    throw new ComityError('cannot-listen', sentence, { cause, details });
  }
}

async function dial(
  libp2p: Libp2p,
  peerId: string,
  addresses: readonly string[],
  signal?: AbortSignal,
): Promise<Connection> {
  try {
    // With the PeerId in the address, Noise itself compares the key.
    const targets = addresses.map((address) => multiaddr(`${address}/p2p/${peerId}`));
    return await libp2p.dial(targets, { force: true, ...(signal && { signal }) });
  } catch (cause) {
    const details = { addresses };
    throw new ComityError('not-reached', 'The partner could not be reached at its addresses.', {
      cause,
      details,
    });
  }
}

function connectionsOf(libp2p: Libp2p, peerId?: string): Connection[] {
  const all = libp2p.getConnections().filter((connection) => connection.status === 'open');
  return peerId === undefined ? all : all.filter(({ remotePeer }) => remotePeer.toString() === peerId);
}
