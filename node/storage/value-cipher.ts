import { createCipheriv, createDecipheriv, createHmac, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Hex } from '../../protocol/value.ts';

/**
 * A row is `version 1 ‖ further rows 1 ‖ salt 16 ‖ counter 6 ‖ AES-256-GCM ciphertext ‖ tag 16`, under the
 * key HMAC-SHA256(store key, tag ‖ database id ‖ salt) and the counter as nonce. A process draws a fresh salt
 * when it opens the store and counts its rows, so a pair of key and nonce occurs once: no matter how many
 * rows a year brings (random nonces under one key reach their limit of 2^32 rows within a week), and even
 * where an old backup is restored or a copy of the store runs elsewhere, for each opening has its own key.
 * The salt in the row makes it readable on its own.
 */
const SALT_AT = 2;
const SALT_BYTES = 16;
const COUNTER_AT = SALT_AT + SALT_BYTES;
const COUNTER_BYTES = 6;
const HEAD_BYTES = COUNTER_AT + COUNTER_BYTES;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const ALGORITHM = 'aes-256-gcm';
const KEY_TAG = 'comity/store/row/1';

/** Bytes that a row has beyond its value. */
export const SEAL_BYTES = HEAD_BYTES + TAG_BYTES;

/** Rows under one key: it keeps GCM's bounds far away and costs one derivation in 16 million rows. */
const ROWS_PER_KEY = 2 ** 24;

/** Keys of earlier openings that are kept at hand; each opening that wrote rows has one. */
const OPENING_KEYS_MAX = 4096;

export interface OpenedRow {
  readonly value: Buffer;
  /** Further rows that the value continues in. */
  readonly further: number;
  /** Salt and counter: no other row has the same. */
  readonly stamp: Hex;
}

export interface SealOptions {
  readonly further?: number;
}

/** Seals and opens rows of one database. */
export interface ValueCipher {
  /** `place` says which row it is; a row opens at its own place only. */
  seal(place: string, value: Uint8Array, options?: SealOptions): Buffer;
  /** Returns nothing if the row was damaged, moved, or written by another store or a newer schema. */
  open(place: string, row: Uint8Array): OpenedRow | undefined;
}

export interface ValueCipherOptions {
  readonly storeKey: Uint8Array;
  readonly databaseId: Hex;
  readonly schemaVersion: number;
  readonly randomBytes: (length: number) => Uint8Array;
}

/** Of a row that is too short to be one, what there is of it. */
export function stampOf(row: Uint8Array): Hex {
  return Buffer.from(row.buffer, row.byteOffset, row.length).toString('hex', SALT_AT, HEAD_BYTES);
}

/** How many further rows the value continues in, as its first row says. */
export function furtherOf(row: Uint8Array): number {
  return row[1] ?? 0;
}

interface OpeningKey {
  readonly salt: Uint8Array;
  readonly key: KeyObject;
  used: number;
}

export function createValueCipher(options: ValueCipherOptions): ValueCipher {
  const { databaseId, schemaVersion } = options;
  // An imported key: given as bytes, each use would import it again, which costs four times the encryption.
  const storeKey = createSecretKey(options.storeKey);
  const keys = new Map<string, KeyObject>();
  let current: OpeningKey | undefined;

  const deriveKey = (salt: Uint8Array): KeyObject =>
    createSecretKey(
      createHmac('sha256', storeKey)
        .update(KEY_TAG + databaseId)
        .update(salt)
        .digest(),
    );

  const keyFor = (salt: Buffer): KeyObject => {
    const name = salt.toString('latin1');
    let key = keys.get(name);
    if (key === undefined) {
      if (keys.size >= OPENING_KEYS_MAX) keys.clear();
      key = deriveKey(salt);
      keys.set(name, key);
    }
    return key;
  };

  const nextKey = (): OpeningKey => {
    if (current === undefined || current.used >= ROWS_PER_KEY) {
      const salt = options.randomBytes(SALT_BYTES);
      current = { salt, key: deriveKey(salt), used: 0 };
    }
    return current;
  };

  const associated = (place: string, version: number, further: number): Buffer =>
    Buffer.from(`${databaseId}!${String(version)}!${String(further)}!${place}`, 'latin1');

  const nonce = Buffer.alloc(NONCE_BYTES);

  return {
    seal: (place, value, { further = 0 } = {}) => {
      const opening = nextKey();
      nonce.writeUIntBE(opening.used, NONCE_BYTES - COUNTER_BYTES, COUNTER_BYTES);
      const row = Buffer.allocUnsafe(SEAL_BYTES + value.length);
      row[0] = schemaVersion;
      row[1] = further;
      row.set(opening.salt, SALT_AT);
      row.writeUIntBE(opening.used, COUNTER_AT, COUNTER_BYTES);
      opening.used += 1;
      const cipher = createCipheriv(ALGORITHM, opening.key, nonce);
      cipher.setAAD(associated(place, schemaVersion, further));
      row.set(cipher.update(value), HEAD_BYTES);
      cipher.final();
      row.set(cipher.getAuthTag(), HEAD_BYTES + value.length);
      return row;
    },

    open: (place, bytes) => {
      const row = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      if (row.length < SEAL_BYTES) return undefined;
      const version = row.readUInt8(0);
      const further = row.readUInt8(1);
      if (version > schemaVersion) return undefined;
      const key = keyFor(row.subarray(SALT_AT, COUNTER_AT));
      row.copy(nonce, NONCE_BYTES - COUNTER_BYTES, COUNTER_AT, HEAD_BYTES);
      const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(associated(place, version, further));
      decipher.setAuthTag(row.subarray(row.length - TAG_BYTES));
      const value = decipher.update(row.subarray(HEAD_BYTES, row.length - TAG_BYTES));
      try {
        decipher.final();
      } catch {
        return undefined;
      }
      return { value, further, stamp: stampOf(row) };
    },
  };
}
