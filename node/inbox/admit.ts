import { ComityError } from '../../protocol/errors.ts';
import { assertAddressed } from '../../protocol/item/address.ts';
import { assertNotFuture } from '../../protocol/item/header.ts';
import { openEnvelope, type SealedItem } from '../../protocol/item/item.ts';
import { type VerifiedItem, verifyItem } from '../../protocol/item/verify.ts';
import { isRejectionCode, type RejectionCode } from '../../protocol/rejection.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { InboxDependencies } from './dependencies.ts';

/** What the bytes of an item came to, before any case has seen it. */
export type Admission =
  | { readonly admitted: 'verified'; readonly item: VerifiedItem }
  | { readonly admitted: 'needs-profiles'; readonly needs: readonly Hex[] }
  | {
      readonly admitted: 'refused';
      readonly code: RejectionCode;
      /** It is authentic all the same, and has used up its place in the chain. */
      readonly item?: VerifiedItem;
    };

/**
 * Believes nothing that it has not verified: bounds and header, both ends of the connection, the profiles
 * that the item pins, every signature, and then the time.
 */
export function admitItem(
  { network, party, directory }: Pick<InboxDependencies, 'network' | 'party' | 'directory'>,
  { bytes, sender, now }: { readonly bytes: Uint8Array; readonly sender: string; readonly now: Time },
): Admission {
  let item: VerifiedItem | undefined;
  try {
    const sealed = openEnvelope(bytes);
    assertAddressed(sealed.header, { network, sender, recipient: party });
    const needs = missingProfiles(sealed, (digest) => directory.hasProfile(digest));
    if (needs.length > 0) return { admitted: 'needs-profiles', needs };
    item = verifyItem(sealed, directory.keyring(sender));
    assertNotFuture(sealed.header, now);
    return { admitted: 'verified', item };
  } catch (error) {
    const code: unknown = error instanceof ComityError ? error.code : undefined;
    if (typeof code !== 'string' || !isRejectionCode(code)) throw error;
    return { admitted: 'refused', code, ...(item && { item }) };
  }
}

function missingProfiles({ header }: SealedItem, has: (digest: Hex) => boolean): Hex[] {
  return [header.senderProfile, header.recipientProfile].filter((digest) => !has(digest));
}
