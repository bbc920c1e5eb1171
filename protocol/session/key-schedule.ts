import { hkdfSync } from 'node:crypto';
import { lengthPrefixed, sha256 } from '../hash.ts';
import { PROTOCOLS, type ProtocolName, TAGS } from '../ids.ts';

/** What both ends of a session know once both `Hello` are exchanged. PeerIds are in their usual text form. */
export interface SessionSecret {
  /** From ML-KEM-768: 32 bytes. */
  readonly shared: Uint8Array;
  /** Of both `Hello` as sent, the dialler's first. */
  readonly helloDigest: Uint8Array;
  readonly ownPeerId: string;
  readonly partnerPeerId: string;
}

export type Opener = 'own' | 'partner';

export interface ChannelKeys {
  readonly write: Uint8Array;
  readonly read: Uint8Array;
}

export function helloDigest(diallersHello: Uint8Array, othersHello: Uint8Array): Uint8Array {
  return sha256(TAGS.hello, lengthPrefixed(diallersHello, othersHello));
}

/**
 * The keys of one stream, one for each direction: HKDF-SHA256 of the ML-KEM secret without salt. No two
 * streams or directions of a session share a key, since a session has one stream of each protocol and opener.
 */
export function channelKeys(secret: SessionSecret, protocol: ProtocolName, opener: Opener): ChannelKeys {
  const { shared, ownPeerId, partnerPeerId } = secret;
  const openerPeerId = opener === 'own' ? ownPeerId : partnerPeerId;
  const key = (writerPeerId: string): Uint8Array => {
    const path = [PROTOCOLS[protocol], openerPeerId, writerPeerId];
    const info = lengthPrefixed(TAGS.deriveStream, ...path, secret.helloDigest);
    return new Uint8Array(hkdfSync('sha256', shared, '', info, 32));
  };
  return { write: key(ownPeerId), read: key(partnerPeerId) };
}
