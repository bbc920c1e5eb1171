import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { next } from '../view/block.ts';
import { catalogueOutcome } from './catalogue.ts';

/** What can be asked for, and under which article; with `--catalogue` the offences that have a code. */
export async function kinds(context: Context, input: Input): Promise<Outcome> {
  if (input.given('catalogue')) return catalogueOutcome();
  const { client } = connect(context);
  const reply = await client.call('kinds.list', { query: {} });
  return {
    document: reply,
    view: [
      {
        is: 'table',
        head: [{ whole: 'kind' }, 'what it is', 'articles', { whole: 'opens with' }],
        rows: reply.rows.map((row) => [row.kind, row.title, row.articles.join(', '), row.opensWith]),
        empty: 'This node has no instrument.',
      },
      next(
        'comity kinds show KIND tells what it must contain',
        'comity request KIND --template > FILE.yaml makes a form to fill in',
      ),
    ],
  };
}
