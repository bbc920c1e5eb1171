import { hash } from 'node:crypto';
import type { Tag } from './ids.ts';
import type { Hex } from './value.ts';

/** Bytes that are hashed or signed. A string stands for its UTF-8 bytes, never for hexadecimal digits. */
export type Part = Uint8Array | string;

/**
 * SHA-256 over the tag and the parts, one after the other. It puts no lengths between them: at most one part
 * may vary in length; others go through `lengthPrefixed`.
 */
export function sha256(tag: Tag, ...parts: readonly Part[]): Uint8Array {
  return plain(hash('sha256', joined(tag, parts), 'buffer'));
}

/** The same digest as lower-case hexadecimal digits. */
export function digest(tag: Tag, ...parts: readonly Part[]): Hex {
  return hash('sha256', joined(tag, parts), 'hex');
}

/** One piece: an object that hashes piece by piece costs more than the copy, for as little as is hashed here. */
function joined(tag: Tag, parts: readonly Part[]): Uint8Array {
  return Buffer.concat([Buffer.from(tag, 'utf8'), ...parts.map(bytesOf)]);
}

function bytesOf(part: Part): Uint8Array {
  return typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
}

/**
 * Each part behind its length in four bytes, big-endian: different lists of parts never give the same bytes.
 */
export function lengthPrefixed(...parts: readonly Part[]): Uint8Array {
  const buffers = parts.map(bytesOf);
  const total = buffers.reduce((sum, part) => sum + 4 + part.length, 0);
  const out = Buffer.allocUnsafeSlow(total);
  let offset = 0;
  for (const part of buffers) {
    out.writeUInt32BE(part.length, offset);
    out.set(part, offset + 4);
    offset += 4 + part.length;
  }
  return plain(out);
}

export function toHex(bytes: Uint8Array): Hex {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

/**
 * @throws TypeError if the text is not an even number of lower-case hexadecimal digits: a bug, not an input.
 */
export function fromHex(hex: Hex): Uint8Array {
  const bytes = parseHex(hex);
  if (bytes === undefined) throw new TypeError('not lower-case hexadecimal digits');
  return bytes;
}

/** The bytes of a lower-case hexadecimal id, of this length if it is given; undefined if the text is none. */
export function parseHex(text: string, length?: number): Uint8Array | undefined {
  return isHex(text, length) ? plain(Buffer.from(text, 'hex')) : undefined;
}

/** Whether a text is a lower-case hexadecimal id, of so many bytes if that is given. */
export function isHex(text: string, bytes?: number): boolean {
  return (
    (bytes === undefined ? text.length % 2 === 0 : text.length === bytes * 2) && /^[0-9a-f]*$/.test(text)
  );
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}

/** The same memory as a plain Uint8Array, so that what `Buffer` adds does not leak into domain types. */
export function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
