import type { Role } from '../../protocol/control/roles.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { wholeFingerprint } from '../fingerprint-option.ts';
import { line, next, toned } from '../view/block.ts';

/** Admits a person by the fingerprint of the key that `comity enrol` made. */
export async function officerAdd(context: Context, input: Input): Promise<Outcome> {
  const fingerprint = wholeFingerprint(input.required('fingerprint'));
  const { client } = connect(context);
  const reply = await client.call('officers.add', {
    body: {
      name: input.argument('NAME'),
      roles: input.options('role') as Role[],
      desks: [...input.options('desk')],
      fingerprint,
    },
  });
  return {
    document: reply,
    view: [
      line(toned('good', `${reply.name} may log in as ${reply.roles.join(', ')}.`)),
      next({ elsewhere: `${reply.name} now runs: comity login` }),
    ],
  };
}
