import { ComityError } from '../../protocol/errors.ts';
import { assertAddressed } from '../../protocol/item/address.ts';
import { assertNotFuture } from '../../protocol/item/header.ts';
import { itemIdOfEnvelope, openEnvelope, type SealedItem } from '../../protocol/item/item.ts';
import { authenticate, type VerifiedItem, verifyAuthentic } from '../../protocol/item/verify.ts';
import { isRejectionCode, type RejectionCode } from '../../protocol/rejection.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { InboxDependencies } from './dependencies.ts';
import { verifyQuotes } from './verify-quotes.ts';

/** An envelope of which the header has been read, or why it can't be. Nothing of it is believed. */
export type Opened =
  | { readonly sealed: SealedItem }
  | {
      readonly sealed?: undefined;
      readonly code: RejectionCode;
      /** Undefined if the parts of the envelope can't even be told apart. */
      readonly itemId?: Hex;
    };

/** What the bytes of an item came to, before any case has seen it. */
export type Admission =
  | { readonly admitted: 'verified'; readonly item: VerifiedItem }
  | { readonly admitted: 'needs-profiles'; readonly needs: readonly Hex[] }
  | {
      readonly admitted: 'refused';
      readonly code: RejectionCode;
      /** It is authentic all the same, and has used up its place in the chain. */
      readonly authentic?: SealedItem;
    };

export function openBytes(bytes: Uint8Array): Opened {
  try {
    return { sealed: openEnvelope(bytes) };
  } catch (error) {
    const itemId = itemIdOfEnvelope(bytes);
    return { code: codeOf(error), ...(itemId !== undefined && { itemId }) };
  }
}

/** What came, from whom and when. */
export interface Arrived {
  readonly opened: Opened;
  readonly sender: string;
  /** This node's party without it. */
  readonly recipient?: string;
  /** The body may be absent. */
  readonly withheld: boolean;
  /** Undefined for what was answered before: its time was judged then, by a clock that may have been right. */
  readonly now?: Time;
}

/**
 * Believes nothing that it has not verified: bounds and header, both ends of the connection, the profiles
 * that the item pins, its authority's signature, the time, every other signature, and then what it quotes.
 */
export function admitItem(
  { network, party, directory }: Pick<InboxDependencies, 'network' | 'party' | 'directory'>,
  { opened, sender, recipient = party, withheld, now }: Arrived,
): Admission {
  if (opened.sealed === undefined) return { admitted: 'refused', code: opened.code };
  const { sealed } = opened;
  let authentic: SealedItem | undefined;
  try {
    assertAddressed(sealed.header, { network, sender, recipient });
    const needs = missingProfiles(sealed, (digest) => directory.hasProfile(digest));
    if (needs.length > 0) return { admitted: 'needs-profiles', needs };
    const keyring = directory.keyring(sender);
    authenticate(sealed, keyring, { withheld });
    authentic = sealed;
    if (now !== undefined) assertNotFuture(sealed.header, now);
    const item = verifyAuthentic(sealed, keyring);
    const quoted = verifyQuotes({ network, directory }, item);
    if (quoted.length > 0) return { admitted: 'needs-profiles', needs: quoted };
    return { admitted: 'verified', item };
  } catch (error) {
    return { admitted: 'refused', code: codeOf(error), ...(authentic && { authentic }) };
  }
}

/** @throws what is no rejection: a bug */
function codeOf(error: unknown): RejectionCode {
  const code: unknown = error instanceof ComityError ? error.code : undefined;
  if (typeof code !== 'string' || !isRejectionCode(code)) throw error;
  return code;
}

function missingProfiles({ header }: SealedItem, has: (digest: Hex) => boolean): Hex[] {
  return [header.senderProfile, header.recipientProfile].filter((digest) => !has(digest));
}
