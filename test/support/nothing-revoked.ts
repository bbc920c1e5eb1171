import type { Signed } from '../../protocol/identity/signed.ts';

/** A node that has revoked no key: nothing of its own is signed again. */
export const nothingRevoked = {
  item: (bytes: Uint8Array): Uint8Array => bytes,
  isStale: (): boolean => false,
  statement: (_: string, signed: Signed): Signed => signed,
};
