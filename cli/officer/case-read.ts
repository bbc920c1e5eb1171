import type { OpenedItem, Timeline } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { noteLooks } from '../folder/looks.ts';
import { next } from '../view/block.ts';
import { itemBlocks } from './item-view.ts';

type Entry = Timeline['entries'][number];

/**
 * Opens what was written. For the sender this is evidence that an officer here has read it, so nothing is
 * opened that was not asked for: the item that is named, else the unread ones, else the last one.
 */
export async function caseRead(context: Context, input: Input): Promise<Outcome> {
  const reference = input.argument('REF');
  const { client } = connect(context);
  const at = context.now();
  const timeline = await client.call('cases.timeline', { params: { reference } });
  noteLooks(context.places.officer, [timeline.reference], { at });
  const items: OpenedItem[] = [];
  for (const { itemId } of wanted(timeline.entries, input.optionalArgument('ITEM'))) {
    items.push(await client.call('items.open', { params: { itemId } }));
  }
  return {
    document: { reference: timeline.reference, items },
    view: [
      ...items.flatMap((item) => itemBlocks(item, context.now())),
      next(`comity reply ${timeline.reference} lists what may be said now`),
    ],
  };
}

function wanted(entries: readonly Entry[], item: string | undefined): readonly Entry[] {
  if (item === undefined) {
    const unread = entries.filter((entry) => entry.unread);
    return unread.length > 0 ? unread : entries.slice(-1);
  }
  const found = entries.filter((entry) => entry.itemId.startsWith(item.toLowerCase()));
  if (found.length === 1) return found;
  const what =
    found.length === 0 ? 'no item of this case begins with' : 'several items of this case begin with';
  throw new ComityError('usage', `${what} ${item} — the timeline shows them: comity case timeline REF`);
}
