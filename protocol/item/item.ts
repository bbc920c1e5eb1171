import { type Signer } from '../identity/keys.ts';
import { TAGS } from '../ids.ts';
import { rejection } from '../rejection.ts';
import type { Hex } from '../value.ts';
import { type Act, actCodec } from './act.ts';
import { type Body, bodyCodec } from './body.ts';
import { type Envelope, envelopeCodec } from './envelope.ts';
import { type Header, headerCodec, itemIdOf } from './header.ts';
import { type OfficerSignature } from './officer-signature.ts';
import { assertCommitted, commitment, type Parts } from './parts.ts';

/** An envelope of which only the header has been read: nothing of it is believed yet. */
export interface SealedItem extends Envelope {
  readonly id: Hex;
  readonly header: Header;
  /** The whole envelope, as it came. */
  readonly bytes: Uint8Array;
}

/** An item with act and body decoded. The body is absent where it was withheld or erased. */
export interface Item extends SealedItem {
  readonly act: Act;
  readonly body?: Body;
}

/**
 * Bounds and header only: what says whose key to look for. `verifyItem` does the rest.
 *
 * @throws ComityError `malformed`, `too-large`, `unknown-version` or `unknown-suite`.
 */
export function openEnvelope(bytes: Uint8Array): SealedItem {
  const envelope = envelopeCodec.decode(bytes);
  const header = headerCodec.decode(envelope.headerBytes);
  return { ...envelope, id: itemIdOf(envelope.headerBytes), header, bytes };
}

/**
 * The id that an answer must name, of an envelope that may be refused for all else. Undefined if not even its
 * parts can be told apart.
 */
export function itemIdOfEnvelope(bytes: Uint8Array): Hex | undefined {
  try {
    return itemIdOf(envelopeCodec.decode(bytes).headerBytes);
  } catch {
    return undefined;
  }
}

/** Act and body, as far as it is here, are those of the header. @throws ComityError `unauthentic` */
export function assertCommitments({ header, actBytes, actSalt, bodyBytes, bodySalt }: SealedItem): void {
  assertCommitted(header.act, commitment(TAGS.act, actSalt, actBytes), 'act');
  if (!bodyBytes || !bodySalt) return;
  assertCommitted(header.body, commitment(TAGS.body, bodySalt, bodyBytes), 'body');
}

/**
 * Decodes act and body, once they are known to be those of the header.
 *
 * @throws ComityError `malformed`, `too-large` or `critical-extension`.
 */
export function decodeParts(sealed: SealedItem): Item {
  const act = actCodec.decode(sealed.actBytes);
  return sealed.bodyBytes === undefined
    ? { ...sealed, act }
    : { ...sealed, act, body: bodyCodec.decode(sealed.bodyBytes) };
}

/** Reads what this node has verified and stored. Signatures are not looked at. @throws ComityError */
export function readItem(bytes: Uint8Array): Item {
  const sealed = openEnvelope(bytes);
  assertCommitments(sealed);
  return decodeParts(sealed);
}

/** The same item without its body. Its id, its signatures and all commitments still hold. */
export function withholdBody(item: SealedItem): Uint8Array {
  const { headerBytes, actBytes, actSalt, authority, officers } = item;
  return envelopeCodec.encode({ headerBytes, actBytes, actSalt, authority, officers });
}

export interface Assembly {
  /** All but the commitments, which come from the parts. Voids in any order. */
  readonly header: Omit<Header, 'act' | 'body'>;
  readonly parts: Parts;
  readonly officers: readonly OfficerSignature[];
  /** The key of the sender's desk. */
  readonly authority: Signer;
}

/**
 * Gives an act its place in the chain: the authority signs the header. Officers' signatures are taken as they
 * are; `verifyOfficers` checks them first.
 *
 * @throws ComityError `malformed` or `too-large`, if the partner would refuse it.
 */
export function assembleItem({ header: draft, parts, officers, authority: signer }: Assembly): Item {
  const { act, actBytes, actSalt, actCommitment, body, bodyBytes, bodySalt, bodyCommitment } = parts;
  const voids = [...draft.voids].sort();
  const header: Header = { ...draft, voids, act: actCommitment, body: bodyCommitment };
  if (officers.length === 0) throw rejection('malformed', { where: 'officers', why: 'nobody decided it' });
  const headerBytes = headerCodec.encode(header);
  const authority = signer.sign(TAGS.signHeader, headerBytes);
  const envelope = { headerBytes, actBytes, actSalt, bodyBytes, bodySalt, authority, officers };
  const bytes = envelopeCodec.encode(envelope);
  return { ...envelope, id: itemIdOf(headerBytes), header, act, body, bytes };
}
