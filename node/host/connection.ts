import type { Connection } from '@libp2p/interface';
import { ComityError } from '../../protocol/errors.ts';
import { type FrameStream, frameStream } from '../../protocol/frames.ts';
import { PROTOCOLS, type ProtocolName } from '../../protocol/ids.ts';
import { FRAME_BYTES_MAX, SIZES } from '../../protocol/limits.ts';
import { sealedBytes } from '../../protocol/session/padding.ts';

/** One Noise connection with a PeerId that was admitted when it opened. */
export interface PeerConnection {
  readonly id: string;
  readonly peerId: string;
  readonly dialler: 'own' | 'partner';
  /** Resolves when it is over, whoever ended it and however. */
  readonly closed: Promise<void>;
  /** Opens the own stream of a protocol. @throws ComityError `channel-closed` */
  open(protocol: ProtocolName): Promise<FrameStream>;
  /** Ends it after what was written has left, or after a short time. */
  close(): Promise<void>;
  /** Ends it now. */
  abort(error: Error): void;
}

export function peerConnection(connection: Connection): PeerConnection {
  const closed = new Promise<void>((resolve) => {
    connection.addEventListener('close', () => {
      resolve();
    });
    if (connection.status !== 'open') resolve();
  });
  return {
    id: connection.id,
    peerId: connection.remotePeer.toString(),
    dialler: connection.direction === 'outbound' ? 'own' : 'partner',
    closed,
    async open(protocol) {
      try {
        const stream = await connection.newStream(PROTOCOLS[protocol]);
        return frameStream(stream, { frameBytesMax: wireBytesMax(protocol) });
      } catch (cause) {
        const sentence = 'The partner did not take a stream of this protocol.';
        throw new ComityError('channel-closed', sentence, { cause, details: { protocol } });
      }
    },
    async close() {
      await connection.close().catch((error: unknown) => {
        connection.abort(error instanceof Error ? error : new Error('closing failed', { cause: error }));
      });
    },
    abort: (error) => {
      connection.abort(error);
    },
  };
}

/** The largest frame of a protocol on the wire: sealed, or a `Hello` in clear. */
export function wireBytesMax(protocol: ProtocolName): number {
  return Math.max(sealedBytes(FRAME_BYTES_MAX[protocol]), SIZES.helloBytesMax);
}
