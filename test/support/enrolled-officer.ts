import { expect } from 'chai';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../../cli/exit-codes.ts';
import { runCommandLine } from './command-line.ts';

const PASSPHRASE = 'a passphrase';

/** An officer's folder with a key, and the environment in which it opens. */
export async function enrolled(officer: string) {
  const passphraseFile = join(officer, 'pass');
  writeFileSync(passphraseFile, PASSPHRASE);
  const environment = { COMITY_PASSPHRASE_FILE: passphraseFile };
  const ran = await runCommandLine(['enrol', '--officer', officer], environment);
  expect(ran.code).to.equal(EXIT.done);
  return { officer, environment };
}
