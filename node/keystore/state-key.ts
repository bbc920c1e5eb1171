import { dirname } from 'node:path';
import type { Signer } from '../../protocol/identity/keys.ts';
import { createKeyText, openKeyText } from '../../protocol/key-text.ts';
import { KEYSTORE_CHARACTERS_MAX } from '../../protocol/keystore.ts';
import type { RandomBytes } from './node-keys.ts';
import { makeSecretFolder, readSecretFile, writeSecretFile } from './secret-file.ts';

/**
 * Draws the State's own key and writes it to a file, which may be kept off-line.
 * @throws ComityError `secret-exists`, `empty-passphrase`.
 */
export async function createStateKey(
  path: string,
  passphrase: string,
  randomBytes: RandomBytes,
): Promise<Signer> {
  const { signer, text } = await createKeyText('state', passphrase, randomBytes);
  await makeSecretFolder(dirname(path));
  await writeSecretFile(path, text, { replace: false });
  return signer;
}

/**
 * @throws ComityError `secret-missing`, `secret-exposed`, `wrong-passphrase`, `keystore-damaged`,
 * `wrong-keystore`.
 */
export async function openStateKey(path: string, passphrase: string): Promise<Signer> {
  const text = await readSecretFile({ path, what: 'State key', bytesMax: KEYSTORE_CHARACTERS_MAX });
  return openKeyText(text, 'state', passphrase, path);
}
