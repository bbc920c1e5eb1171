import { publicKeyFromRaw } from '@libp2p/crypto/keys';
import { peerIdFromPublicKey, peerIdFromString } from '@libp2p/peer-id';
import { ComityError } from '../../protocol/errors.ts';

/** The usual text of the PeerId of an Ed25519 node key: `12D3KooW…`. */
export function peerIdOf(publicKey: Uint8Array): string {
  return peerIdFromPublicKey(publicKeyFromRaw(publicKey)).toString();
}

/** The multihash of a PeerId, as profiles carry it. @throws ComityError `bad-peer-id` */
export function peerIdToBytes(peerId: string): Uint8Array {
  return parse(peerId).toMultihash().bytes;
}

/** The text of a multihash from a profile. @throws ComityError `bad-peer-id` */
export function peerIdFromBytes(multihash: Uint8Array): string {
  const key = ed25519Key(multihash);
  if (key === undefined) throw badPeerId();
  return peerIdOf(key);
}

/** An Ed25519 key stands in its PeerId as it is: identity hash of a protobuf with type 1 and 32 bytes. */
const PREFIX = Buffer.from('002408011220', 'hex');
const KEY_BYTES = 32;

function ed25519Key(multihash: Uint8Array): Uint8Array | undefined {
  if (multihash.length !== PREFIX.length + KEY_BYTES) return undefined;
  return PREFIX.equals(multihash.subarray(0, PREFIX.length)) ? multihash.subarray(PREFIX.length) : undefined;
}

function parse(text: string): ReturnType<typeof peerIdFromString> {
  try {
    const peerId = peerIdFromString(text);
    if (peerId.type === 'Ed25519') return peerId;
  } catch (cause) {
    throw badPeerId(cause);
  }
  throw badPeerId();
}

function badPeerId(cause?: unknown): ComityError {
  const sentence = 'That is not the PeerId of an Ed25519 key: it should look like 12D3KooW….';
  return new ComityError('bad-peer-id', sentence, { cause });
}
