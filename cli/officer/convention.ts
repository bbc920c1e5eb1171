import type { Reply } from '../../protocol/control/types.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { type Block, gap, heading, line, toned } from '../view/block.ts';

/** A paragraph in our words; where the text has a slip, both readings. */
export async function convention(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const params = { paragraph: input.argument('PARAGRAPH').toUpperCase() };
  const reply = await client.call('convention.show', { params, query: {} });
  return { document: reply, view: viewOf(reply) };
}

function viewOf({ code, article, says, does, slip }: Reply<'convention.show'>): readonly Block[] {
  return [
    heading(`${code}  ${article}`),
    { is: 'text', text: says },
    ...(does === undefined
      ? []
      : [gap, line('What this node does about it:'), { is: 'text', text: does } as const]),
    ...(slip === undefined
      ? []
      : [
          gap,
          line(toned('warn', `The text has a slip here (${slip.anomaly}). Literally it says:`)),
          { is: 'text', text: slip.literal } as const,
          line('Applied is:'),
          { is: 'text', text: slip.applied } as const,
        ]),
  ];
}
