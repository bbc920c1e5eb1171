import { activeKey, keyById } from '../protocol/identity/key.ts';
import type { Signer } from '../protocol/identity/keys.ts';
import type { Profile } from '../protocol/identity/profile.ts';
import type { Hex, Time } from '../protocol/value.ts';
import type { Certifier } from './officers/certify.ts';

interface Authorities {
  readonly desks: readonly string[];
  authority(desk: string): Signer;
  holds(publicKey: Hex): boolean;
}

/** Certifies officers of the desks that stand in the profile with a key that this node holds. */
export function createCertifier(
  authorities: Authorities,
  profile: () => Profile,
  now: () => Time,
): Certifier {
  const { network, party } = profile();
  return {
    network,
    party,
    authorityOf: (desk) => {
      const listed = profile().desks.find(({ id }) => id === desk);
      if (listed === undefined || !authorities.desks.includes(desk)) return undefined;
      const key = activeKey(listed.keys, now());
      if (key === undefined || !authorities.holds(key.publicKey)) return undefined;
      return { signer: authorities.authority(desk), from: key.from };
    },
    isRevoked: (desk, keyId) => {
      const keys = profile().desks.find(({ id }) => id === desk)?.keys ?? [];
      return keyById(keys, keyId)?.revokedAt !== undefined;
    },
  };
}
