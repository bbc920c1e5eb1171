import { coversTime, type Key, keyById, standsIn } from '../../protocol/identity/key.ts';
import { keyIdOf } from '../../protocol/identity/keys.ts';
import type { Profile } from '../../protocol/identity/profile.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { KnownProfile } from './known-profile.ts';

/**
 * What all versions on file of one party say of its keys: of each the newest word, and once revoked, revoked
 * for ever.
 */
export interface PartyKeys {
  /** By desk. */
  readonly authority: ReadonlyMap<string, readonly Key[]>;
  readonly receipt: readonly Key[];
  /** Of a receipt key: a version that names it, one on which something rests already if there is one. */
  readonly receiptIn: ReadonlyMap<Hex, Hex>;
}

export function partyKeys(profiles: readonly KnownProfile[], isUsed: (digest: Hex) => boolean): PartyKeys {
  const versions = [...profiles].sort((a, b) => a.version - b.version);
  const authority = new Map<string, Map<Hex, Key>>();
  const receipt = new Map<Hex, Key>();
  const receiptIn = new Map<Hex, Hex>();
  for (const { profile, digest } of versions) {
    for (const { id, keys } of profile.desks) {
      authority.set(id, merge(authority.get(id) ?? new Map<Hex, Key>(), keys));
    }
    merge(receipt, profile.node.receiptKeys);
    for (const { publicKey } of profile.node.receiptKeys) {
      const id = keyIdOf(publicKey);
      if (!isUsed(receiptIn.get(id) ?? '')) receiptIn.set(id, digest);
    }
  }
  return {
    authority: new Map([...authority].map(([desk, keys]) => [desk, [...keys.values()]])),
    receipt: [...receipt.values()],
    receiptIn,
  };
}

function merge(known: Map<Hex, Key>, keys: readonly Key[]): Map<Hex, Key> {
  for (const key of keys) {
    const revokedAt = known.get(key.publicKey)?.revokedAt ?? key.revokedAt;
    known.set(key.publicKey, { ...key, ...(revokedAt !== undefined && { revokedAt }) });
  }
  return known;
}

/**
 * The authority key with this id, for what was made under this profile at this time: one that the profile
 * names, in its time; or, where that has been revoked since, the one with which its owner signed again.
 */
export function authorityKey(
  { authority }: PartyKeys,
  { desks }: Profile,
  { desk, keyId, at }: { readonly desk: string; readonly keyId: Hex; readonly at: Time },
): Hex | undefined {
  const pinned = desks.find(({ id }) => id === desk)?.keys ?? [];
  const now = authority.get(desk) ?? [];
  const key = keyById(now, keyId);
  if (key === undefined || key.revokedAt !== undefined) return undefined;
  const named = keyById(pinned, keyId) !== undefined;
  const held = now.filter((other) => pinned.some(({ publicKey }) => publicKey === other.publicKey));
  return (named && coversTime(key, at)) || standsIn(key, held, at) ? key.publicKey : undefined;
}

/** The same of receipt keys, of which a statement names no profile. */
export function receiptKey({ receipt }: PartyKeys, keyId: Hex, at: Time): Hex | undefined {
  const key = keyById(receipt, keyId);
  if (key === undefined || key.revokedAt !== undefined) return undefined;
  return coversTime(key, at) || standsIn(key, receipt, at) ? key.publicKey : undefined;
}
