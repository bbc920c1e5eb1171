import { type Codec, defineCodec } from '../codec.ts';
import type { Urgency } from '../convention/instrument.ts';
import type { Extension } from '../extension.ts';
import { digest } from '../hash.ts';
import { TAGS } from '../ids.ts';
import { SIZES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import { rejection } from '../rejection.ts';
import { demand, opaqueIn, present } from '../shape.ts';
import type { Fields, Hex, Time } from '../value.ts';
import type { Desk } from './desk.ts';
import type { Key } from './key.ts';
import { assertStrongKey, type Signature, type Signer, verifySignature } from './keys.ts';
import { type NodeEntry, verifyPossession } from './node-entry.ts';
import { profileCodec } from './profile-codec.ts';
import { signatureIn, signatureOut } from './signed.ts';
import { type FormerStateKey, verifyHandovers } from './state-key.ts';

/** What a party says of itself, for all to read. */
export interface Profile {
  readonly network: string;
  /** ISO 3166 code, or code and suffix for a party of a State: `GD`, `GD-RGPF`. */
  readonly party: string;
  readonly kind: 'state' | 'regional_organization';
  readonly names: readonly { readonly language: string; readonly text: string }[];
  /** Strictly increasing, from 1. */
  readonly version: number;
  /** Digest of the version before; absent in the first. */
  readonly previous?: Hex;
  /** Digests, ascending, of two profiles of one version between which this one decides. */
  readonly supersedes: readonly Hex[];
  readonly issuedAt: Time;
  readonly validFrom: Time;
  readonly validUntil: Time;
  readonly stateKey: Key;
  /** The oldest first. */
  readonly stateKeyHistory: readonly FormerStateKey[];
  readonly desks: readonly Desk[];
  readonly node: NodeEntry;
  /** Ascending by digest. */
  readonly instruments: readonly InstrumentReference[];
  readonly periods: readonly Period[];
  readonly acceptance: Acceptance;
  /** Designations, declarations, reservations: register, section 4. */
  readonly declarations: Fields;
  /** Salted digest of the section that is given to chosen partners only. */
  readonly restricted?: Hex;
  readonly extensions: readonly Extension[];
}

export interface InstrumentReference {
  readonly id: string;
  readonly version: string;
  readonly digest: Hex;
}

export interface Period {
  readonly timer: string;
  /** Absent: every urgency. */
  readonly urgency?: Urgency;
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'days';
}

export interface Acceptance {
  readonly languages: readonly string[];
  readonly itemBytesMax: number;
  readonly attachmentBytesMax: number;
  readonly channels: readonly string[];
}

/** A profile as it is passed on: its bytes, signed by the State key in it. */
export interface SignedProfile {
  readonly profile: Uint8Array;
  readonly signature: Signature;
}

export interface OpenedProfile {
  readonly profile: Profile;
  readonly digest: Hex;
  /** The `SignedProfile`, encoded: what is stored and passed on. */
  readonly bytes: Uint8Array;
}

export const signedProfileCodec: Codec<SignedProfile> = defineCodec({
  name: 'SignedProfile',
  message: comity.SignedProfile,
  bytesMax: SIZES.signedProfileBytesMax,
  toWire: signedProfileOut,
  fromWire: signedProfileIn,
});

/** Signs with the State key. @throws ComityError `malformed` */
export function signProfile(profile: Profile, stateKey: Signer): SignedProfile {
  const bytes = profileCodec.encode(profile);
  return { profile: bytes, signature: stateKey.sign(TAGS.signProfile, bytes) };
}

/**
 * Opens a profile that vouches for itself: the State key in it has signed it, the node keys behind its
 * PeerIds have said whose they are, each handover of a State key holds, and every key in it is strong.
 * Whether that State key is the one to trust, the caller decides (`successorsOf`).
 *
 * @throws ComityError `unauthentic`, `unknown-suite`, `unknown-version`, `critical-extension`, `malformed`,
 * `too-large`.
 */
export function openProfile(source: Uint8Array | SignedProfile): OpenedProfile {
  const signed = source instanceof Uint8Array ? signedProfileCodec.decode(source) : source;
  const bytes = source instanceof Uint8Array ? source : signedProfileCodec.encode(source);
  const profile = profileCodec.decode(signed.profile);
  const stateKey = profile.stateKey.publicKey;
  assertStrongKey(stateKey);
  if (!verifySignature(stateKey, TAGS.signProfile, signed.signature, signed.profile)) {
    throw rejection('unauthentic', { where: 'profile', why: 'the State key has not signed it' });
  }
  verifyPossession(profile.node, profile);
  verifyHandovers(profile);
  for (const key of keysOf(profile)) assertStrongKey(key.publicKey);
  return { profile, digest: profileDigest(signed.profile), bytes };
}

/** SHA-256(tag, profile bytes): without the signature. */
export function profileDigest(profileBytes: Uint8Array): Hex {
  return digest(TAGS.profile, profileBytes);
}

/** Keys of desks and node, of whatever time. */
export function keysOf({ desks, node }: Profile): Key[] {
  return [...desks.flatMap((desk) => desk.keys), ...node.receiptKeys, ...node.recordKeys];
}

export function signedProfileOut(signed: SignedProfile): comity.SignedProfile.$Properties {
  const { profile, signature } = signed;
  demand(profile.length > 0, 'profile', 'is missing');
  return { profile, signature: signatureOut(signature, 'signature') };
}

export function signedProfileIn(wire: comity.SignedProfile.$Properties): SignedProfile {
  return {
    profile: opaqueIn(wire.profile),
    signature: signatureIn(present(wire.signature, 'signature')),
  };
}
