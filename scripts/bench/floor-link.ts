import { noise } from '@chainsafe/libp2p-noise';
import { tcp } from '@libp2p/tcp';
import { yamux } from '@libp2p/yamux';
import { createLibp2p } from 'libp2p';
import type { Libp2p } from 'libp2p';

/** The stream protocol between the two processes. */
export const FLOOR_PROTOCOL = '/comity/bench/floor/1';

/** Frames are groups of items or of receipts; the largest holds 64 items. */
export const FLOOR_FRAME_BYTES_MAX = 1024 * 1024;

export function createFloorHost(): Promise<Libp2p> {
  return createLibp2p({
    addresses: { listen: ['/ip4/127.0.0.1/tcp/0'] },
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
  });
}
