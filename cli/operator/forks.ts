import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { writeOutputFile } from '../output-file.ts';
import { line, next, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { when } from '../view/when.ts';

/** Places of chains for which a party has signed two items. */
export async function forkList(context: Context): Promise<Outcome> {
  const reply = await connect(context).client.call('forks.list', {}, { signal: context.signal });
  const [first] = reply.rows;
  return {
    document: reply,
    view: [
      {
        is: 'table',
        head: ['party', { whole: 'case' }, 'number', { whole: 'one item' }, 'found'],
        rows: reply.rows.map(({ party, caseId, sequence, items, at }) => [
          stateName(party),
          caseId,
          String(sequence),
          items[0] ?? '',
          when(at, context.now()),
        ]),
        empty: 'No party has signed two items for one place.',
      },
      ...(first === undefined
        ? []
        : [next(`comity fork export ${first.items[0] ?? ''} FILE writes the proof, for anybody to verify`)]),
    ],
  };
}

/** Writes the proof of a fork: two signed headers, and the profiles that show whose they are. */
export async function forkExport(context: Context, input: Input): Promise<Outcome> {
  const file = input.argument('FILE');
  const params = { itemId: input.argument('ITEM').toLowerCase() };
  const { proof } = await connect(context).client.call('forks.proof', { params });
  const bytes = Buffer.from(proof, 'base64url');
  writeOutputFile(file, bytes);
  return {
    document: { ...params, file, bytes: bytes.length },
    view: [
      line('The two signed headers are in ', toned('strong', file)),
      next({ elsewhere: `whoever gets it checks it without a node: comity fork verify ${file}` }),
    ],
  };
}
