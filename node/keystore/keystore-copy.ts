import { fromHex } from '../../protocol/hash.ts';
import {
  openKeystore as openKeystoreText,
  readKeystoreFacts,
  sealKeystore,
} from '../../protocol/keystore.ts';
import { decodeNodeKeys, type RandomBytes } from './node-keys.ts';

/** As the keystore of a home. */
const KEYSTORE_KIND = 'node';

/** What a copy of a keystore opens: the database, and what was made of it. */
export interface StoreKeys {
  readonly storeKey: Uint8Array;
  readonly databaseSecret: Uint8Array;
}

/**
 * Opens a keystore that lies elsewhere than in a home, as its text.
 * @throws ComityError `wrong-passphrase`, `keystore-damaged`, `wrong-keystore`.
 */
export async function openKeystoreCopy(text: string, passphrase: string): Promise<StoreKeys> {
  const { secret } = await openKeystoreText(text, KEYSTORE_KIND, passphrase);
  const { single } = decodeNodeKeys(secret);
  return { storeKey: fromHex(single.store), databaseSecret: fromHex(single.database) };
}

/** @throws ComityError `keystore-damaged`: a copy of it would open nothing. */
export function assertSoundKeystore(text: string): void {
  readKeystoreFacts(text);
}

/** The same keys under another passphrase. @throws as `openKeystoreCopy` */
export async function resealKeystore(
  text: string,
  { from, to }: { readonly from: string; readonly to: string },
  randomBytes: RandomBytes,
): Promise<string> {
  return sealKeystore(await openKeystoreText(text, KEYSTORE_KIND, from), to, randomBytes);
}
