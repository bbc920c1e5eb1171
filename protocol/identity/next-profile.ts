import { toHex } from '../hash.ts';
import { SUITES } from '../ids.ts';
import type { Hex, Time } from '../value.ts';
import type { Desk } from './desk.ts';
import { activeKey, type Key } from './key.ts';
import { keyIdOf, type Signer } from './keys.ts';
import type { NodeEntry } from './node-entry.ts';
import type { Profile } from './profile.ts';
import { signHandover } from './state-key.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** For which a draft may be signed and published: the State key may lie in a safe, in another building. */
export const DRAFT_DAYS = 7;

/** So long a retired key still counts, so that nothing is lost while its successor's profile goes round. */
const OVERLAP_MS = (DRAFT_DAYS + 1) * DAY_MS;

/** A new key counts from a day before, so that a clock that is set back does not undo what it signs. */
const BACKDATE_MS = DAY_MS;

/** What a version of a profile follows. */
export interface Follows {
  readonly version: number;
  readonly digest: Hex;
  /** Two versions that contradict each other, ascending, which this one settles. */
  readonly supersedes: readonly Hex[];
}

/** What changes from one version of a profile to the next. All that is not named stays. */
export interface ProfileChange {
  readonly names?: Profile['names'];
  readonly addresses?: readonly string[];
  readonly validDays?: number;
  /** New keys that take the place of those in use. */
  readonly keys?: readonly NewKey[];
  /** Ids of keys that are known or feared to be in other hands. */
  readonly revoked?: readonly Hex[];
  /** PeerIds and what the keys behind them have signed. */
  readonly node?: Pick<NodeEntry, 'peerId' | 'possession' | 'nextPeerId' | 'nextPossession'>;
}

export interface NewKey {
  readonly use: 'receipt' | 'record' | { readonly desk: string };
  readonly publicKey: Hex;
}

/** The next version of a profile, ready to be signed by the State key. */
export function nextProfile(
  present: Profile,
  change: ProfileChange,
  { version, digest, supersedes }: Follows,
  now: Time,
): Profile {
  const { names, addresses, validDays, keys = [], revoked = [] } = change;
  const renewed = (list: readonly Key[], isUse: (use: NewKey['use']) => boolean): readonly Key[] =>
    renew(revoke(list, revoked, now), keys.find(({ use }) => isUse(use))?.publicKey, now);
  const { nextPeerId, nextPossession, ...node } = present.node;
  const peerIds = change.node ?? {
    ...(nextPeerId !== undefined && { nextPeerId }),
    ...(nextPossession !== undefined && { nextPossession }),
  };
  return {
    ...present,
    version: version + 1,
    previous: digest,
    supersedes,
    issuedAt: now,
    ...(names !== undefined && { names }),
    ...(validDays !== undefined && {
      validFrom: Math.min(present.validFrom, now),
      validUntil: now + validDays * DAY_MS,
    }),
    desks: present.desks.map((desk): Desk => ({
      ...desk,
      keys: renewed(desk.keys, (use) => typeof use === 'object' && use.desk === desk.id),
    })),
    node: {
      ...node,
      ...peerIds,
      receiptKeys: renewed(node.receiptKeys, (use) => use === 'receipt'),
      recordKeys: renewed(node.recordKeys, (use) => use === 'record'),
      ...(addresses !== undefined && { addresses, dialable: addresses.length > 0 }),
    },
  };
}

function revoke(keys: readonly Key[], revoked: readonly Hex[], now: Time): readonly Key[] {
  return keys.map((key) =>
    revoked.includes(keyIdOf(key.publicKey)) && key.revokedAt === undefined
      ? { ...key, revokedAt: now }
      : key,
  );
}

/** The keys in use are retired, and the new one stands beside them. */
function renew(keys: readonly Key[], publicKey: Hex | undefined, now: Time): readonly Key[] {
  if (publicKey === undefined) return keys;
  const present = activeKey(keys, now);
  const from = Math.max(now - BACKDATE_MS, (present?.from ?? 0) + 1);
  const retired = keys.map((key) =>
    key.until === undefined && key.revokedAt === undefined ? { ...key, until: now + OVERLAP_MS } : key,
  );
  return [...retired, { suite: SUITES.ed25519, publicKey, from }];
}

/** The profile under a new State key, to which the former one hands over; without that, it is lost. */
export function underNewStateKey(
  profile: Profile,
  next: Signer,
  former: Signer | 'lost',
  now: Time,
): Profile {
  const publicKey = toHex(next.publicKey);
  const key = { ...profile.stateKey, until: now };
  const handover = former === 'lost' ? {} : { handover: signHandover(former, profile.network, publicKey) };
  return {
    ...profile,
    stateKey: { suite: SUITES.ed25519, publicKey, from: now },
    stateKeyHistory: [...profile.stateKeyHistory, { key, ...handover }],
  };
}
