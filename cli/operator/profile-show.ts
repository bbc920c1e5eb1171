import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { next } from '../view/block.ts';
import { profileBlocks } from './profile-view.ts';

/** The State's own profile, as its partners see it. */
export async function profileShow(context: Context): Promise<Outcome> {
  const { client } = connect(context);
  const reply = await client.call('profile.show', {});
  return {
    document: reply,
    view: [
      ...profileBlocks(reply, context.now()),
      next('comity profile export FILE writes it for a partner'),
    ],
  };
}
