import { createCipheriv, createDecipheriv, createHash, createSecretKey, hkdfSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { type BackupEntry, backupDamaged, encodeEntry } from './entry.ts';

/**
 * A frame is `length 4 ‖ last 1 ‖ AES-256-GCM ciphertext ‖ tag 16`. The nonce counts frames under a key that
 * no other backup has. Associated data are the digest of the header and whether it is the last frame: so no
 * frame can be moved, left out or taken from another backup, and an end that is missing shows.
 */
export const FRAME_HEAD_BYTES = 5;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const KEY_BYTES = 32;
const ALGORITHM = 'aes-256-gcm';
const INFO = 'comity/backup/1';

/** Plain bytes after which a frame is full; an entry is never split. */
const FRAME_BYTES = 256 * 1024;
/** Longer ones are none: a frame and the largest value. */
export const FRAME_BYTES_MAX = 8 * 1024 * 1024;

export interface FrameKey {
  readonly key: KeyObject;
  readonly headerDigest: Buffer;
}

/** @param header the bytes of the header, whose salt makes the key another one each time */
export function frameKey(storeKey: Uint8Array, salt: Uint8Array, header: Uint8Array): FrameKey {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', storeKey, salt, INFO, KEY_BYTES)));
  return { key, headerDigest: createHash('sha256').update(header).digest() };
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUIntBE(number, NONCE_BYTES - 6, 6);
  return nonce;
}

/** What fits in a frame, together; the last one may be empty. */
export interface PlainFrame {
  readonly bytes: Buffer;
  readonly last: boolean;
}

export async function* intoFrames(entries: AsyncIterable<BackupEntry>): AsyncGenerator<PlainFrame> {
  let parts: Buffer[] = [];
  let bytes = 0;
  for await (const entry of entries) {
    const encoded = encodeEntry(entry);
    parts.push(encoded);
    bytes += encoded.length;
    if (bytes < FRAME_BYTES) continue;
    yield { bytes: Buffer.concat(parts), last: false };
    [parts, bytes] = [[], 0];
  }
  yield { bytes: Buffer.concat(parts), last: true };
}

export function sealFrames({ key, headerDigest }: FrameKey) {
  return async function* (frames: AsyncIterable<PlainFrame>): AsyncGenerator<Buffer> {
    let number = 0;
    for await (const { bytes, last } of frames) {
      const cipher = createCipheriv(ALGORITHM, key, nonceOf(number++));
      cipher.setAAD(Buffer.concat([headerDigest, Buffer.from([Number(last)])]));
      const head = Buffer.alloc(FRAME_HEAD_BYTES);
      head.writeUInt32BE(bytes.length + TAG_BYTES);
      head.writeUInt8(Number(last), 4);
      yield Buffer.concat([head, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    }
  };
}

/** The plain bytes of the frame of this number. @throws ComityError `backup-damaged` */
export function openFrame(
  { key, headerDigest }: FrameKey,
  number: number,
  { sealed, last }: { readonly sealed: Buffer; readonly last: boolean },
): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key, nonceOf(number), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.concat([headerDigest, Buffer.from([Number(last)])]));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw backupDamaged(`part ${number + 1} of it is not as it was written`);
  }
  return plain;
}
