import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { line } from '../view/block.ts';
import { counted } from '../view/when.ts';

/** From now on nothing that this officer signs is passed on; sessions end at once. */
export async function officerRemove(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const reply = await client.call('officers.remove', { params: { name: input.argument('NAME') } });
  return {
    document: reply,
    view: [line(`${reply.name} is removed; ${counted(reply.sessionsEnded, 'session')} ended.`)],
  };
}
