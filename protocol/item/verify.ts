import type { OfficerCertificate } from '../identity/certificate.ts';
import { type PublicKey, type Signature, verifySignature } from '../identity/keys.ts';
import { TAGS } from '../ids.ts';
import { rejection } from '../rejection.ts';
import type { Hex, Time } from '../value.ts';
import { type Act, actCodec } from './act.ts';
import { assertUnderstood, type Header, headerCodec, itemIdOf } from './header.ts';
import { assertCommitments, decodeParts, type Item, type SealedItem } from './item.ts';
import { type OfficerSignature, verifyOfficers } from './officer-signature.ts';
import { assertCommitted, commitment } from './parts.ts';
import type { Quote } from './quote.ts';

/** Where the verifier finds keys: the profile that the item pins, and what is known of revocations. */
export interface Keyring {
  /**
   * The key with this id of this desk, in the profile with this digest, if it held at this time and may still
   * be believed. A retired key holds for what was made in its time; of a revoked one the caller decides by
   * when it first held the item.
   */
  authorityKey(profile: Hex, desk: string, keyId: Hex, at: Time): PublicKey | undefined;
}

export interface VerifiedItem extends Item {
  /** Certificates of the officers, the deciding one first. */
  readonly certificates: readonly OfficerCertificate[];
}

export interface VerifyOptions {
  /** The body may be absent: the item comes back after a restore and its body was erased. */
  readonly withheld?: boolean;
}

/**
 * Believes nothing that it has not verified: `authenticate`, and then `verifyAuthentic`.
 *
 * @throws ComityError as these two do.
 */
export function verifyItem(sealed: SealedItem, keyring: Keyring, options: VerifyOptions = {}): VerifiedItem {
  authenticate(sealed, keyring, options);
  return verifyAuthentic(sealed, keyring);
}

/**
 * That the sender's authority has given these bytes their place in the chain:
 * 1. its signature over the header bytes as they came,
 * 2. both parts are here, and are those to which the header commits.
 *
 * What fails here is nobody's, and touches no chain. What passes has used up its place, whatever is wrong
 * with it otherwise.
 *
 * @throws ComityError `unauthentic` or `malformed`.
 */
export function authenticate(sealed: SealedItem, keyring: Keyring, options: VerifyOptions = {}): void {
  verifyAuthority(sealed.headerBytes, sealed.header, sealed.authority, keyring);
  if (!sealed.bodyBytes && options.withheld !== true) {
    throw rejection('malformed', { where: 'body', why: 'is missing' });
  }
  assertCommitments(sealed);
}

/**
 * The rest of what must hold of an item that is authentic:
 * 1. its header, act and body can be read and understood,
 * 2. each officer's certificate, by the same authority, was valid when the item was made,
 * 3. each officer's signature is over what was decided.
 *
 * @throws ComityError `unauthentic`, `unknown-suite`, `malformed`, `too-large` or `critical-extension`.
 */
export function verifyAuthentic(sealed: SealedItem, keyring: Keyring): VerifiedItem {
  assertUnderstood(sealed.header);
  const item = decodeParts(sealed);
  return { ...item, certificates: verifyDecision(item.header, item.officers, keyring) };
}

/** An item of another case, as it was quoted. */
export interface VerifiedQuote {
  readonly id: Hex;
  readonly header: Header;
  readonly act: Act;
  readonly certificates: readonly OfficerCertificate[];
}

/** The same for a quoted item, which has no body. Its receipt is not looked at. @throws ComityError */
export function verifyQuote(quote: Quote, keyring: Keyring): VerifiedQuote {
  const header = headerCodec.decode(quote.headerBytes);
  assertUnderstood(header);
  verifyAuthority(quote.headerBytes, header, quote.authority, keyring);
  assertCommitted(header.act, commitment(TAGS.act, quote.actSalt, quote.actBytes), 'act');
  const act = actCodec.decode(quote.actBytes);
  const certificates = verifyDecision(header, quote.officers, keyring);
  return { id: itemIdOf(quote.headerBytes), header, act, certificates };
}

function verifyAuthority(
  headerBytes: Uint8Array,
  header: Header,
  signature: Signature,
  keyring: Keyring,
): void {
  const { senderProfile, sender, createdAt } = header;
  const key = keyring.authorityKey(senderProfile, sender.authority, signature.keyId, createdAt);
  if (key === undefined) {
    throw rejection('unauthentic', { where: 'authority', why: 'the authority has no such key' });
  }
  if (!verifySignature(key, TAGS.signHeader, signature, headerBytes)) {
    throw rejection('unauthentic', { where: 'authority', why: 'the signature does not hold' });
  }
}

function verifyDecision(
  header: Header,
  officers: readonly OfficerSignature[],
  keyring: Keyring,
): OfficerCertificate[] {
  const { network, sender, senderProfile, createdAt } = header;
  return verifyOfficers(officers, header, {
    network,
    party: sender.party,
    desk: sender.authority,
    at: createdAt,
    authorityKey: (keyId, at) => keyring.authorityKey(senderProfile, sender.authority, keyId, at),
  });
}
