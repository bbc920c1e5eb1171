import { createCipheriv, createDecipheriv, createSecretKey, hash } from 'node:crypto';
import { paddedBytes } from '../../protocol/session/padding.ts';

const ALGORITHM = 'aes-256-gcm';
const COUNTER_BYTES = 6;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;

/** AES-256-GCM with a counted nonce, as rows, bodies and frames of a session are sealed. */
export interface FloorSeal {
  seal(place: string, bytes: Uint8Array): Uint8Array;
  /** @throws Error for what was not sealed so */
  open(place: string, sealed: Uint8Array): Uint8Array;
}

/** Under a key that both processes make of this name: what encryption costs does not depend on the key. */
export function createFloorSeal(name: string): FloorSeal {
  const key = createSecretKey(hash('sha256', name, 'buffer'));
  const nonce = Buffer.alloc(NONCE_BYTES);
  let count = 0;
  return {
    seal: (place, bytes) => {
      nonce.writeUIntBE(count, NONCE_BYTES - COUNTER_BYTES, COUNTER_BYTES);
      count += 1;
      const cipher = createCipheriv(ALGORITHM, key, nonce);
      cipher.setAAD(Buffer.from(place));
      const sealed = Buffer.allocUnsafe(NONCE_BYTES + bytes.length + TAG_BYTES);
      sealed.set(nonce);
      sealed.set(cipher.update(bytes), NONCE_BYTES);
      cipher.final();
      sealed.set(cipher.getAuthTag(), NONCE_BYTES + bytes.length);
      return sealed;
    },
    open: (place, sealed) => {
      const nonceThen = sealed.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(ALGORITHM, key, nonceThen, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const opened = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
      decipher.final();
      return opened;
    },
  };
}

/** Seals frames as a session does: each on its own, padded. */
export function createFloorSession(): FloorSeal {
  const box = createFloorSeal('session');
  return {
    seal: (place, frame) => {
      const whole = Buffer.alloc(paddedBytes(frame.length));
      whole.writeUInt32BE(frame.length);
      whole.set(frame, LENGTH_BYTES);
      return box.seal(place, whole);
    },
    open: (place, sealed) => {
      const whole = box.open(place, sealed);
      const length = new DataView(whole.buffer, whole.byteOffset).getUint32(0);
      return whole.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
    },
  };
}
