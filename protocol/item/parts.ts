import { digest } from '../hash.ts';
import { TAGS } from '../ids.ts';
import { SIZES } from '../limits.ts';
import { rejection } from '../rejection.ts';
import { demand, sizeWithin } from '../shape.ts';
import type { Hex } from '../value.ts';
import { type Act, actCodec } from './act.ts';
import { type Body, bodyCodec } from './body.ts';

/** Random bytes beside each part, without which nobody can try out what a commitment stands for. */
export const saltBytes = 32;

/** SHA-256(tag, 32 random bytes, bytes). */
export function commitment(
  tag: typeof TAGS.act | typeof TAGS.body,
  salt: Uint8Array,
  bytes: Uint8Array,
): Hex {
  demand(salt.length === saltBytes, 'salt', `must have ${saltBytes} bytes`);
  return digest(tag, salt, bytes);
}

/** Act and body as they are signed and sent, with their commitments. */
export interface Parts {
  readonly act: Act;
  readonly actBytes: Uint8Array;
  readonly actSalt: Uint8Array;
  readonly actCommitment: Hex;
  readonly body: Body;
  readonly bodyBytes: Uint8Array;
  readonly bodySalt: Uint8Array;
  readonly bodyCommitment: Hex;
}

export type PartBytes = Pick<Parts, 'actBytes' | 'actSalt' | 'bodyBytes' | 'bodySalt'>;

/**
 * Encodes act and body and commits to them under fresh random bytes. @throws ComityError as the codecs do.
 */
export function sealParts(act: Act, body: Body, randomBytes: (count: number) => Uint8Array): Parts {
  const bytes: PartBytes = {
    actBytes: actCodec.encode(act),
    actSalt: randomBytes(saltBytes),
    bodyBytes: bodyCodec.encode(body),
    bodySalt: randomBytes(saltBytes),
  };
  return { act, body, ...bytes, ...commitmentsOf(bytes) };
}

/**
 * Decodes and checks act and body as somebody else has encoded them. @throws ComityError as the codecs do.
 */
export function openParts({ actBytes, actSalt, bodyBytes, bodySalt }: PartBytes): Parts {
  const bytes = { actBytes, actSalt, bodyBytes, bodySalt };
  sizeWithin(actBytes, SIZES.actBytesMax, 'Act');
  sizeWithin(bodyBytes, SIZES.bodyBytesMax, 'Body');
  const commitments = commitmentsOf(bytes);
  return { act: actCodec.decode(actBytes), body: bodyCodec.decode(bodyBytes), ...bytes, ...commitments };
}

function commitmentsOf(bytes: PartBytes): Pick<Parts, 'actCommitment' | 'bodyCommitment'> {
  return {
    actCommitment: commitment(TAGS.act, bytes.actSalt, bytes.actBytes),
    bodyCommitment: commitment(TAGS.body, bytes.bodySalt, bytes.bodyBytes),
  };
}

/** @throws ComityError `unauthentic` if the part is not the one that was committed to. */
export function assertCommitted(committed: Hex, found: Hex, where: string): void {
  if (committed !== found) throw rejection('unauthentic', { where, why: 'is not what was committed to' });
}
