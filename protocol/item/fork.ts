import { type Codec, defineCodec } from '../codec.ts';
import { deskKey } from '../identity/desk.ts';
import { type Signature, verifySignature } from '../identity/keys.ts';
import {
  type OpenedProfile,
  openProfile,
  type SignedProfile,
  signedProfileIn,
  signedProfileOut,
} from '../identity/profile.ts';
import { signatureIn, signatureOut } from '../identity/signed.ts';
import { TAGS } from '../ids.ts';
import { SIZES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import { rejection } from '../rejection.ts';
import { demand, opaqueIn, present } from '../shape.ts';
import type { Hex } from '../value.ts';
import { type Header, headerCodec, itemIdOf } from './header.ts';

/** A header with what shows whose it is. */
export interface SignedHeader {
  readonly headerBytes: Uint8Array;
  readonly authority: Signature;
  /** The profile that the header pins for its sender. */
  readonly profile: SignedProfile;
}

/**
 * Two items of one party for one place of its chain in one case: it has written two histories. Ascending by
 * item id, so that the proof of one deed is the same everywhere. It holds no act and no body.
 */
export interface Fork {
  readonly first: SignedHeader;
  readonly second: SignedHeader;
}

export const forkCodec: Codec<Fork> = defineCodec({
  name: 'Fork',
  message: comity.Fork,
  bytesMax: 2 * (SIZES.headerBytesMax + SIZES.signatureBytesMax + SIZES.signedProfileBytesMax + 32),
  fieldsMax: 64,
  toWire: ({ first, second }: Fork): comity.Fork.$Properties => {
    const ascends = itemIdOf(first.headerBytes) < itemIdOf(second.headerBytes);
    demand(ascends, 'fork', 'must hold two headers, ascending by item id');
    return { first: headerOut(first, 'fork.first'), second: headerOut(second, 'fork.second') };
  },
  fromWire: (wire: comity.Fork.$Properties) => ({
    first: headerIn(present(wire.first, 'fork.first'), 'fork.first'),
    second: headerIn(present(wire.second, 'fork.second'), 'fork.second'),
  }),
});

function headerOut(signed: SignedHeader, where: string): comity.SignedHeader.$Properties {
  demand(signed.headerBytes.length > 0, where, 'has no header');
  return {
    header: signed.headerBytes,
    authority: signatureOut(signed.authority, where),
    profile: signedProfileOut(signed.profile),
  };
}

function headerIn(wire: comity.SignedHeader.$Properties, where: string): SignedHeader {
  return {
    headerBytes: opaqueIn(wire.header),
    authority: signatureIn(present(wire.authority, `${where}.authority`)),
    profile: signedProfileIn(present(wire.profile, `${where}.profile`)),
  };
}

/** The proof made of two signed headers, in whichever order. */
export function forkOf(one: SignedHeader, other: SignedHeader): Fork {
  const ascends = itemIdOf(one.headerBytes) < itemIdOf(other.headerBytes);
  return ascends ? { first: one, second: other } : { first: other, second: one };
}

/** What a fork proves: these two items, by the State keys of these two profiles, which may be one. */
export interface OpenedFork {
  readonly header: Header;
  readonly items: readonly [Hex, Hex];
  readonly profiles: readonly [OpenedProfile, OpenedProfile];
}

/**
 * Verifies a proof by itself alone, without a node: each header is signed by an authority of the profile that
 * it pins, and both claim one place of one chain. Whose State key that is, the reader compares by its
 * fingerprint.
 *
 * @throws ComityError `unauthentic` if it proves nothing, and what the codecs and `openProfile` throw.
 */
export function openFork(bytes: Uint8Array): OpenedFork {
  const { first, second } = forkCodec.decode(bytes);
  const [one, other] = [openHeader(first), openHeader(second)];
  const [a, b] = [one.header, other.header];
  const samePlace =
    a.network === b.network &&
    a.sender.party === b.sender.party &&
    a.caseId === b.caseId &&
    a.sequence === b.sequence;
  if (!samePlace) throw rejection('unauthentic', { where: 'fork', why: 'the two have different places' });
  const items = [itemIdOf(first.headerBytes), itemIdOf(second.headerBytes)] as const;
  return { header: a, items, profiles: [one.profile, other.profile] };
}

function openHeader({ headerBytes, authority, profile: signed }: SignedHeader) {
  const header = headerCodec.decode(headerBytes);
  const profile = openProfile(signed);
  const { sender, senderProfile, createdAt, network } = header;
  const { party, desks, network: ofProfile } = profile.profile;
  const key = deskKey(desks, sender.authority, authority.keyId, createdAt);
  const holds =
    profile.digest === senderProfile &&
    party === sender.party &&
    ofProfile === network &&
    key !== undefined &&
    verifySignature(key.publicKey, TAGS.signHeader, authority, headerBytes);
  if (!holds) throw rejection('unauthentic', { where: 'fork', why: 'a header is not its sender’s' });
  return { header, profile };
}
