import { decapsulate, encapsulate, generateKeyPairSync } from 'node:crypto';
import { rejection } from '../rejection.ts';

const ALGORITHM = 'ml-kem-768';

/** One session's key pair: made by the dialler, used once, never stored. */
export interface EphemeralKey {
  readonly publicKey: Uint8Array;
  /** @throws ComityError `malformed`. A ciphertext for another key gives another secret, and no error. */
  open(ciphertext: Uint8Array): Uint8Array;
}

/** OpenSSL draws the randomness here: FIPS 203 leaves its user no way to pass any in. */
export function createEphemeralKey(): EphemeralKey {
  const { publicKey, privateKey } = generateKeyPairSync(ALGORITHM);
  return {
    publicKey: publicKey.export({ format: 'raw-public' }),
    open: (ciphertext) => orMalformed('kem_ciphertext', () => decapsulate(privateKey, ciphertext)),
  };
}

/**
 * A fresh secret, and its ciphertext for the holder of the key.
 *
 * @throws ComityError `malformed`
 */
export function encapsulateFor(publicKey: Uint8Array): { shared: Uint8Array; ciphertext: Uint8Array } {
  return orMalformed('kem_public_key', () => {
    const key = Buffer.from(publicKey);
    const { sharedKey, ciphertext } = encapsulate({
      key,
      format: 'raw-public',
      asymmetricKeyType: ALGORITHM,
    });
    return { shared: sharedKey, ciphertext };
  });
}

function orMalformed<T>(where: string, use: () => T): T {
  try {
    return use();
  } catch (cause) {
    throw rejection('malformed', { where }, cause);
  }
}
