import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';

/** The commented form of a kind, or of a verb in a kind. */
export async function printTemplate(
  context: Context,
  { name, kind, language }: { name: string; kind?: string; language?: string | undefined },
): Promise<Outcome> {
  const { client } = connect(context);
  const query = { ...(kind !== undefined && { kind }), ...(language !== undefined && { language }) };
  const reply = await client.call('forms.show', { params: { name }, query });
  return { document: reply, view: [{ is: 'verbatim', text: reply.yaml }] };
}
