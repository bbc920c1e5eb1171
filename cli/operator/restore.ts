import { resolve } from 'node:path';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { readPassphrase } from '../passphrase.ts';
import { type Block, line, next, toned } from '../view/block.ts';
import { when } from '../view/when.ts';
import { factsBlock, factsDocument } from './backup.ts';
import { NODE_CREDENTIAL } from './node-credential.ts';
import { type Restored, restoreHome } from './offline.ts';

/** Makes a home of a backup, all of it or nothing, and says what may be lost. */
export async function restore(context: Context, input: Input): Promise<Outcome> {
  const home = resolve(context.places.home ?? context.places.defaultHome);
  const file = resolve(input.argument('FILE'));
  const erasures = input.options('erasures').map((path) => resolve(path));
  const passphrase = await readPassphrase(context, {
    question: 'Passphrase of the backup',
    folder: home,
    credential: NODE_CREDENTIAL,
  });
  await context.say(line('Reading all of the backup, then writing …'));
  const restored = await restoreHome({ file, home, passphrase, erasures });
  const { erased, record } = restored;
  return {
    document: { home, ...factsDocument(restored), erased, record },
    exitCode: record.intact ? EXIT.done : EXIT.failed,
    view: [
      line(toned('good', `The node is restored in ${home}.`)),
      factsBlock(restored, context.now()),
      ...(record.intact
        ? []
        : [line(toned('bad', '! The record in the backup was damaged before it was made.'))]),
      ...lost(restored, erasures.length > 0, context.now()),
      next(
        `comity start --home ${home}`,
        'comity login, then comity status: it says when all partners have given back what they have',
      ),
    ],
  };
}

function lost({ createdAt, erased }: Restored, hadLists: boolean, now: number): readonly Block[] {
  const since = when(new Date(createdAt).toISOString(), now);
  return [
    line(`What came after ${since} is not in it:`),
    {
      is: 'list',
      items: [
        'items that partners have sent or receipted come back from them by themselves',
        'what officers had signed and no partner had received yet is lost: look at the paper, and sign again',
        'drafts, officers, partners and settings of that time are lost: compare with what you know',
        'keys that were changed after it are lost: if a partner does not let this node in, see Restore in the operators’ guide',
        hadLists
          ? `${erased} rows were left out because they had been erased`
          : `${erased} rows were left out because they had been erased; what was erased later is back, unless you restore with --erasures`,
      ],
    },
  ];
}
