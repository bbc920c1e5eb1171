import { profileCodec } from '../../protocol/identity/profile-codec.ts';
import { type Profile, profileDigest, signedProfileCodec } from '../../protocol/identity/profile.ts';
import type { Hex } from '../../protocol/value.ts';

/** A profile that this node relies on, now or for what was signed under it. */
export interface KnownProfile {
  readonly party: string;
  readonly version: number;
  readonly digest: Hex;
  /** The signed profile, encoded, as it is passed on. */
  readonly bytes: Uint8Array;
  /** Of its node, the announced one included: looked up for every connection. */
  readonly peerIds: readonly Hex[];
  /** Decoded when it is asked for, and forgotten when many others were. */
  readonly profile: Profile;
}

/** Decoded, a profile takes many times its bytes. All that are in use fit; a flood of them does not. */
const DECODED_BYTES_MAX = 4 * 1024 * 1024;

const decoded = new Map<Hex, { readonly profile: Profile; readonly size: number }>();
let decodedBytes = 0;

/**
 * @param source a signed profile that was verified when it came, and is not verified again. A copy is kept:
 * it may be a small part of a buffer that many frames have shared.
 * @param facts what else is known of it
 */
export function knownProfile<Facts extends object>(source: Uint8Array, facts: Facts): KnownProfile & Facts {
  const bytes = new Uint8Array(source);
  const { profile: inner } = signedProfileCodec.decode(bytes);
  const digest = profileDigest(inner);
  const { party, version, node } = decode(digest, bytes);
  const peerIds = [node.peerId, ...(node.nextPeerId === undefined ? [] : [node.nextPeerId])];
  return {
    ...facts,
    ...{ party, version, digest, bytes, peerIds },
    get profile() {
      return decode(digest, bytes);
    },
  };
}

function decode(digest: Hex, bytes: Uint8Array): Profile {
  const held = decoded.get(digest);
  const entry = held ?? {
    profile: profileCodec.decode(signedProfileCodec.decode(bytes).profile),
    size: bytes.length,
  };
  // Deleting and setting anew keeps the map in order of use.
  decoded.delete(digest);
  decoded.set(digest, entry);
  if (held === undefined) forget((decodedBytes += entry.size) - DECODED_BYTES_MAX);
  return entry.profile;
}

function forget(excess: number): void {
  let left = excess;
  for (const [digest, { size }] of decoded) {
    if (left <= 0) return;
    decoded.delete(digest);
    decodedBytes -= size;
    left -= size;
  }
}
