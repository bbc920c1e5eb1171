import { ComityError } from '../../protocol/errors.ts';
import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { forgetSession } from '../folder/session.ts';
import { line } from '../view/block.ts';

/** Ends the session at the daemon and forgets its token. Without an open session there is nothing to do. */
export async function logout(context: Context): Promise<Outcome> {
  const closed = await closeAtDaemon(context);
  forgetSession(context.places.officer);
  return { document: { closed }, view: [line(closed ? 'Logged out.' : 'There was no open session.')] };
}

async function closeAtDaemon(context: Context): Promise<boolean> {
  try {
    return (await connect(context).client.call('login.close', { body: {} })).closed;
  } catch (error) {
    if (error instanceof ComityError && error.code === 'not-logged-in') return false;
    throw error;
  }
}
