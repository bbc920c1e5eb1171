import type { ConnectionGater, MultiaddrConnection, PeerId } from '@libp2p/interface';
import { WINDOWS } from '../../protocol/limits.ts';
import { guardConnection } from './connection-guard.ts';
import type { PendingConnections } from './pending-connections.ts';

export interface GaterDependencies {
  /** Whether a PeerId stands in the current profile of a pinned, not suspended party. */
  readonly isAdmitted: (peerId: string) => boolean;
  /** How many connections are open with this PeerId now. */
  readonly connectionsWith: (peerId: string) => number;
  /** Whether this partner has to wait before it may connect again. */
  readonly isHeldOff: (peerId: string) => boolean;
  /** Told of who has proved to have a PeerId that is not admitted. */
  readonly denied: (peerId: string) => void;
  readonly pending: PendingConnections;
  /** Monotonic, in ms. */
  readonly now: () => number;
}

/**
 * Who may connect: asked before a stranger may send a byte, and again before any stream can open, whoever
 * dialled.
 */
export function createGater(dependencies: GaterDependencies): ConnectionGater {
  const { isAdmitted, connectionsWith, isHeldOff, denied, pending, now } = dependencies;
  const dialled = new WeakMap<MultiaddrConnection, () => void>();
  const deniesPeer = (peerId: PeerId): boolean => !isAdmitted(peerId.toString());
  const deniesConnection = (peerId: PeerId): boolean =>
    deniesPeer(peerId) || connectionsWith(peerId.toString()) >= WINDOWS.connectionsMax;
  return {
    denyDialPeer: deniesPeer,
    // The default would refuse addresses of private networks, where many a ministry's node stands.
    denyDialMultiaddr: () => false,
    denyInboundConnection: (connection) => {
      prepare(connection);
      return false;
    },
    denyOutboundConnection: (peerId, connection) => {
      prepare(connection);
      dialled.set(connection, guardConnection(connection, now));
      return deniesPeer(peerId);
    },
    denyInboundEncryptedConnection: (peerId, connection) => {
      pending.release(connection);
      if (deniesPeer(peerId)) denied(peerId.toString());
      return deniesConnection(peerId) || isHeldOff(peerId.toString());
    },
    denyOutboundEncryptedConnection: (peerId, connection) => {
      dialled.get(connection)?.();
      return deniesConnection(peerId);
    },
    denyInboundUpgradedConnection: deniesPeer,
    denyOutboundUpgradedConnection: deniesPeer,
    denyInboundRelayReservation: () => true,
    denyOutboundRelayedConnection: () => true,
    denyInboundRelayedConnection: () => true,
  };
}

/** Of a connection that libp2p made of a socket, the method that writes to the socket. */
interface WritingConnection extends MultiaddrConnection {
  sendData(pieces: Iterable<Uint8Array>): unknown;
}

/** libp2p's list of bytes: several pieces, or, copied together, one. */
interface Pieces extends Iterable<Uint8Array> {
  subarray(): Uint8Array;
}

/**
 * libp2p would keep what a peer does not read for ever. And it writes the length of each Noise message and
 * its bytes one after the other, which are two system calls and often two packets: here they go together.
 */
function prepare(connection: MultiaddrConnection): void {
  connection.maxReadBufferLength = WINDOWS.readBytesMax;
  connection.maxWriteBufferLength = WINDOWS.writeBytesMax;
  const writing = connection as WritingConnection;
  const send = writing.sendData.bind(writing);
  writing.sendData = (pieces) => send([(pieces as Pieces).subarray()]);
}
