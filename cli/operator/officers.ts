import type { OfficerView } from '../../protocol/control/types.ts';
import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { type Line, toned } from '../view/block.ts';
import { when } from '../view/when.ts';

/** Who may act at this node, as what, at which desk. */
export async function officers(context: Context): Promise<Outcome> {
  const { client } = connect(context);
  const reply = await client.call('officers.list', {});
  return {
    document: reply,
    view: [
      {
        is: 'table',
        head: ['officer', 'roles', 'desks', 'key', 'last login', { whole: 'fingerprint' }],
        rows: reply.rows.map((row) => rowOf(row, context.now())),
        empty: 'No officers.',
      },
    ],
  };
}

function rowOf(row: OfficerView, now: number): readonly Line[] {
  return [
    row.name,
    row.roles.join(', '),
    row.desks.join(', ') || '–',
    keyState(row),
    row.lastLoginAt === undefined ? 'never' : when(row.lastLoginAt, now),
    row.fingerprint,
  ];
}

function keyState(row: OfficerView): Line {
  if (row.removedAt !== undefined) return toned('dim', 'removed');
  return row.enrolled ? toned('good', 'enrolled') : toned('warn', 'not seen yet');
}
