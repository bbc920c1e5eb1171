import { defineCodec } from '../codec.ts';
import { type SignedProfile, signedProfileIn, signedProfileOut } from '../identity/profile.ts';
import { COUNTS, FRAME_BYTES_MAX } from '../limits.ts';
import { comity } from '../protobuf.ts';
import { type ProfileVersion, profileVersionIn, profileVersionsOut } from '../session/link-state.ts';
import { digestsOut, hexesIn, missing, present } from '../shape.ts';
import type { Hex } from '../value.ts';

/**
 * One frame of /comity/directory/1: what this side has, what it lacks, what it gives, and that it has given
 * all.
 */
export type DirectoryFrame =
  | { readonly kind: 'inventory'; readonly profiles: readonly ProfileVersion[] }
  | { readonly kind: 'want'; readonly digests: readonly Hex[] }
  | { readonly kind: 'profile'; readonly profile: SignedProfile }
  | { readonly kind: 'done' };

/** @throws ComityError `malformed`, `too-large` or `unknown-suite`. */
export const directoryFrameCodec = defineCodec<
  DirectoryFrame,
  comity.DirectoryFrame.$Properties,
  comity.DirectoryFrame
>({
  name: 'DirectoryFrame',
  message: comity.DirectoryFrame,
  bytesMax: FRAME_BYTES_MAX.directory,
  fieldsMax: 8192,
  toWire: (frame) => {
    switch (frame.kind) {
      case 'inventory':
        return { inventory: { profiles: profileVersionsOut(frame.profiles, 'inventory') } };
      case 'want':
        return { want: { digests: digestsOut(frame.digests, COUNTS.wantedProfiles, 'want') } };
      case 'profile':
        return { profile: signedProfileOut(frame.profile) };
      case 'done':
        return { done: {} };
    }
  },
  fromWire: (wire) => {
    switch (wire.kind ?? 'none') {
      case 'inventory':
        return { kind: 'inventory', profiles: (wire.inventory?.profiles ?? []).map(profileVersionIn) };
      case 'want':
        return { kind: 'want', digests: hexesIn(wire.want?.digests) };
      case 'profile':
        return { kind: 'profile', profile: signedProfileIn(present(wire.profile, 'profile')) };
      case 'done':
        return { kind: 'done' };
      case 'none':
        return missing('frame');
    }
  },
});
