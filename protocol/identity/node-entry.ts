import { isHex } from '../hash.ts';
import { COUNTS } from '../limits.ts';
import type { comity } from '../protobuf.ts';
import { bytesOut, demand, hexIn, ifGiven, lineOut, listOut, textIn } from '../shape.ts';
import type { Hex } from '../value.ts';
import { type Key, keyIn, keysOut } from './key.ts';

/** A party's node, as its profile names it. */
export interface NodeEntry {
  /** Bytes of the PeerId's multihash; its key is Ed25519. */
  readonly peerId: Hex;
  /** Admitted beside the first, ahead of a change of node key. */
  readonly nextPeerId?: Hex;
  readonly receiptKeys: readonly Key[];
  readonly recordKeys: readonly Key[];
  /** Multiaddrs without `/p2p`. */
  readonly addresses: readonly string[];
  readonly dialable: boolean;
}

/** Identity multihash of a libp2p public key of type Ed25519; the key's 32 bytes follow. */
const peerIdPrefix = '002408011220';

export function nodeOut(node: NodeEntry): comity.Node.$Properties {
  return {
    peerId: peerIdOut(node.peerId, 'profile.node.peerId'),
    ...(node.nextPeerId !== undefined && {
      nextPeerId: peerIdOut(node.nextPeerId, 'profile.node.nextPeerId'),
    }),
    receiptKeys: keysOut(node.receiptKeys, 'profile.node.receiptKeys'),
    recordKeys: keysOut(node.recordKeys, 'profile.node.recordKeys'),
    addresses: listOut(node.addresses, COUNTS.addresses, 'profile.node.addresses', lineOut),
    dialable: node.dialable,
  };
}

function peerIdOut(peerId: Hex, where: string): Uint8Array {
  demand(isHex(peerId, 38) && peerId.startsWith(peerIdPrefix), where, 'must be an Ed25519 PeerId');
  return bytesOut(peerId, 38, where);
}

export function nodeIn(wire: comity.Node.$Properties): NodeEntry {
  return {
    peerId: hexIn(wire.peerId),
    ...ifGiven('nextPeerId', wire.nextPeerId, hexIn),
    receiptKeys: (wire.receiptKeys ?? []).map(keyIn),
    recordKeys: (wire.recordKeys ?? []).map(keyIn),
    addresses: (wire.addresses ?? []).map(textIn),
    dialable: wire.dialable === true,
  };
}
