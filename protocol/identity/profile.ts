import { type Codec, defineCodec } from '../codec.ts';
import type { Urgency } from '../convention/instrument.ts';
import type { Extension } from '../extension.ts';
import { digest } from '../hash.ts';
import { TAGS } from '../ids.ts';
import { COUNTS, SIZES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import { rejection } from '../rejection.ts';
import { demand, listOut, opaqueIn } from '../shape.ts';
import type { Fields, Hex, Time } from '../value.ts';
import type { Desk } from './desk.ts';
import { type Key, keyById } from './key.ts';
import { assertStrongKey, keyIdOf, type Signature, type Signer, verifySignature } from './keys.ts';
import type { NodeEntry } from './node-entry.ts';
import { profileCodec } from './profile-codec.ts';
import { signatureIn, signatureOut } from './signed.ts';

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
  readonly stateKeyHistory: readonly Key[];
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

/** A profile as it is passed on: its bytes, signed by the State key, at a change of it by the old one too. */
export interface SignedProfile {
  readonly profile: Uint8Array;
  readonly signatures: readonly Signature[];
}

export interface OpenedProfile {
  readonly profile: Profile;
  readonly digest: Hex;
  /** The `SignedProfile`, encoded: what is stored and passed on. */
  readonly bytes: Uint8Array;
  /** Ids of the State keys whose signatures hold: always the profile's own, at a change the old one too. */
  readonly signedBy: readonly Hex[];
}

export const signedProfileCodec: Codec<SignedProfile> = defineCodec({
  name: 'SignedProfile',
  message: comity.SignedProfile,
  bytesMax: SIZES.signedProfileBytesMax,
  toWire: signedProfileOut,
  fromWire: signedProfileIn,
});

/**
 * Signs with the State key, and at a change of it with the old one behind it. @throws ComityError `malformed`
 */
export function signProfile(profile: Profile, ...signers: readonly Signer[]): SignedProfile {
  const bytes = profileCodec.encode(profile);
  return { profile: bytes, signatures: signers.map((signer) => signer.sign(TAGS.signProfile, bytes)) };
}

/**
 * Opens a profile that vouches for itself: the State key in it has signed it, and every key in it is strong.
 * Whether that State key is the one to trust, the caller decides (`succeeds`).
 *
 * @throws ComityError `unauthentic`, `unknown-suite`, `unknown-version`, `critical-extension`, `malformed`,
 * `too-large`.
 */
export function openProfile(source: Uint8Array | SignedProfile): OpenedProfile {
  const signed = source instanceof Uint8Array ? signedProfileCodec.decode(source) : source;
  const bytes = source instanceof Uint8Array ? source : signedProfileCodec.encode(source);
  const profile = profileCodec.decode(signed.profile);
  const signedBy = signed.signatures.map((signature) => verifyState(profile, signed.profile, signature));
  if (!signedBy.includes(keyIdOf(profile.stateKey.publicKey))) {
    throw rejection('unauthentic', { where: 'profile', why: 'the State key has not signed it' });
  }
  for (const key of keysOf(profile)) assertStrongKey(key.publicKey);
  return { profile, digest: profileDigest(signed.profile), bytes, signedBy };
}

/** SHA-256(tag, profile bytes): without the signatures, which may differ. */
export function profileDigest(profileBytes: Uint8Array): Hex {
  return digest(TAGS.profile, profileBytes);
}

function verifyState(profile: Profile, bytes: Uint8Array, signature: Signature): Hex {
  const key = keyById([profile.stateKey, ...profile.stateKeyHistory], signature.keyId);
  if (key) assertStrongKey(key.publicKey);
  if (!key || !verifySignature(key.publicKey, TAGS.signProfile, signature, bytes)) {
    throw rejection('unauthentic', { where: 'profile', why: 'a signature does not hold' });
  }
  return signature.keyId;
}

function keysOf(profile: Profile): Key[] {
  const { stateKeyHistory, desks, node } = profile;
  return [...stateKeyHistory, ...desks.flatMap((desk) => desk.keys), ...node.receiptKeys, ...node.recordKeys];
}

export function signedProfileOut(signed: SignedProfile): comity.SignedProfile.$Properties {
  const { profile, signatures } = signed;
  demand(profile.length > 0, 'profile', 'is missing');
  demand(signatures.length > 0, 'signatures', 'is missing');
  return {
    profile,
    signatures: listOut(signatures, COUNTS.profileSignatures, 'signatures', signatureOut),
  };
}

export function signedProfileIn(wire: comity.SignedProfile.$Properties): SignedProfile {
  return { profile: opaqueIn(wire.profile), signatures: (wire.signatures ?? []).map(signatureIn) };
}
