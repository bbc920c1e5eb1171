import type { Delivery } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { ControlClient } from '../client/control-client.ts';
import type { Context } from '../context.ts';
import { line, toned } from '../view/block.ts';

/** Beyond the wait itself: the daemon may be busy when it ends. */
const MARGIN_MS = 15_000;

/** How far an item has come after so many seconds, or as soon as it is no longer queued. */
export async function waitForDelivery(
  context: Context,
  client: ControlClient,
  { itemId, waitS }: { readonly itemId: string; readonly waitS: number },
): Promise<Delivery> {
  if (waitS > 3600) throw new ComityError('usage', '--wait takes an hour at most: 3600');
  await context.say(line(toned('dim', `Queued. Waiting up to ${waitS} s for the partner's node …`)));
  return client.call(
    'items.delivery',
    { params: { itemId }, query: { waitS } },
    { signal: context.signal, silenceMs: waitS * 1000 + MARGIN_MS },
  );
}
