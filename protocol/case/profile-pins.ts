import type { Profile } from '../identity/profile.ts';
import type { ProfilePins } from './rulebook.ts';

/** What the fold reads of a public profile: the State's own periods, and how its desks count days (D-19, D-20). */
export function profilePins(profile: Pick<Profile, 'periods' | 'desks'>): ProfilePins {
  return {
    period: (timer, urgency) => {
      const chosen = profile.periods.filter((period) => period.timer === timer);
      return (
        chosen.find((period) => period.urgency === urgency) ??
        chosen.find(({ urgency: all }) => all === undefined)
      );
    },
    offsetMinutes: (desk) => profile.desks.find(({ id }) => id === desk)?.utcOffsetMinutes ?? 0,
  };
}
