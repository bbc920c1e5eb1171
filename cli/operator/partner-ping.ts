import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { line, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';

/** Whether the partner's node answers. It reaches no officer there. */
export async function partnerPing(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const request = { params: { state: input.argument('STATE') } };
  const reply = await client.call('partners.ping', request, { signal: context.signal });
  const time = `${reply.roundTripMs.toFixed(1)} ms`;
  return {
    document: reply,
    view: [line(`${stateName(reply.state)} answers in `, toned('good', time))],
  };
}
