import type { Case } from '../../protocol/case/case.ts';
import type { VerifiedItem } from '../../protocol/item/verify.ts';
import type { RejectionCode } from '../../protocol/rejection.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { Change, Operation, RecordEvent } from '../storage/change.ts';
import { whyNotPlaced } from './admission.ts';
import type { CaseContext } from './case-context.ts';
import { itemEvent } from './case-events.ts';
import { evidenceRows } from './evidence.ts';
import { addItem, type NewlyPlaced, newlyPlaced } from './machine.ts';
import { adopt, type KnownItem, type OpenCase } from './open-case.ts';
import { mayNotWait } from './waiting-room.ts';

/**
 * What became of an arrived item. `placed`, `waiting`: it is stored, with all that came along with it.
 * `duplicate`: it was stored before. `busy`: too many items of the case wait already, it may come again. But
 * for the first two nothing is written.
 */
export type Arrival =
  | { readonly outcome: 'placed' | 'waiting' | 'duplicate' | 'busy' }
  | { readonly outcome: 'rejected'; readonly code: RejectionCode; readonly standing?: Hex };

/**
 * What is committed with an item, given whether it has its place or waits for one: the receipt says which.
 */
export type ExtraFor = (placed: boolean) => Change;

/**
 * Takes an authentic item of a partner into its case, in one commit with `extra`: the receipt, the state of
 * the link.
 *
 * 1. What can never have a place in the case is rejected, by a code.
 * 2. The item is placed, or waits for the items that it names.
 * 3. Each item that waited and has its place now is with its desk, and the partner is told so; of the arrived
 *    one the receipt says it.
 * 4. All of it is committed, taken up in memory, and told to whoever watches.
 */
export async function receiveItem(
  context: CaseContext,
  item: VerifiedItem,
  extraFor: ExtraFor,
): Promise<Arrival> {
  const { caseId, sender } = item.header;
  return context.book.within(caseId, async (held) => {
    const open = held ?? (await context.writer.newCase(caseId, sender.party));
    const refusal = whyNotPlaced(open, item);
    if (refusal !== undefined) return refusal;
    const known = knownItem(item);
    const folded = addItem(open, known, context.pins);
    const waits = folded === undefined || folded.waiting.includes(item.id);
    if (mayNotWait(open, { folded, id: item.id })) {
      context.log.warn({ caseId, partner: open.partner }, 'too many items of a case wait for others');
      return { outcome: 'busy' };
    }

    await take(context, open, { item, known, folded, waits, extra: extraFor(!waits) });
    return { outcome: waits ? 'waiting' : 'placed' };
  });
}

interface Taken {
  readonly item: VerifiedItem;
  readonly known: KnownItem;
  readonly folded: Case | undefined;
  readonly waits: boolean;
  readonly extra: Change;
}

async function take(context: CaseContext, open: OpenCase, taken: Taken): Promise<void> {
  const { item, known, folded, waits, extra } = taken;
  const at = context.clock.now();
  const change = context.writer.summaryRows(open, { item: known, folded, at });
  const placed = newlyPlaced(open.folded, folded).filter(isFrom(open.partner));
  const late = placed.filter(({ entry }) => entry.id !== item.id);
  const operations = [
    ...context.writer.itemRows(open, known, item),
    ...change.operations,
    ...late.flatMap((waited) => deliveryRows(context, waited, at)),
    ...extra.operations,
  ];
  const events = [arrivalEvent(item, waits, at), ...placed.flatMap((arrived) => flagEvents(arrived, at))];
  await context.store.commit({ operations, events: [...events, ...(extra.events ?? [])] });

  adopt(open, { ...change, item: known });
  context.book.hold(open);
  for (const { entry } of placed.filter(({ foldDiffers }) => foldDiffers)) {
    // To be found on the day, not in court.
    context.log.error(
      { itemId: entry.id, partner: open.partner },
      'a partner folds a case to something else',
    );
  }
  if (late.length > 0) context.outbox.wake(open.partner);
  const news = waits ? [known.entry] : placed.map(({ entry }) => entry);
  for (const entry of news) context.watchers.tell(itemEvent(change.summary, entry, at));
}

/** What the fold reads, and nothing of the body: it would stay in memory as long as the case. */
function knownItem({ id, header, act }: VerifiedItem): KnownItem {
  return { origin: 'partner', sequence: header.sequence, verb: act.verb, entry: { id, header, act } };
}

function isFrom(party: string): (placed: NewlyPlaced) => boolean {
  return ({ entry }) => entry.header.sender.party === party;
}

function deliveryRows(context: CaseContext, { entry: { id, header } }: NewlyPlaced, at: Time): Operation[] {
  return evidenceRows(context, {
    partner: header.sender.party,
    itemId: id,
    level: 'delivery',
    at,
    authority: header.recipient.authority,
    urgency: header.urgency,
  });
}

function arrivalEvent({ id, header, act }: VerifiedItem, waits: boolean, at: Time): RecordEvent {
  const { caseId, sender, sequence } = header;
  const detail = { caseId, kind: act.kind, verb: act.verb, sequence, waits };
  return { type: 'item.received', at, subject: id, actor: sender.party, detail };
}

/** Stands among the flags of an item whose author folded the case to something else. */
const FOLD_DIFFERS = 'fold-differs';

function flagEvents({ entry, flags, foldDiffers }: NewlyPlaced, at: Time): RecordEvent[] {
  const found = [...flags, ...(foldDiffers ? [FOLD_DIFFERS] : [])];
  if (found.length === 0) return [];
  const { caseId } = entry.header;
  return [{ type: 'item.flagged', at, subject: entry.id, actor: 'node', detail: { caseId, flags: found } }];
}
