import { PROFILES } from '../../protocol/limits.ts';
import type { Hex } from '../../protocol/value.ts';
import type { KnownProfile } from './known-profile.ts';
import type { Pin } from './pin.ts';

/** Versions of one party, and what rests on them. */
export interface Versions {
  readonly pin: Pin;
  readonly profiles: readonly KnownProfile[];
  /** An item, a receipt or a revocation rests on this version. */
  readonly isUsed: (digest: Hex) => boolean;
  /** Has just come: perhaps for an item that is under way. */
  readonly arrived: Hex;
}

/**
 * Versions that nothing rests on, but for the newest few: a partner may sign as many as it likes, and
 * only those stay that something needs.
 */
export function superfluous({ pin, profiles, isUsed, arrived }: Versions): KnownProfile[] {
  const pinned = new Set([
    arrived,
    pin.current,
    pin.before,
    pin.settling,
    ...(pin.fork ?? []),
    ...pastOf(pin),
  ]);
  const idle = profiles.filter(({ digest }) => !pinned.has(digest) && !isUsed(digest));
  return idle.sort((a, b) => b.version - a.version).slice(PROFILES.versionsKept);
}

function pastOf({ pastForks = [] }: Pin): Hex[] {
  return pastForks.flatMap(({ versions }) => [...versions]);
}

/** Whether one more of this size is too much for one party, whatever rests on those that are there. */
export function isTooMuch(profiles: readonly KnownProfile[], bytes: number): boolean {
  return profiles.reduce((sum, known) => sum + known.bytes.length, bytes) > PROFILES.partnerBytesMax;
}
