import type { CaseView, Timeline } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { ControlClient } from '../client/control-client.ts';
import type { Context } from '../context.ts';
import { lookOf } from '../folder/looks.ts';

type Entry = Timeline['entries'][number];

/**
 * Compares the case as it stands with what the officer was last shown of it: nobody answers a letter that has
 * not been read. What came between preparing an act and its submission is the daemon's to tell.
 *
 * @throws ComityError `case-changed`, with what came from the partner since.
 */
export async function assertUnchanged(
  { places }: Context,
  client: ControlClient,
  { reference, foldDigest, partner }: CaseView,
): Promise<void> {
  const look = lookOf(places.officer, reference);
  if (look === undefined || look.foldDigest === foldDigest) return;
  const { entries } = await client.call('cases.timeline', { params: { reference } });
  const items = entries.filter((entry) => entry.from === partner && arrivedAt(entry) >= look.at);
  const last = items.at(-1);
  if (last === undefined) return;
  throw new ComityError(
    'case-changed',
    `the case has changed since you looked: ${last.verb} came in — look at it (comity case read ${reference}), then say it again, or add --anyway`,
    { details: { items: items.map(({ itemId, verb, createdAt }) => ({ itemId, verb, createdAt })) } },
  );
}

/** When the own node has stored an item of the partner, by its own receipt. */
function arrivedAt({ evidence, createdAt }: Entry): number {
  return Date.parse(evidence.find(({ level }) => level === 'relay')?.at ?? createdAt);
}
