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
  | { readonly admitted: 'refused'; readonly code: RejectionCode };

/**
 * Believes nothing that it has not verified: bounds and header, both ends of the connection, the time, the
 * profiles that the item pins, and then every signature.
 */
export function admitItem(
  { network, party, directory }: Pick<InboxDependencies, 'network' | 'party' | 'directory'>,
  { bytes, sender, now }: { readonly bytes: Uint8Array; readonly sender: string; readonly now: Time },
): Admission {
  try {
    const sealed = openEnvelope(bytes);
    assertAddressed(sealed.header, { network, sender, recipient: party });
    assertNotFuture(sealed.header, now);
    const needs = missingProfiles(sealed, (digest) => directory.hasProfile(digest));
    if (needs.length > 0) return { admitted: 'needs-profiles', needs };
    return { admitted: 'verified', item: verifyItem(sealed, directory.keyring(sender)) };
  } catch (error) {
    const code: unknown = error instanceof ComityError ? error.code : undefined;
    if (typeof code === 'string' && isRejectionCode(code)) return { admitted: 'refused', code };
    throw error;
  }
}

function missingProfiles({ header }: SealedItem, has: (digest: Hex) => boolean): Hex[] {
  return [header.senderProfile, header.recipientProfile].filter((digest) => !has(digest));
}
