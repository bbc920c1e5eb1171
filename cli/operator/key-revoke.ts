import { ComityError } from '../../protocol/errors.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { changeProfile } from './change-profile.ts';

/** A key is known or feared to be in other hands: it is revoked, and a new one takes its place at once. */
export async function keyRevoke(context: Context, input: Input): Promise<Outcome> {
  const given = input.argument('KEY').toLowerCase();
  const { rows } = await connect(context).client.call('keys.list', {});
  const found = rows.filter(({ keyId }) => keyId.startsWith(given));
  const [key] = found;
  if (key === undefined || found.length > 1) {
    const how = key === undefined ? 'no key' : 'more than one key';
    throw new ComityError('usage', `${how} begins with '${given}' — see: comity key list`);
  }
  return changeProfile(context, input, { revoke: [key.keyId] });
}
