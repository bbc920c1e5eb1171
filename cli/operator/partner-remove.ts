import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { wholeFingerprint } from '../fingerprint-option.ts';
import { line, next, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { counted } from '../view/when.ts';

/** Forgets a candidate, or a partner with whom nothing was ever exchanged. */
export async function partnerRemove(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const fingerprint = input.option('fingerprint');
  const reply = await client.call('partners.remove', {
    params: { state: input.argument('STATE').toUpperCase() },
    body: fingerprint === undefined ? {} : { fingerprint: wholeFingerprint(fingerprint) },
  });
  const name = stateName(reply.state);
  const done =
    reply.status === 'partner'
      ? `${name} is no partner any more.`
      : `${counted(reply.count, 'candidate')} for ${name} removed${reply.isPartner ? '; the partner stays' : ''}.`;
  return {
    document: reply,
    view: [line(toned('good', done)), next('whoever knows it still may introduce it again')],
  };
}
