import { type Canonical, canonicalText } from './canonical.ts';
import type { Case } from './case.ts';

/**
 * The whole case in one canonical form: two cases are the same if and only if these bytes are. For comparison
 * and for recorded histories; its cost is the length of the case.
 */
export function encodeCase(current: Case): Uint8Array {
  const { history: _, ...members } = current;
  return new TextEncoder().encode(canonicalText(members as unknown as Canonical));
}
