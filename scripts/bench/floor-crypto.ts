import { generateKeyPairSync, sign, verify } from 'node:crypto';

const ITEM_SIGNATURES = 2;
const SIGNATURE_BYTES = 64;

/** Ed25519 over what an item needs: the officer's and the authority's signature, and the receipt's. */
export interface FloorKey {
  sign(bytes: Uint8Array): Uint8Array;
  verify(bytes: Uint8Array, signature: Uint8Array): boolean;
}

/**
 * Both processes verify with keys of their own: what a verification costs does not depend on whose key it is.
 */
export function createFloorKey(): FloorKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    sign: (bytes) => sign(null, bytes, privateKey),
    verify: (bytes, signature) => verify(null, bytes, publicKey, signature),
  };
}

/** What the sender does for one item: officer signs, daemon verifies that, authority signs. */
export function signItem(key: FloorKey, item: Uint8Array): Uint8Array {
  const officer = key.sign(item);
  if (!key.verify(item, officer)) throw new Error('a signature of our own does not verify');
  return Buffer.concat([item, officer, key.sign(item)]);
}

/** What the receiver does for one item: it verifies both signatures, and signs a receipt. */
export function receiveItem(key: FloorKey, bytes: Uint8Array): Uint8Array {
  const item = bytes.subarray(0, bytes.length - ITEM_SIGNATURES * SIGNATURE_BYTES);
  for (let count = 0; count < ITEM_SIGNATURES; count += 1) {
    const at = item.length + count * SIGNATURE_BYTES;
    key.verify(item, bytes.subarray(at, at + SIGNATURE_BYTES));
  }
  return key.sign(item.subarray(0, 300));
}
