import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';

const ITEM_SIGNATURES = 2;
const SIGNATURE_BYTES = 64;
const HEADER_BYTES = 500;
const RECEIPT_BYTES = 300;

/** Ed25519 over what an item needs: the officer's and the authority's signature, and the receipt's. */
export interface FloorKey {
  sign(bytes: Uint8Array): Uint8Array;
  /** @throws Error if the signature does not hold */
  verify(bytes: Uint8Array, signature: Uint8Array): void;
}

/** The same in both processes: what signing and verifying cost does not depend on whose key it is. */
export function createFloorKey(): FloorKey {
  const seed = hash('sha256', 'floor', 'buffer');
  const privateKey = createPrivateKey({ key: seed, format: 'raw-private', asymmetricKeyType: 'ed25519' });
  const publicKey = createPublicKey(privateKey);
  return {
    sign: (bytes) => sign(null, bytes, privateKey),
    verify: (bytes, signature) => {
      if (!verify(null, bytes, publicKey, signature)) throw new Error('a signature does not hold');
    },
  };
}

/** What is signed of an item: a header with the commitment to the rest. */
function headerOf(item: Uint8Array): Uint8Array {
  return Buffer.concat([hash('sha256', item, 'buffer'), item.subarray(0, HEADER_BYTES)]);
}

/** What the sender does for one item: officer signs, daemon verifies that, authority signs. */
export function signItem(key: FloorKey, item: Uint8Array): Uint8Array {
  const header = headerOf(item);
  const officer = key.sign(header);
  key.verify(header, officer);
  return Buffer.concat([item, officer, key.sign(header)]);
}

/** What the receiver does for one item: it verifies both signatures, and signs a receipt. */
export function receiveItem(key: FloorKey, bytes: Uint8Array): Uint8Array {
  const item = bytes.subarray(0, bytes.length - ITEM_SIGNATURES * SIGNATURE_BYTES);
  const header = headerOf(item);
  for (let count = 0; count < ITEM_SIGNATURES; count += 1) {
    const at = item.length + count * SIGNATURE_BYTES;
    key.verify(header, bytes.subarray(at, at + SIGNATURE_BYTES));
  }
  const statement = header.subarray(0, RECEIPT_BYTES);
  return Buffer.concat([statement, key.sign(statement)]);
}

/** What the sender does when the receipt comes. */
export function verifyReceipt(key: FloorKey, receipt: Uint8Array): void {
  key.verify(receipt.subarray(0, -SIGNATURE_BYTES), receipt.subarray(-SIGNATURE_BYTES));
}
