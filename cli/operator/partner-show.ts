import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { partnerBlocks } from './partner-view.ts';

/** One partner or candidate with its profile. */
export async function partnerShow(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const reply = await client.call('partners.show', { params: { state: input.argument('STATE') } });
  return { document: reply, view: partnerBlocks(reply, context.now()) };
}
