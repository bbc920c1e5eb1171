import { noise } from '@chainsafe/libp2p-noise';
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys';
import type { MessageStream, StreamMuxerFactory } from '@libp2p/interface';
import { tcp } from '@libp2p/tcp';
import { AbstractStreamMuxer } from '@libp2p/utils';
import { multiaddr } from '@multiformats/multiaddr';
import { createLibp2p } from 'libp2p';

/** Where a node is, and the key that it must have. */
export interface Target {
  readonly peerId: string;
  readonly addresses: readonly string[];
}

/** A connection on which Noise is done, and on which all that follows is what a test writes. */
export interface MuxedWire {
  /** One Noise message. False when the other side does not keep up. */
  send(bytes: Uint8Array): boolean;
  /** Resolves when there is room again, or nothing more can be sent. */
  room(): Promise<void>;
  /** Stops reading whatever the other side sends. */
  deafen(): void;
  readonly alive: boolean;
  /** Resolves when it is over. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** A muxer that opens nothing and answers nothing. */
class SilentMuxer extends AbstractStreamMuxer {
  onData(): void {
    // What the other side says is of no interest.
  }

  override onCreateStream(): never {
    throw new Error('nothing is opened here');
  }
}

/** Dials a node with a node key of the caller's. */
export async function openMuxedWire(seed: Uint8Array, to: Target): Promise<MuxedWire> {
  const opened = Promise.withResolvers<MessageStream>();
  const factory: StreamMuxerFactory = {
    protocol: '/yamux/1.0.0',
    createStreamMuxer: (stream) => {
      opened.resolve(stream);
      return new SilentMuxer(stream, { protocol: '/yamux/1.0.0', name: 'silent' });
    },
  };
  const libp2p = await createLibp2p({
    privateKey: await generateKeyPairFromSeed('Ed25519', seed),
    addresses: { listen: [] },
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [() => factory],
  });
  try {
    const targets = to.addresses.map((address) => multiaddr(`${address}/p2p/${to.peerId}`));
    const connection = await libp2p.dial(targets, { force: true });
    const stream = await opened.promise;
    const over = Promise.withResolvers<undefined>();
    connection.addEventListener('close', () => {
      over.resolve(undefined);
    });
    if (connection.status !== 'open') over.resolve(undefined);
    return {
      send: (bytes) => stream.send(bytes),
      room: async () => {
        const drained = Promise.withResolvers<undefined>();
        stream.addEventListener('drain', () => {
          drained.resolve(undefined);
        });
        await Promise.race([drained.promise, over.promise]);
      },
      deafen: () => {
        stream.pause();
      },
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

/** The types of a yamux frame, and its flags. */
export const YAMUX = {
  data: 0,
  windowUpdate: 1,
  ping: 2,
  goAway: 3,
  syn: 1,
  ack: 2,
  fin: 4,
  rst: 8,
} as const;

/** The header of a yamux frame, right or wrong; of a data frame `length` bytes are announced. */
export function yamuxHeader(
  type: number,
  { flags = 0, stream = 0, length = 0 }: { flags?: number; stream?: number; length?: number } = {},
): Buffer {
  const header = Buffer.alloc(12);
  header[1] = type;
  header.writeUInt16BE(flags, 2);
  header.writeUInt32BE(stream, 4);
  header.writeUInt32BE(length, 8);
  return header;
}
