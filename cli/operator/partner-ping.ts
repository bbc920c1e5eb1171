import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { type Block, line, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { duration } from '../view/when.ts';

/** Clocks that are less apart than this are not worth a word. */
const TOLD_S = 60;

function clockLine(aheadS: number): Block {
  const side = aheadS > 0 ? 'ahead of' : 'behind';
  return line(toned('warn', `Its clock is ${duration(Math.abs(aheadS) * 1000)} ${side} that of this node.`));
}

/** Whether the partner's node answers. It reaches no officer there. */
export async function partnerPing(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const request = { params: { state: input.argument('STATE') } };
  const reply = await client.call('partners.ping', request, { signal: context.signal });
  const time = `${reply.roundTripMs.toFixed(1)} ms`;
  return {
    document: reply,
    view: [
      line(`${stateName(reply.state)} answers in `, toned('good', time)),
      ...(Math.abs(reply.aheadS) < TOLD_S ? [] : [clockLine(reply.aheadS)]),
    ],
  };
}
