import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { when } from '../view/when.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

/** Acts that were prepared and not sent, held ones included. */
export async function drafts(context: Context): Promise<Outcome> {
  const { client } = connect(context);
  const reply = await client.call('drafts.list', {});
  return {
    document: reply,
    view: [
      {
        is: 'table',
        head: ['draft', { whole: 'reference' }, 'what', 'to', 'made', 'state'],
        rows: reply.rows.map((row) => [
          row.draftId,
          row.reference,
          `${row.kind} ${verbWord(row.verb)}`,
          stateName(row.partner),
          when(row.createdAt, context.now()),
          row.held ? toned('warn', 'waits for release') : 'not signed',
        ]),
        empty: 'No drafts.',
      },
    ],
  };
}
