import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { digest, fromHex, lengthPrefixed, type Part, plain, toHex } from '../hash.ts';
import { SUITES, type Tag, TAGS } from '../ids.ts';
import { rejection } from '../rejection.ts';
import type { Hex } from '../value.ts';
import { createMemo } from './memo.ts';

/** A signature beside what it covers. Suite and key id are inside what is signed too. */
export interface Signature {
  readonly suite: number;
  readonly keyId: Hex;
  readonly value: Uint8Array;
}

/** A private key that signs and never shows itself. */
export interface Signer {
  readonly keyId: Hex;
  readonly publicKey: Uint8Array;
  /** Over LP(tag, suite, key id, parts …). */
  readonly sign: (tag: Tag, ...parts: readonly Part[]) => Signature;
}

/** The 32 bytes of an Ed25519 public key, or their hexadecimal digits. */
export type PublicKey = Uint8Array | Hex;

const suiteBytes = new Uint8Array([0, 0, 0, SUITES.ed25519]);

/** From an Ed25519 private key, or from the 32 bytes of its seed. */
export function createSigner(privateKey: KeyObject | Uint8Array): Signer {
  const key = privateKey instanceof Uint8Array ? importSeed(privateKey) : privateKey;
  const publicKey = plain(createPublicKey(key).export({ format: 'raw-public' }));
  const keyId = keyIdOf(publicKey);
  return {
    keyId,
    publicKey,
    sign: (tag, ...parts) => ({
      suite: SUITES.ed25519,
      keyId,
      value: plain(sign(null, signedBytes(tag, keyId, parts), key)),
    }),
  };
}

/**
 * Whether the signature is this key's, over this tag and these parts. The key must have been found strong
 * when it was enrolled (`assertStrongKey`).
 *
 * @throws ComityError `unknown-suite`
 */
export function verifySignature(
  publicKey: PublicKey,
  tag: Tag,
  signature: Signature,
  ...parts: readonly Part[]
): boolean {
  if (signature.suite !== SUITES.ed25519) throw rejection('unknown-suite', { suite: signature.suite });
  const known = importKey(publicKey);
  if (signature.keyId !== known.keyId || signature.value.length !== 64) return false;
  return verify(null, signedBytes(tag, known.keyId, parts), known.key, signature.value);
}

/** Names a key in signatures: SHA-256(tag, suite, public key). */
export function keyIdOf(publicKey: PublicKey): Hex {
  return keyIds.get(keyText(publicKey), () => digest(TAGS.keyId, suiteBytes, keyBytes(publicKey)));
}

/**
 * Refuses keys under which a signature proves nothing: not canonical, not on the curve, or of small order.
 * OpenSSL takes them all, so every key is checked here before it is first used.
 *
 * @throws ComityError `unauthentic`
 */
export function assertStrongKey(publicKey: PublicKey): void {
  strong.get(keyText(publicKey), () => {
    if (!isStrong(keyBytes(publicKey)))
      throw rejection('unauthentic', { where: 'key', why: 'is no strong Ed25519 key' });
    return true;
  });
}

const keyIds = createMemo<Hex>(4096);
const strong = createMemo<true>(4096);
const imported = createMemo<{ readonly key: KeyObject; readonly keyId: Hex }>(4096);

function isStrong(bytes: Uint8Array): boolean {
  try {
    return !ed25519.Point.fromBytes(bytes, false).isSmallOrder();
  } catch {
    return false;
  }
}

function importKey(publicKey: PublicKey): { readonly key: KeyObject; readonly keyId: Hex } {
  const hex = keyText(publicKey);
  return imported.get(hex, () => {
    const key = Buffer.from(fromHex(hex));
    return {
      key: createPublicKey({ key, format: 'raw-public', asymmetricKeyType: 'ed25519' }),
      keyId: keyIdOf(hex),
    };
  });
}

function importSeed(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(seed), format: 'raw-private', asymmetricKeyType: 'ed25519' });
}

function signedBytes(tag: Tag, keyId: Hex, parts: readonly Part[]): Uint8Array {
  return lengthPrefixed(tag, suiteBytes, fromHex(keyId), ...parts);
}

function keyText(publicKey: PublicKey): Hex {
  return typeof publicKey === 'string' ? publicKey : toHex(publicKey);
}

function keyBytes(publicKey: PublicKey): Uint8Array {
  return typeof publicKey === 'string' ? fromHex(publicKey) : publicKey;
}
