import type { Profile } from '../../protocol/identity/profile.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { KnownProfile } from './known-profile.ts';

/** What an operator has decided about a party, and what has followed from it. */
export interface Pin {
  readonly party: string;
  /** As it was when the operator approved it: a State is not shown by what it calls itself later. */
  readonly name: string;
  readonly stateKey: Hex;
  readonly formerStateKeys: readonly Hex[];
  /** Highest version seen. Nothing below it is adopted any more. */
  readonly version: number;
  /** Digest of the profile that is gone by; none while the only one that there was is in doubt. */
  readonly current?: Hex;
  readonly before?: Hex;
  readonly suspended: boolean;
  readonly approvedAt: Time;
  /** Two different profiles of one version, both signed by the State key: neither is gone by. */
  readonly fork?: readonly [Hex, Hex];
  /** Names both sides of the fork, and waits for an operator's yes. */
  readonly settling?: Hex;
  /** The same of versions below the one that is gone by, which goes on being used. */
  readonly pastForks?: readonly PastFork[];
  /** Of each contradiction of which an operator has said to know: the side that came later. */
  readonly acknowledged?: readonly Hex[];
  /** At the beginning of a session the partner went by a version of its profile below the highest one. */
  readonly rolledBack?: { readonly version: number; readonly acknowledged: boolean };
  /** Newest version of this node's own profile that the partner has said to have. */
  readonly hasOwnVersion?: number;
}

export interface PastFork {
  readonly versions: readonly [Hex, Hex];
  /** A newer profile that is gone by names both: an operator has to say yes. */
  readonly settled: boolean;
}

/** A party whose profile is known and who is inert until an operator approves it. */
export interface Candidate extends KnownProfile {
  readonly stateKey: Hex;
  readonly introducedBy: readonly string[];
  readonly seenAt: Time;
}

/** The name in English, else in the first language that there is. */
export function nameOf(profile: Profile): string {
  const { names, party } = profile;
  return (names.find(({ language }) => language === 'en') ?? names[0])?.text ?? party;
}

/** `GD` of `GD-RGPF`: the State that a party belongs to. */
export function stateOf(party: string): string {
  return party.split('-')[0] ?? party;
}
