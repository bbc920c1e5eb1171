import { keyById } from '../protocol/identity/key.ts';
import type { Signed } from '../protocol/identity/signed.ts';
import { TAGS } from '../protocol/ids.ts';
import { openEnvelope } from '../protocol/item/item.ts';
import { resealEnvelope } from '../protocol/item/reseal.ts';
import type { Hex } from '../protocol/value.ts';
import type { Directory } from './directory/directory.ts';
import type { OwnKeys } from './own-keys.ts';

/** What a statement of this node is. */
export type StatementKind = 'receipt' | 'rejection' | 'evidence';

/**
 * What this node has signed with a key that it has revoked since, and what nobody has receipted yet, is
 * signed again with the key that took its place, as it goes out. Ids and times stay.
 */
export interface SignedAgain {
  /** An own item as it goes to this partner: signed again once the partner knows that the key is revoked. */
  item(bytes: Uint8Array, partner: string): Uint8Array;
  /** Whether an own item was signed with a key that is revoked. */
  isStale(bytes: Uint8Array): boolean;
  readonly statement: (kind: StatementKind, signed: Signed) => Signed;
}

const STATEMENT_TAGS = {
  receipt: TAGS.signReceipt,
  rejection: TAGS.signRejection,
  evidence: TAGS.signEvidence,
} as const;

export function createSignedAgain({
  directory,
  keys,
}: {
  readonly directory: Pick<Directory, 'own' | 'knowsOwn'>;
  readonly keys: Pick<OwnKeys, 'authority' | 'receipt'>;
}): SignedAgain {
  const revoked = (desk: string) => {
    const list = directory.own().profile.desks.find(({ id }) => id === desk)?.keys ?? [];
    return (keyId: Hex): boolean => keyById(list, keyId)?.revokedAt !== undefined;
  };
  /** Nearly always there is none, and then nothing needs to be looked at. */
  const anyRevoked = (): boolean =>
    directory
      .own()
      .profile.desks.some(({ keys: list }) => list.some(({ revokedAt }) => revokedAt !== undefined));
  const isStale = (bytes: Uint8Array): boolean => {
    if (!anyRevoked()) return false;
    const { header, authority, officers } = openEnvelope(bytes);
    const isRevoked = revoked(header.sender.authority);
    return (
      isRevoked(authority.keyId) || officers.some(({ certificate }) => isRevoked(certificate.signature.keyId))
    );
  };
  return {
    isStale,
    item(bytes, partner) {
      if (!isStale(bytes) || !directory.knowsOwn(partner)) return bytes;
      const desk = openEnvelope(bytes).header.sender.authority;
      return resealEnvelope(bytes, { isRevoked: revoked(desk), authority: keys.authority(desk) });
    },
    statement: (kind, signed) => {
      const key = keyById(directory.own().profile.node.receiptKeys, signed.signature.keyId);
      if (key?.revokedAt === undefined) return signed;
      const { statement } = signed;
      return { statement, signature: keys.receipt().sign(STATEMENT_TAGS[kind], statement) };
    },
  };
}
