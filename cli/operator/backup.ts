import { resolve } from 'node:path';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { readPassphrase } from '../passphrase.ts';
import { line, next, pairs, toned } from '../view/block.ts';
import { size } from '../view/size.ts';
import { stateName } from '../view/state-name.ts';
import { when } from '../view/when.ts';
import { type BackupProgress, storeBackup } from './backup-file.ts';
import { NODE_CREDENTIAL } from './node-credential.ts';
import { type BackupFacts, verifyBackup } from './offline.ts';

const MEBI = 1024 * 1024;
/** A person hears of so many bytes at once. */
const TOLD_BYTES = 4 * MEBI;

/** Makes a backup of the node that runs, or, with `--verify`, reads one from end to end. */
export function backup(context: Context, input: Input): Promise<Outcome> {
  return input.given('verify') ? verify(context, input) : make(context, input);
}

async function make(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const file = resolve(input.argument('FILE'));
  const passphrase = await ownPassphrase(context, input);
  const bytes = client.download(
    'backup.make',
    { body: { ...(passphrase && { passphrase }) } },
    context.signal,
  );
  const stored = await storeBackup(file, bytes, progressOf(context));
  const { createdAt } = await client.call('backup.stored', { body: { digest: stored.digest } });
  return {
    document: { file, createdAt, ...stored },
    view: [
      line(toned('good', `The backup is in ${file}, and was read back.`)),
      pairs([
        ['as of', when(createdAt, context.now())],
        ['size', size(stored.bytes)],
        ['passphrase', passphrase === undefined ? 'that of the keys of the node' : 'its own'],
      ]),
      next(
        `comity backup --verify ${file}`,
        'keep it on another machine, and the State key apart from it: that is not in it',
      ),
    ],
  };
}

/** How much is done, as the file grows and as it is read back. */
function progressOf({ progress }: Context): BackupProgress {
  let told = 0;
  return async (done, of) => {
    if (done < told) told = 0;
    if (done - told < TOLD_BYTES) return;
    told = done;
    const mebi = Math.floor(done / MEBI);
    await progress(
      of === undefined ? `${mebi} MiB written …` : `${mebi} of ${Math.ceil(of / MEBI)} MiB read back …`,
    );
  };
}

async function ownPassphrase(
  context: Context,
  input: Input,
): Promise<{ from: string; to: string } | undefined> {
  const file = input.option('own-passphrase-file');
  if (file === undefined && !input.given('own-passphrase')) return undefined;
  const from = await readPassphrase(context, {
    question: 'Passphrase of the keys of the node',
    folder: context.places.home ?? context.places.defaultHome,
    credential: NODE_CREDENTIAL,
  });
  const to = await readPassphrase(
    { ...context, places: { ...context.places, passphraseFile: undefined } },
    {
      question: 'Passphrase of the backup',
      folder: '',
      credential: 'comity-backup-passphrase',
      isNew: true,
      file,
    },
  );
  return { from, to };
}

async function verify(context: Context, input: Input): Promise<Outcome> {
  const file = resolve(input.argument('FILE'));
  const passphrase = await readPassphrase(context, {
    question: 'Passphrase of the backup',
    folder: context.places.home ?? context.places.defaultHome,
    credential: NODE_CREDENTIAL,
  });
  await context.say(line('Reading all of it …'));
  const facts = await verifyBackup(file, passphrase);
  return {
    document: { file, ...factsDocument(facts) },
    view: [line(toned('good', `The backup in ${file} is whole.`)), factsBlock(facts, context.now())],
  };
}

/** What a backup says of itself, for programs. */
export function factsDocument({ party, network, createdAt, release, files, rows }: BackupFacts) {
  return { state: party, network, createdAt: new Date(createdAt).toISOString(), release, files, rows };
}

export function factsBlock({ party, createdAt, release, rows }: BackupFacts, now: number) {
  return pairs([
    ['node of', stateName(party)],
    ['as of', when(new Date(createdAt).toISOString(), now)],
    ['made by release', release],
    ['rows', String(rows)],
  ]);
}
