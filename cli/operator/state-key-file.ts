import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import { openKeyText } from '../../protocol/key-text.ts';
import type { Input } from '../command.ts';
import type { Context } from '../context.ts';
import { readPrivateFile } from '../folder/private-file.ts';
import { readPassphrase } from '../passphrase.ts';

export const STATE_KEY_CREDENTIAL = 'comity-state-key-passphrase';

/** Opens a State key. @throws ComityError `usage` if it is not there, `wrong-passphrase`, … */
export async function openStateKeyFile(context: Context, file: string, input: Input): Promise<Signer> {
  const text = existsSync(file) ? readPrivateFile(file) : undefined;
  if (text === undefined) {
    throw new ComityError(
      'usage',
      `there is no State key ${file} — make one: comity state-key create ${file}`,
    );
  }
  const passphrase = await readPassphrase(context, {
    question: 'Passphrase of the State key',
    folder: dirname(file),
    credential: STATE_KEY_CREDENTIAL,
    file: input.option('state-key-passphrase-file'),
  });
  return openKeyText(text, 'state', passphrase, file);
}

/** The State key that was named, or the one that lies in the home still. @throws ComityError `usage` */
export async function openNamedStateKey(context: Context, input: Input): Promise<Signer> {
  const { home, defaultHome } = context.places;
  const inHome = join(home ?? defaultHome, 'keys', 'state-key.json');
  const file = input.option('state-key') ?? (existsSync(inHome) ? inHome : undefined);
  if (file !== undefined) return openStateKeyFile(context, file, input);
  throw new ComityError(
    'usage',
    'no State key is at hand — name it: --state-key FILE; or write a draft for where it is: --draft FILE',
  );
}
