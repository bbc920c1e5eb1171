import { type Codec, defineCodec } from '../codec.ts';
import { SIZES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import { demand, opaqueIn, present } from '../shape.ts';
import { profileCodec } from './profile-codec.ts';
import { type Profile, type SignedProfile, signedProfileIn, signedProfileOut } from './profile.ts';

/**
 * What a node wants its State key to sign, as a file that travels to where the State key is: the next version
 * of the profile, and the one before it, so that whoever signs can see what changes.
 */
export interface ProfileDraft {
  readonly profile: Profile;
  readonly before: SignedProfile;
}

/** @throws ComityError `malformed`, `too-large`, `unknown-version`, … */
export const profileDraftCodec: Codec<ProfileDraft> = defineCodec({
  name: 'ProfileDraft',
  message: comity.ProfileDraft,
  bytesMax: 2 * SIZES.signedProfileBytesMax + 16,
  fieldsMax: 64,
  toWire: ({ profile, before }: ProfileDraft): comity.ProfileDraft.$Properties => ({
    profile: profileCodec.encode(profile),
    before: signedProfileOut(before),
  }),
  fromWire: (wire: comity.ProfileDraft.$Properties) => {
    const bytes = opaqueIn(wire.profile);
    demand(bytes.length > 0, 'draft.profile', 'is missing');
    return {
      profile: profileCodec.decode(bytes),
      before: signedProfileIn(present(wire.before, 'draft.before')),
    };
  },
});
