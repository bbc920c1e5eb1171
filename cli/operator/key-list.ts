import type { KeyView } from '../../protocol/control/types.ts';
import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { type Line, pairs, toned } from '../view/block.ts';
import { when } from '../view/when.ts';

/** The keys in the own profile, and how far a change of the node key has come. */
export async function keyList(context: Context): Promise<Outcome> {
  const reply = await connect(context).client.call('keys.list', {});
  const awaited =
    reply.awaited.length === 0 ? 'all partners have it' : `not yet at ${reply.awaited.join(', ')}`;
  return {
    document: reply,
    view: [
      {
        is: 'table',
        head: ['use', { whole: 'key' }, 'state', 'from', 'until', 'revoked', 'here'],
        rows: reply.rows.map((row) => rowOf(row, context.now())),
        empty: 'No keys.',
      },
      pairs([
        ['profile', `version ${reply.version}, ${awaited}`],
        ['node', reply.peerId],
        ['next node', reply.nextPeerId],
      ]),
    ],
  };
}

function rowOf(row: KeyView, now: number): readonly Line[] {
  const tone = { active: 'good', retired: 'dim', revoked: 'bad' } as const;
  return [
    row.desk === undefined ? row.use : `${row.use} ${row.desk}`,
    row.keyId.slice(0, 12),
    toned(tone[row.state], row.state),
    when(row.from, now),
    row.until === undefined ? '' : when(row.until, now),
    row.revokedAt === undefined ? '' : when(row.revokedAt, now),
    row.held ? 'yes' : '',
  ];
}
