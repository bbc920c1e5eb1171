import type { Reply } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { line, next, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { when } from '../view/when.ts';

/** Authentic items that could not be processed: from whom, since when and why. */
export async function quarantineList(context: Context): Promise<Outcome> {
  const reply = await connect(context).client.call('quarantine.list', {}, { signal: context.signal });
  const [first] = reply.rows;
  return {
    document: reply,
    view: [
      {
        is: 'table',
        head: [{ whole: 'item' }, 'from', 'since', 'why'],
        rows: reply.rows.map(({ itemId, partner, at, why }) => [
          itemId,
          stateName(partner),
          when(at, context.now()),
          why,
        ]),
        empty: 'Nothing is in quarantine.',
      },
      ...(first === undefined
        ? []
        : [
            next(`comity quarantine release ${first.itemId} tries again, as after an upgrade`),
            next(`comity quarantine reject ${first.itemId} tells its sender that it is void`),
          ]),
    ],
  };
}

/** Has an item processed again. */
export async function quarantineRelease(context: Context, input: Input): Promise<Outcome> {
  const reply = await decide(context, input, 'quarantine.release');
  const says = 'The item has its place, and the officers of its desk see it.';
  return { document: reply, view: [line(toned('good', says))] };
}

/** Rejects an item, for good. */
export async function quarantineReject(context: Context, input: Input): Promise<Outcome> {
  const reply = await decide(context, input, 'quarantine.reject');
  return { document: reply, view: [line('The item is void on both sides, and its sender is told.')] };
}

function decide(
  context: Context,
  input: Input,
  route: 'quarantine.release' | 'quarantine.reject',
): Promise<Reply<'quarantine.release'>> {
  const itemId = input.argument('ITEM').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(itemId)) {
    throw new ComityError('usage', `'${itemId}' is no id of an item — see: comity quarantine list`);
  }
  const params = { itemId };
  return connect(context).client.call(route, { params, body: {} });
}
