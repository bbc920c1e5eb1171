import { type Codec, defineCodec } from '../codec.ts';
import { SIZES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import { rejection } from '../rejection.ts';
import { demand, present } from '../shape.ts';
import {
  type OpenedProfile,
  openProfile,
  profileDigest,
  type SignedProfile,
  signedProfileIn,
  signedProfileOut,
} from './profile.ts';
import { successorsOf } from './state-key.ts';

/**
 * Two different profiles of one party and version, both signed by its State key: it has said different things
 * to different partners. Ascending by digest, so that the proof of one deed is the same everywhere.
 */
export interface Contradiction {
  readonly first: SignedProfile;
  readonly second: SignedProfile;
}

export const contradictionCodec: Codec<Contradiction> = defineCodec({
  name: 'Contradiction',
  message: comity.Contradiction,
  bytesMax: 2 * SIZES.signedProfileBytesMax + 16,
  fieldsMax: 64,
  toWire: ({ first, second }: Contradiction): comity.Contradiction.$Properties => {
    const [one, other] = [profileDigest(first.profile), profileDigest(second.profile)];
    demand(one < other, 'contradiction', 'must hold two profiles, ascending by digest');
    return { first: signedProfileOut(first), second: signedProfileOut(second) };
  },
  fromWire: (wire: comity.Contradiction.$Properties) => ({
    first: signedProfileIn(present(wire.first, 'contradiction.first')),
    second: signedProfileIn(present(wire.second, 'contradiction.second')),
  }),
});

/** The proof made of two signed profiles, in whichever order. @throws ComityError `malformed` */
export function contradictionOf(one: SignedProfile, other: SignedProfile): Contradiction {
  const ascends = profileDigest(one.profile) < profileDigest(other.profile);
  return ascends ? { first: one, second: other } : { first: other, second: one };
}

/**
 * Verifies a proof by itself alone, without a node: both profiles are authentic, of one network, party and
 * version, and by one State key, or by two of which the one has handed over to the other. Whose State key it
 * is, the reader compares by its fingerprint.
 *
 * @throws ComityError `unauthentic` if it proves nothing, and what `openProfile` throws.
 */
export function openContradiction(bytes: Uint8Array): readonly [OpenedProfile, OpenedProfile] {
  const { first, second } = contradictionCodec.decode(bytes);
  const [one, other] = [openProfile(first), openProfile(second)];
  const [a, b] = [one.profile, other.profile];
  const sameKey =
    successorsOf(a.stateKey.publicKey, b) !== undefined ||
    successorsOf(b.stateKey.publicKey, a) !== undefined;
  if (a.network !== b.network || a.party !== b.party || a.version !== b.version || !sameKey) {
    throw rejection('unauthentic', { where: 'contradiction', why: 'the two do not contradict each other' });
  }
  return [one, other];
}
