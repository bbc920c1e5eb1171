import { isHex, toHex } from '../hash.ts';
import { COUNTS } from '../limits.ts';
import type { comity } from '../protobuf.ts';
import { TAGS } from '../ids.ts';
import { rejection } from '../rejection.ts';
import { bytesOut, demand, hexIn, ifGiven, lineOut, listOut, present, textIn } from '../shape.ts';
import type { Hex } from '../value.ts';
import { type Key, keyIn, keysOut } from './key.ts';
import { assertStrongKey, type Signature, type Signer, verifySignature } from './keys.ts';
import { signatureIn, signatureOut } from './signed.ts';

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
  /** The key of `peerId` says that it is this party's: nobody can name the PeerId of another. */
  readonly possession: Signature;
  /** The same by the key of `nextPeerId`; there if that is. */
  readonly nextPossession?: Signature;
}

/** Whose node it is. */
export interface NodeOwner {
  readonly network: string;
  readonly party: string;
}

/** Identity multihash of a libp2p public key of type Ed25519; the key's 32 bytes follow. */
const peerIdPrefix = '002408011220';

/** The PeerId of a node key, as profiles carry it. */
export function peerIdOfKey(publicKey: Uint8Array): Hex {
  return `${peerIdPrefix}${toHex(publicKey)}`;
}

/** What the node key signs, so that a profile may name its PeerId. */
export function provePossession(nodeKey: Signer, { network, party }: NodeOwner): Signature {
  return nodeKey.sign(TAGS.signNode, network, party);
}

/** The present and the announced PeerId are of keys that said so. @throws ComityError `unauthentic` */
export function verifyPossession(node: NodeEntry, { network, party }: NodeOwner): void {
  const { peerId, possession, nextPeerId, nextPossession } = node;
  for (const [named, proof] of [
    [peerId, possession],
    [nextPeerId, nextPossession],
  ] as const) {
    if (named === undefined || proof === undefined) continue;
    const key = named.slice(peerIdPrefix.length);
    assertStrongKey(key);
    if (!verifySignature(key, TAGS.signNode, proof, network, party)) {
      throw rejection('unauthentic', { where: 'profile.node', why: 'the node key has not signed it' });
    }
  }
}

export function nodeOut(node: NodeEntry): comity.Node.$Properties {
  const { nextPeerId, nextPossession } = node;
  const where = 'profile.node.nextPossession';
  demand((nextPeerId === undefined) === (nextPossession === undefined), where, 'contradicts nextPeerId');
  demand(nextPeerId !== node.peerId, 'profile.node.nextPeerId', 'is the present one');
  return {
    peerId: peerIdOut(node.peerId, 'profile.node.peerId'),
    ...(nextPeerId !== undefined && { nextPeerId: peerIdOut(nextPeerId, 'profile.node.nextPeerId') }),
    receiptKeys: keysOut(node.receiptKeys, 'profile.node.receiptKeys'),
    recordKeys: keysOut(node.recordKeys, 'profile.node.recordKeys'),
    addresses: listOut(node.addresses, COUNTS.addresses, 'profile.node.addresses', lineOut),
    dialable: node.dialable,
    possession: signatureOut(node.possession, 'profile.node.possession'),
    ...(nextPossession !== undefined && { nextPossession: signatureOut(nextPossession, where) }),
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
    possession: signatureIn(present(wire.possession, 'profile.node.possession')),
    ...ifGiven('nextPossession', wire.nextPossession ?? undefined, signatureIn),
  };
}
