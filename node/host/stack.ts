import { noise } from '@chainsafe/libp2p-noise';
import type {
  ConnectionGater,
  MultiaddrConnection,
  PrivateKey,
  Transport,
  Upgrader,
} from '@libp2p/interface';
import { FaultTolerance } from '@libp2p/interface';
import { tcp, type TCPOptions } from '@libp2p/tcp';
import { yamux } from '@libp2p/yamux';
import type { Libp2pOptions } from 'libp2p';
import { ComityError } from '../../protocol/errors.ts';
import { TIMES, WINDOWS } from '../../protocol/limits.ts';
import { guardedMuxer } from './guarded-muxer.ts';
import type { HostLimits } from './host-limits.ts';

export interface StackOptions {
  readonly privateKey: PrivateKey;
  /** Multiaddrs, `/ip4/0.0.0.0/tcp/4001`. */
  readonly listen: readonly string[];
  readonly gater: ConnectionGater;
  /** Whether an incoming connection may be looked at. Asked before anything is made for it. */
  readonly admits: (connection: MultiaddrConnection) => boolean;
  /** Monotonic, in ms. */
  readonly now: () => number;
  readonly limits: HostLimits;
  readonly onListenError: (error: unknown) => void;
}

export type YamuxSettings = NonNullable<Parameters<typeof yamux>[0]>;

/**
 * Streams of one connection and opener: one for each of four protocols, and one more to see the fifth
 * refused.
 */
const STREAMS_MAX = 5;

export function tcpSettings(limits: HostLimits): Required<Omit<TCPOptions, 'closeServerOnMaxConnections'>> {
  // A connection lives as long as its session, which hears of silence after 15 s by itself.
  const socket = {
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: TIMES.silenceMs,
    allowHalfOpen: false,
  };
  return {
    inboundSocketInactivityTimeout: 4 * TIMES.silenceMs,
    outboundSocketInactivityTimeout: 4 * TIMES.silenceMs,
    maxConnections: limits.connectionsMax,
    backlog: limits.backlog,
    dialOpts: socket,
    listenOpts: socket,
  };
}

export function yamuxSettings(): Required<YamuxSettings> {
  return {
    enableKeepAlive: true,
    // Besides, it measures the round trip by which a stream's window grows.
    keepAliveInterval: TIMES.keepaliveMs,
    maxInboundStreams: STREAMS_MAX,
    maxOutboundStreams: STREAMS_MAX,
    maxEarlyStreams: STREAMS_MAX,
    maxMessageSize: 64 * 1024,
    streamOptions: {
      initialStreamWindowSize: 256 * 1024,
      maxStreamWindowSize: WINDOWS.streamBytesMax,
      maxReadBufferLength: WINDOWS.readBytesMax,
      maxWriteBufferLength: WINDOWS.writeBytesMax,
      inactivityTimeout: 4 * TIMES.silenceMs,
    },
  };
}

/**
 * Everything that libp2p is told: TCP, Noise and yamux, and nothing that finds peers, relays or announces.
 */
export function stackSettings(options: StackOptions): Libp2pOptions {
  const { privateKey, listen, gater, limits, now } = options;
  const muxer = yamux(yamuxSettings());
  const transport = tcp(tcpSettings(limits));
  return {
    start: false,
    privateKey,
    addresses: { listen: [...listen], announce: [], noAnnounce: [] },
    transports: [(components) => guardListeners(transport(components), options)],
    connectionEncrypters: [noise()],
    streamMuxers: [() => guardedMuxer(muxer(), now)],
    connectionGater: gater,
    connectionMonitor: { enabled: false },
    transportManager: { faultTolerance: FaultTolerance.FATAL_ALL },
    connectionManager: {
      maxConnections: limits.connectionsMax,
      maxParallelDials: limits.parallelDialsMax,
      maxDialQueueLength: limits.connectionsMax,
      maxPeerAddrsToDial: 16,
      dialTimeout: limits.dialMs,
      addressDialTimeout: limits.addressDialMs,
      connectionCloseTimeout: limits.closeMs,
      inboundUpgradeTimeout: limits.upgradeMs,
      outboundStreamProtocolNegotiationTimeout: limits.upgradeMs,
      inboundStreamProtocolNegotiationTimeout: limits.upgradeMs,
      inboundConnectionThreshold: limits.perAddressPerSecond,
      maxIncomingPendingConnections: limits.pendingMax,
      reconnectRetries: 0,
      maxParallelReconnects: 1,
      resolvers: {},
      allow: [],
      deny: [],
    },
    services: {},
  };
}

/**
 * Incoming connections are refused before libp2p makes anything for them, timers that outlive them above all.
 * And libp2p folds errors of listening into one text; their codes are what an operator's sentence is chosen
 * by.
 */
function guardListeners(transport: Transport, { admits, onListenError }: StackOptions): Transport {
  const createListener = transport.createListener.bind(transport);
  transport.createListener = (options) => {
    const listener = createListener({ ...options, upgrader: guardedUpgrader(options.upgrader, admits) });
    const listen = listener.listen.bind(listener);
    listener.listen = async (address) => {
      try {
        await listen(address);
      } catch (error) {
        onListenError(error);
        throw error;
      }
    };
    return listener;
  };
  return transport;
}

function guardedUpgrader(upgrader: Upgrader, admits: StackOptions['admits']): Upgrader {
  return new Proxy(upgrader, {
    get(target, name) {
      if (name !== 'upgradeInbound') return Reflect.get(target, name) as unknown;
      const upgrade: Upgrader['upgradeInbound'] = async (connection, options) => {
        if (!admits(connection)) throw tooMany;
        await target.upgradeInbound(connection, options);
      };
      return upgrade;
    },
  });
}

/** Made once: a stack trace for each of a flood would cost more than the rest of it. */
const tooMany = new ComityError('too-many-strangers', 'There are too many connections by strangers.');
