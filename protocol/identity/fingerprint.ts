import { type PublicKey } from './keys.ts';
import { fromHex, sha256 } from '../hash.ts';
import { TAGS } from '../ids.ts';

/** Digits and capitals without I, L, O and U, which ears and eyes take for others. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const written = new RegExp(`^[${alphabet}]{32}$`);

/**
 * What two people compare by voice before they trust a key: the first 160 bits of SHA-256(tag, public key) as
 * eight groups of four characters.
 */
export function fingerprintOf(publicKey: PublicKey): string {
  const key = typeof publicKey === 'string' ? fromHex(publicKey) : publicKey;
  let bits = BigInt(0);
  for (const byte of sha256(TAGS.fingerprint, key).subarray(0, 20)) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let shift = 155n; shift >= 0n; shift -= 5n) text += alphabet[Number((bits >> shift) & 31n)] ?? '';
  return (text.match(/.{4}/g) ?? []).join('-');
}

/**
 * The characters of a fingerprint as somebody wrote or heard them: case, spaces and hyphens don't count, and
 * O, I and L stand for the digits that they look like. Undefined if it is not a whole fingerprint.
 */
export function parseFingerprint(text: string): string | undefined {
  const plainText = text
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return written.test(plainText) ? plainText : undefined;
}

/** Whether both are whole fingerprints of the same key. */
export function sameFingerprint(a: string, b: string): boolean {
  const parsed = parseFingerprint(a);
  return parsed !== undefined && parsed === parseFingerprint(b);
}
