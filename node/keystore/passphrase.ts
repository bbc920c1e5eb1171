import { join } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import { readSecretFile } from './secret-file.ts';

/**
 * Where a passphrase comes from. It is never an argument or an environment variable: both can be read by
 * others.
 */
export type PassphraseSource =
  | { readonly from: 'file'; readonly path: string }
  /** A credential that systemd hands to the service, by name, in the folder `$CREDENTIALS_DIRECTORY`. */
  | { readonly from: 'credential'; readonly name: string; readonly folder: string | undefined }
  | { readonly from: 'prompt'; readonly ask: () => Promise<string> };

const PASSPHRASE_BYTES_MAX = 4 * 1024;
const CREDENTIAL_NAME = /^[\w.-]+$/;

/**
 * The passphrase, without the line break that ends a file.
 * @throws ComityError `empty-passphrase`, `no-credential`, and what `readSecretFile` says of the file.
 */
export async function readPassphrase(source: PassphraseSource): Promise<string> {
  const passphrase = source.from === 'prompt' ? await source.ask() : await readLine(pathOf(source));
  if (passphrase !== '') return passphrase;
  throw new ComityError(
    'empty-passphrase',
    'The passphrase is empty: nothing is protected by that. Give one.',
  );
}

async function readLine(path: string): Promise<string> {
  const text = await readSecretFile({ path, what: 'passphrase file', bytesMax: PASSPHRASE_BYTES_MAX });
  return text.replace(/\r?\n$/, '');
}

function pathOf(source: Exclude<PassphraseSource, { readonly from: 'prompt' }>): string {
  if (source.from === 'file') return source.path;
  const { name, folder } = source;
  if (folder !== undefined && CREDENTIAL_NAME.test(name)) return join(folder, name);
  throw new ComityError(
    'no-credential',
    `systemd has handed over no credential "${name}": add LoadCredentialEncrypted=${name} to the unit, or give a file.`,
  );
}
