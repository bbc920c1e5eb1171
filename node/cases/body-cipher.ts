import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';

export const dataKeyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** Imported keys: given as bytes, each use would import them again, which costs more than the encryption. */
const imported = new WeakMap<Uint8Array, KeyObject>();

function importKey(key: Uint8Array): KeyObject {
  const known = imported.get(key) ?? createSecretKey(key);
  imported.set(key, known);
  return known;
}

/**
 * Encrypts a body under the data key of its case (AES-256-GCM). `place` says where it is stored and is
 * authenticated, so that a body can't be moved to another item. Result: nonce, ciphertext, tag.
 */
export function sealBody(key: Uint8Array, place: string, nonce: Uint8Array, body: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', importKey(key), nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(body), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the bytes are not what was sealed under this key at this place. */
export function openBody(key: Uint8Array, place: string, sealed: Uint8Array): Uint8Array {
  const end = sealed.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', importKey(key), sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, end)), decipher.final()]);
}

export { nonceBytes as bodyNonceBytes };
