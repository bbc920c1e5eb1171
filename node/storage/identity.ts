import { createHmac, timingSafeEqual } from 'node:crypto';
import { ComityError } from '../../protocol/errors.ts';
import { toHex } from '../../protocol/hash.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Engine, Row } from './engine.ts';

/**
 * Who a database is and by which schema it is written: the one row that is read before any other can be
 * opened. It is in the clear, `id 16 ‖ schema version 4 ‖ HMAC-SHA256 32` under the store key, which tells a
 * wrong key from damage.
 */
export interface Identity {
  readonly databaseId: Hex;
  readonly schemaVersion: number;
}

const KEY = '@!identity';
const TAG = 'comity/store/identity/1';
const ID_BYTES = 16;
const ROW_BYTES = ID_BYTES + 4 + 32;

export function newDatabaseId(randomBytes: (length: number) => Uint8Array): Hex {
  return toHex(randomBytes(ID_BYTES));
}

export function identityRow(identity: Identity, storeKey: Uint8Array): Row {
  const head = Buffer.alloc(ID_BYTES + 4);
  head.write(identity.databaseId, 'hex');
  head.writeUInt32BE(identity.schemaVersion, ID_BYTES);
  return { key: KEY, value: Buffer.concat([head, codeOf(head, storeKey)]) };
}

function codeOf(head: Uint8Array, storeKey: Uint8Array): Buffer {
  return createHmac('sha256', storeKey).update(TAG).update(head).digest();
}

/**
 * @throws ComityError('damaged') without a row; ComityError('wrong-store-key') if the key did not write it.
 */
export async function readIdentity(engine: Engine, storeKey: Uint8Array): Promise<Identity> {
  const value = await engine.get(KEY);
  if (value?.length !== ROW_BYTES) {
    throw new ComityError(
      'damaged',
      'The database does not say which one it is: keep a copy of the folder as it is, ' +
        'and restore the latest backup.',
    );
  }
  const row = Buffer.from(value);
  const head = row.subarray(0, ID_BYTES + 4);
  if (!timingSafeEqual(codeOf(head, storeKey), row.subarray(ID_BYTES + 4))) {
    throw new ComityError(
      'wrong-store-key',
      'The keystore and the database of this home do not belong together: put back the keystore that was made with it.',
    );
  }
  return { databaseId: toHex(row.subarray(0, ID_BYTES)), schemaVersion: row.readUInt32BE(ID_BYTES) };
}
