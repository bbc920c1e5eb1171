import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { ComityError } from '../errors.ts';
import type { FrameChannel } from '../frames.ts';
import { SIZES } from '../limits.ts';
import type { ChannelKeys } from './key-schedule.ts';
import { LENGTH_BYTES, paddedBytes } from './padding.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const { sealTagBytes, paddingStepBytes } = SIZES;
const ZEROS = Buffer.alloc(paddingStepBytes);

/**
 * Seals every frame under the session's keys: AES-256-GCM, the nonce is the number of the frame in its
 * direction, the length is hidden in padding. A frame that was changed, left out, repeated or moved ends the
 * channel.
 *
 * What is read shares no memory with the transport. Once sealed, frames are written in the order of the
 * calls.
 */
export function sealedChannel(inner: FrameChannel, keys: ChannelKeys): FrameChannel {
  const seal = sealer(createSecretKey(keys.write));
  const open = opener(createSecretKey(keys.read));
  return {
    async read() {
      const sealed = await inner.read();
      if (sealed === undefined) return undefined;
      const payload = open(sealed);
      if (payload !== undefined) return payload;
      const error = new ComityError('seal-broken', 'A frame does not open under the keys of this session.');
      inner.abort(error);
      throw error;
    },
    write: (frame) => inner.write(seal(frame)),
    close: () => inner.close(),
    abort: (error) => {
      inner.abort(error);
    },
  };
}

function sealer(key: KeyObject): (payload: Uint8Array) => Uint8Array {
  const nonce = nonces();
  return (payload) => {
    const plain = Buffer.alloc(paddedBytes(payload.length));
    plain.writeUInt32BE(payload.length);
    plain.set(payload, LENGTH_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce());
    const body = cipher.update(plain);
    cipher.final();
    return Buffer.concat([body, cipher.getAuthTag()]);
  };
}

/** Gives undefined for what the other side did not seal as its next frame. */
function opener(key: KeyObject): (sealed: Uint8Array) => Uint8Array | undefined {
  const nonce = nonces();
  return (sealed) => {
    const bodyBytes = sealed.length - sealTagBytes;
    if (bodyBytes < LENGTH_BYTES) return undefined;
    const decipher = createDecipheriv(CIPHER, key, nonce(), { authTagLength: sealTagBytes });
    decipher.setAuthTag(sealed.subarray(bodyBytes));
    const plain = decipher.update(sealed.subarray(0, bodyBytes));
    try {
      decipher.final();
    } catch {
      return undefined;
    }
    return unpad(plain);
  };
}

/**
 * The one padding that `paddedBytes` gives, all zeros: so a frame has one form, and carries nothing unseen.
 */
function unpad(plain: Buffer): Uint8Array | undefined {
  const length = plain.readUInt32BE();
  const end = LENGTH_BYTES + length;
  if (plain.length !== paddedBytes(length)) return undefined;
  if (!plain.subarray(end).equals(ZEROS.subarray(0, plain.length - end))) return undefined;
  return new Uint8Array(plain.buffer, plain.byteOffset + LENGTH_BYTES, length);
}

/** 0, 1, 2 … as 12 bytes, big-endian. A channel ends long before the numbers do. */
function nonces(): () => Uint8Array {
  let counter = 0;
  return () => {
    const nonce = Buffer.alloc(NONCE_BYTES);
    nonce.writeUIntBE(counter++, NONCE_BYTES - 6, 6);
    return nonce;
  };
}
