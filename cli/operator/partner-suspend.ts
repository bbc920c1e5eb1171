import type { PartnerDetails } from '../../protocol/control/types.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { line, next, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';

/** Lets a partner in no more. What is queued for it waits. */
export async function partnerSuspend(context: Context, input: Input): Promise<Outcome> {
  const reply = await asked(context, input, 'partners.suspend');
  return {
    document: reply,
    view: [
      line(
        toned(
          'warn',
          `${stateName(reply.state)} is suspended: nothing comes from there, nothing goes there.`,
        ),
      ),
      next(`comity partner resume ${reply.state} lets it in again`),
    ],
  };
}

/** Lets a suspended partner in again. */
export async function partnerResume(context: Context, input: Input): Promise<Outcome> {
  const reply = await asked(context, input, 'partners.resume');
  return {
    document: reply,
    view: [line(toned('good', `${stateName(reply.state)} is let in again; what waited goes out.`))],
  };
}

function asked(
  context: Context,
  input: Input,
  route: 'partners.suspend' | 'partners.resume',
): Promise<PartnerDetails> {
  const params = { state: input.argument('STATE').toUpperCase() };
  return connect(context).client.call(route, { params, body: {} });
}
