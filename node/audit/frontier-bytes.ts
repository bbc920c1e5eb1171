import { plain } from '../../protocol/hash.ts';
import type { Frontier } from '../../protocol/merkle.ts';

const SIZE_BYTES = 8;
const HASH_BYTES = 32;

/** `size 8 ‖ peaks 32 each`, the largest first. */
export function encodeFrontier({ size, peaks }: Frontier): Uint8Array {
  const head = Buffer.alloc(SIZE_BYTES);
  head.writeBigUInt64BE(BigInt(size));
  return plain(Buffer.concat([head, ...peaks]));
}

export function decodeFrontier(bytes: Uint8Array): Frontier {
  const size = Number(Buffer.from(bytes.buffer, bytes.byteOffset, SIZE_BYTES).readBigUInt64BE());
  const count = (bytes.length - SIZE_BYTES) / HASH_BYTES;
  const peaks = Array.from({ length: count }, (_, at) => {
    const from = SIZE_BYTES + at * HASH_BYTES;
    return bytes.slice(from, from + HASH_BYTES);
  });
  return { size, peaks };
}
