import type { Keyring } from '../../protocol/item/verify.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { DirectoryBook } from './book.ts';
import { authorityKey, receiptKey } from './party-keys.ts';

/** Keys of one party's desks, by the profile that an item pins; none that its party has revoked since. */
export function createKeyring(book: DirectoryBook, party: string): Keyring {
  return {
    authorityKey: (digest, desk, keyId, at) => {
      const known = book.profile(digest);
      if (known?.party !== party) return undefined;
      // Whoever has a stolen key can write any time into a header: once revoked, it verifies nothing that is
      // new here.
      return authorityKey(book.keys(party), known.profile, { desk, keyId, at });
    },
  };
}

/**
 * The key with this id by which a party's node signed receipts and the like at this time, of any version of
 * its profile. A receipt that is kept is worth nothing without the version that has its key.
 */
export function statementKey(
  book: DirectoryBook,
  party: string,
  { keyId, at }: { readonly keyId: Hex; readonly at: Time },
): Hex | undefined {
  const keys = book.keys(party);
  const key = receiptKey(keys, keyId, at);
  const digest = key === undefined ? undefined : keys.receiptIn.get(keyId);
  if (digest !== undefined && !book.isUsed(digest)) {
    // Should it not become durable, the store has said so, and the next receipt notes it again.
    void book.inTurn(() => book.enter({ used: [digest] })).catch(() => undefined);
  }
  return key;
}
