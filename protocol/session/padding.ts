import { SIZES } from '../limits.ts';

const { paddingBytesMin, paddingStepBytes, sealTagBytes } = SIZES;

/** In front of what is padded, so that the padding can be taken off again. */
export const LENGTH_BYTES = 4;

/**
 * To how many bytes a payload is padded, its length included: the next power of two, or multiple of the step.
 */
export function paddedBytes(payloadBytes: number): number {
  const needed = LENGTH_BYTES + payloadBytes;
  if (needed > paddingStepBytes) return Math.ceil(needed / paddingStepBytes) * paddingStepBytes;
  let padded: number = paddingBytesMin;
  while (padded < needed) padded *= 2;
  return padded;
}

/** How large the sealed frame of a payload is on the wire. */
export function sealedBytes(payloadBytes: number): number {
  return paddedBytes(payloadBytes) + sealTagBytes;
}
