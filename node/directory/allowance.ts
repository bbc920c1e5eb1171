import { PROFILES, SIZES } from '../../protocol/limits.ts';
import { keysOf, type OpenedProfile } from '../../protocol/identity/profile.ts';
import type { Clock } from '../clock.ts';

/** What each party may still make this node do about profiles, in bytes as `PROFILES` counts them. */
export interface Allowance {
  /** How many profiles of any size there is room for. */
  roomFor(party: string): number;
  /** May go below nothing: what has come was work, whatever it was. */
  spend(party: string, bytes: number): void;
  /** Resolves once there is room for one. @throws the reason of the signal */
  room(party: string, signal: AbortSignal): Promise<void>;
}

const MS_PER_SECOND = 1000;

/** A bucket for each party: a burst, and so much a second after it. Nobody else's is touched. */
export function createAllowance(clock: Clock): Allowance {
  const spent = new Map<string, { readonly bytes: number; readonly at: number }>();
  const spentBy = (party: string): number => {
    const { bytes, at } = spent.get(party) ?? { bytes: 0, at: 0 };
    return Math.max(0, bytes - ((clock.monotonic() - at) / MS_PER_SECOND) * PROFILES.bytesPerSecond);
  };
  const missing = (party: string): number =>
    spentBy(party) + SIZES.signedProfileBytesMax - PROFILES.burstBytes;
  return {
    roomFor: (party) => Math.floor((PROFILES.burstBytes - spentBy(party)) / SIZES.signedProfileBytesMax),
    spend(party, bytes) {
      spent.set(party, { bytes: spentBy(party) + bytes, at: clock.monotonic() });
    },
    async room(party, signal) {
      for (let left = missing(party); left > 0; left = missing(party)) {
        await clock.delay(Math.ceil((left / PROFILES.bytesPerSecond) * MS_PER_SECOND), signal);
      }
    },
  };
}

/** What it costs to take this up: bytes, signatures and keys. */
export function costOf({ profile, bytes }: Pick<OpenedProfile, 'profile' | 'bytes'>): number {
  return bytes.length + PROFILES.profileCostBytes + keysOf(profile).length * PROFILES.keyCostBytes;
}
