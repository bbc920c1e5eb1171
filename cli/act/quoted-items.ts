import { ComityError } from '../../protocol/errors.ts';
import type { Hex } from '../../protocol/value.ts';
import type { ControlClient } from '../client/control-client.ts';
import type { Input } from '../command.ts';

/**
 * Ids of the items that `--quote REF/ITEM` names, each by the beginning of its id as the timeline shows it.
 *
 * @throws ComityError `usage`, `unknown-case`.
 */
export async function quotedItems(client: ControlClient, input: Input): Promise<Hex[]> {
  const found: Hex[] = [];
  for (const text of input.options('quote')) found.push(await quotedItem(client, text));
  return found;
}

async function quotedItem(client: ControlClient, text: string): Promise<Hex> {
  const slash = text.lastIndexOf('/');
  const [reference, start] = [text.slice(0, Math.max(0, slash)), text.slice(slash + 1).toLowerCase()];
  if (reference === '' || start === '') {
    throw new ComityError(
      'usage',
      `--quote ${text} names no item — write it as REF/ITEM: comity case timeline REF`,
    );
  }
  const { entries } = await client.call('cases.timeline', { params: { reference } });
  const found = entries.filter(({ itemId }) => itemId.startsWith(start));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.itemId;
  const what = only === undefined ? 'no item of that case begins' : 'several items of that case begin';
  throw new ComityError(
    'usage',
    `${what} with ${start} — the timeline shows them: comity case timeline ${reference}`,
  );
}
