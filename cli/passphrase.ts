import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ComityError } from '../protocol/errors.ts';
import type { Context } from './context.ts';
import { readInputFile } from './input-file.ts';

/** Whose passphrase is wanted, and how a person is asked for it. */
export interface PassphraseRequest {
  /** `Passphrase of your key`. */
  readonly question: string;
  /** Folder of the key: a file `passphrase` in it is used, which only test networks have. */
  readonly folder: string;
  /** Name of the credential that systemd hands over. */
  readonly credential: string;
  /** A new passphrase is asked for twice. */
  readonly isNew?: boolean;
  /** File that was named for this key alone; else the one that holds for the whole command. */
  readonly file?: string | undefined;
}

const FILE_BYTES_MAX = 4 * 1024;

/**
 * A passphrase from a file, a credential or a person, in this order.
 * @throws ComityError `passphrase-needed` if there is none of them, `usage` if it is empty.
 */
export async function readPassphrase(context: Context, request: PassphraseRequest): Promise<string> {
  const file = fileFor(context, request);
  const passphrase = file === undefined ? await ask(context, request) : firstLine(file);
  if (passphrase !== '') return passphrase;
  throw new ComityError('usage', 'the passphrase is empty — an empty one protects nothing');
}

/** Whether a person will be asked for it, who may mistype it. */
export function isAskedFor(context: Context, request: PassphraseRequest): boolean {
  return context.interactive && fileFor(context, request) === undefined;
}

function fileFor({ places, environment }: Context, request: PassphraseRequest): string | undefined {
  const named = request.file ?? places.passphraseFile;
  if (named !== undefined) return named;
  const credentials = environment['CREDENTIALS_DIRECTORY'];
  const candidates = [
    ...(credentials === undefined ? [] : [join(credentials, request.credential)]),
    join(request.folder, 'passphrase'),
  ];
  return candidates.find((path) => existsSync(path));
}

function firstLine(path: string): string {
  return Buffer.from(readInputFile(path, FILE_BYTES_MAX)).toString('utf8').split(/\r?\n/)[0] ?? '';
}

async function ask(context: Context, { question, isNew }: PassphraseRequest): Promise<string> {
  if (!context.interactive) {
    throw new ComityError(
      'passphrase-needed',
      'there is no passphrase and nobody to ask — name a file with --passphrase-file or COMITY_PASSPHRASE_FILE',
    );
  }
  const { password } = await import('@inquirer/prompts');
  const how = { signal: context.signal, clearPromptOnDone: false };
  const first = await password({ message: question, mask: true }, how);
  if (isNew !== true) return first;
  const second = await password({ message: 'The same again', mask: true }, how);
  if (first === second) return first;
  throw new ComityError('usage', 'the two are not the same — nothing was written, try again');
}
