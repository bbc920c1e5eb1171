import { noise } from '@chainsafe/libp2p-noise';
import type { ConnectionGater, PrivateKey, Transport } from '@libp2p/interface';
import { FaultTolerance } from '@libp2p/interface';
import { tcp, type TCPOptions } from '@libp2p/tcp';
import { yamux } from '@libp2p/yamux';
import type { Libp2pOptions } from 'libp2p';
import { TIMES, WINDOWS } from '../../protocol/limits.ts';
import { guardedMuxer } from './guarded-muxer.ts';
import type { HostLimits } from './host-limits.ts';

export interface StackOptions {
  readonly privateKey: PrivateKey;
  /** Multiaddrs, `/ip4/0.0.0.0/tcp/4001`. */
  readonly listen: readonly string[];
  readonly gater: ConnectionGater;
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
  const { privateKey, listen, gater, limits } = options;
  const muxer = yamux(yamuxSettings());
  const transport = tcp(tcpSettings(limits));
  return {
    start: false,
    privateKey,
    addresses: { listen: [...listen], announce: [], noAnnounce: [] },
    transports: [(components) => reportListenErrors(transport(components), options.onListenError)],
    connectionEncrypters: [noise()],
    streamMuxers: [() => guardedMuxer(muxer())],
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

/** libp2p folds these errors into one text; their codes are what an operator's sentence is chosen by. */
function reportListenErrors(transport: Transport, onError: (error: unknown) => void): Transport {
  const createListener = transport.createListener.bind(transport);
  transport.createListener = (options) => {
    const listener = createListener(options);
    const listen = listener.listen.bind(listener);
    listener.listen = async (address) => {
      try {
        await listen(address);
      } catch (error) {
        onError(error);
        throw error;
      }
    };
    return listener;
  };
  return transport;
}
