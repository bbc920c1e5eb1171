import './thread-pool.ts';
import { parseArgs } from 'node:util';
import { isComityError } from '../protocol/errors.ts';
import { visibleText } from '../protocol/visible-text.ts';
import type { PassphraseSource } from './keystore/passphrase.ts';

const USAGE = 'usage: node/main.ts --home DIR (--passphrase-file FILE | --credential NAME)';
const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

/**
 * The daemon as a process of its own, for service managers; people use `comity start`, which asks for the
 * passphrase.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      home: { type: 'string' },
      'passphrase-file': { type: 'string' },
      credential: { type: 'string' },
    },
  });
  const source = sourceOf(values['passphrase-file'], values.credential);
  if (values.home === undefined || source === undefined) return complain(USAGE, EXIT_USAGE);
  // Imported here, so that a mistake in the arguments is answered at once.
  const [{ runDaemon }, { readPassphrase }] = await Promise.all([
    import('./daemon.ts'),
    import('./keystore/passphrase.ts'),
  ]);
  const passphrase = () => readPassphrase(source);
  await runDaemon({ home: values.home, passphrase, env: process.env, output: process.stderr });
  return 0;
}

function sourceOf(path: string | undefined, name: string | undefined): PassphraseSource | undefined {
  if (path !== undefined) return { from: 'file', path };
  if (name === undefined) return undefined;
  return { from: 'credential', name, folder: process.env['CREDENTIALS_DIRECTORY'] };
}

function complain(sentence: string, exitCode: number): number {
  process.stderr.write(`${sentence}\n`);
  return exitCode;
}

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    if (isComityError(error))
      process.exitCode = complain(`error: ${visibleText(error.message)}`, EXIT_FAILED);
    else if (error instanceof TypeError && 'code' in error) process.exitCode = complain(USAGE, EXIT_USAGE);
    else throw error;
  },
);
