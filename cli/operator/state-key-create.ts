import { randomBytes } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import { createKeyText } from '../../protocol/key-text.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { writePrivateFile } from '../folder/private-file.ts';
import { readPassphrase } from '../passphrase.ts';
import { line, next, pairs, toned } from '../view/block.ts';
import { STATE_KEY_CREDENTIAL } from './state-key-file.ts';

/**
 * Makes a State key in a file of its own, so that it can be kept off line. It never takes the place of
 * another.
 */
export async function stateKeyCreate(context: Context, input: Input): Promise<Outcome> {
  const file = resolve(input.argument('FILE'));
  const passphrase = await readPassphrase(context, {
    question: 'Passphrase for the new State key',
    folder: dirname(file),
    credential: STATE_KEY_CREDENTIAL,
    isNew: true,
  });
  const { signer, text } = await createKeyText('state', passphrase, randomBytes);
  writePrivateFile(file, text, { exclusive: true });
  const fingerprint = fingerprintOf(signer.publicKey);
  return {
    document: { file, keyId: signer.keyId, fingerprint },
    view: [
      line('The State key is in ', toned('strong', file), '.'),
      pairs([['fingerprint', toned('strong', fingerprint)]]),
      next(
        `comity init --state CODE --name NAME --state-key ${file}`,
        'then keep the file and its passphrase apart, off line: whoever has both is the State',
      ),
    ],
  };
}
