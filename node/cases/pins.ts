import type { PinnedProfiles, ProfilePins } from '../../protocol/case/rulebook.ts';
import { declaredValue } from '../../protocol/convention/partner/party-profile.ts';
import type { Profile } from '../../protocol/identity/profile.ts';
import type { Hex } from '../../protocol/value.ts';

/** What the fold reads of the profiles that headers pin, from those that are on file. */
export function pinsFrom(byDigest: (digest: Hex) => Profile | undefined): PinnedProfiles {
  const made = new WeakMap<Profile, ProfilePins>();
  return (digest) => {
    const profile = byDigest(digest);
    if (profile === undefined) return undefined;
    const pins = made.get(profile) ?? pinsOf(profile);
    made.set(profile, pins);
    return pins;
  };
}

/** A period for one urgency goes before one for all. */
function pinsOf(profile: Profile): ProfilePins {
  const { periods, desks } = profile;
  return {
    period: (timer, urgency) => {
      const named = periods.filter((period) => period.timer === timer);
      const found =
        named.find((period) => period.urgency === urgency) ??
        named.find((period) => period.urgency === undefined);
      return found && { amount: found.amount, unit: found.unit };
    },
    offsetMinutes: (desk) => desks.find(({ id }) => id === desk)?.utcOffsetMinutes ?? 0,
    roleOf: (desk) => desks.find(({ id }) => id === desk)?.role,
    declares: (field, day) => declaredValue(profile, field, day),
  };
}
