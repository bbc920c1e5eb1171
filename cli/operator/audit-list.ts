import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { next } from '../view/block.ts';
import { pageOf } from '../page.ts';
import { stateName } from '../view/state-name.ts';
import { absolute } from '../view/when.ts';

/** The tamper-evident record, page by page. */
export async function auditList(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const type = input.option('type');
  const query = { ...pageOf(input), ...(type !== undefined && { type }) };
  const reply = await client.call('audit.list', { query });
  return {
    document: reply,
    view: [
      {
        is: 'table',
        head: [{ whole: '#' }, 'when', { whole: 'what' }, 'subject', 'by'],
        rows: reply.rows.map((row) => [
          String(row.position),
          absolute(Date.parse(row.at)),
          row.withheld ? 'erased' : row.type,
          row.subjectName ?? row.subject?.slice(0, 16) ?? '',
          row.actorName ?? stateName(row.actor ?? ''),
        ]),
        empty: 'The record has nothing of this kind.',
      },
      next(reply.next === undefined ? undefined : `comity audit list --after ${reply.next} shows more`),
    ],
  };
}
