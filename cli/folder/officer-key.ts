import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import { createKeyText, openKeyText } from '../../protocol/key-text.ts';
import { readKeystoreFacts } from '../../protocol/keystore.ts';
import type { Context } from '../context.ts';
import { isAskedFor, readPassphrase } from '../passphrase.ts';
import { line, toned } from '../view/block.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';

const CREDENTIAL = 'comity-officer-passphrase';
/** How often a person may mistype. */
const TRIES = 3;

export function officerKeyFile(folder: string): string {
  return join(folder, 'key.json');
}

/** Whether the folder has a key, which a second one must not take the place of. */
export function hasOfficerKey(folder: string): boolean {
  return readPrivateFile(officerKeyFile(folder)) !== undefined;
}

/** Makes the officer's key in the officer's folder. @throws ComityError `conflict` if there is one. */
export async function createOfficerKey(context: Context): Promise<Signer> {
  const folder = context.places.officer;
  const path = officerKeyFile(folder);
  if (hasOfficerKey(folder)) {
    throw new ComityError('conflict', `${path} holds a key already — it is left as it is`);
  }
  const question = 'Passphrase for your new key';
  const passphrase = await readPassphrase(context, { question, folder, credential: CREDENTIAL, isNew: true });
  const { signer, text } = await createKeyText('officer', passphrase, randomBytes);
  writePrivateFile(path, text, { exclusive: true });
  return signer;
}

/** Opens the officer's key. @throws ComityError `usage` if there is none, `wrong-passphrase`. */
export async function openOfficerKey(context: Context, question: string): Promise<Signer> {
  const folder = context.places.officer;
  const text = keyText(folder);
  const request = { question, folder, credential: CREDENTIAL };
  for (let tries = isAskedFor(context, request) ? TRIES : 1; ; tries -= 1) {
    const passphrase = await readPassphrase(context, request);
    try {
      return await openKeyText(text, 'officer', passphrase, officerKeyFile(folder));
    } catch (error) {
      if (tries === 1 || !(error instanceof ComityError) || error.code !== 'wrong-passphrase') throw error;
      await context.say(line(toned('warn', 'That was not it. Once more:')));
    }
  }
}

/** The public key, which needs no passphrase. */
export function officerPublicKey(folder: string): string {
  return readKeystoreFacts(keyText(folder)).facts['publicKey'] ?? '';
}

function keyText(folder: string): string {
  const path = officerKeyFile(folder);
  const text = readPrivateFile(path);
  if (text !== undefined) return text;
  throw new ComityError('usage', `there is no key in ${folder} — make one: comity enrol`);
}
