import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { sessionBlocks } from './session-view.ts';

/** Who this session is: asked of the daemon, so that a removed officer learns it here. */
export async function whoami(context: Context): Promise<Outcome> {
  const { client } = connect(context);
  const reply = await client.call('whoami', {});
  return { document: reply, view: sessionBlocks(reply, context.now()) };
}
