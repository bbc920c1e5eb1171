import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { line, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { warningBlocks } from '../view/warnings.ts';

/** Ends the alarm about a partner who contradicts itself; what is still to be done stays a notice. */
export async function partnerAcknowledge(context: Context, input: Input): Promise<Outcome> {
  const reply = await connect(context).client.call('partners.acknowledge', {
    params: { state: input.argument('STATE').toUpperCase() },
    body: {},
  });
  return {
    document: reply,
    view: [
      line(toned('good', `It is in the record that you know of ${stateName(reply.state)}.`)),
      ...warningBlocks(reply.warnings),
    ],
  };
}
