import type { Case } from '../../protocol/case/case.ts';
import type { PinnedProfiles } from '../../protocol/case/rulebook.ts';
import type { Act } from '../../protocol/item/act.ts';
import { type SealedItem, withholdBody } from '../../protocol/item/item.ts';
import type { Change } from '../storage/change.ts';
import type { CaseContext } from './case-context.ts';
import { caseEvent } from './case-events.ts';
import type { StoredItem } from './case-repository.ts';
import { keepFork } from './keep-fork.ts';
import { addItem, addVoid, claimsToOpen } from './machine.ts';
import { adopt, type KnownItem, type OpenCase } from './open-case.ts';

/**
 * Takes an own item that this node lost back into its chain, in one commit with `extra`: the partner's
 * answer. An item that was rejected is void, as it was before, also where its act can not be read. What
 * stands there already changes nothing; where another own item stands, a place was used twice: if the partner
 * has receipted both, the case stands before them from now on; else the one that stands stays until the
 * partner has answered it.
 */
export async function takeBack(
  context: CaseContext,
  item: TakenBack,
  { answered, extra }: { readonly answered: 'receipt' | 'rejection'; readonly extra: Change },
): Promise<void> {
  const { caseId, recipient, sequence } = item.header;
  const { book, writer, repository, store, clock, pins, log } = context;
  const { act } = item;
  if (answered === 'receipt' && act !== undefined && (await hasReceiptedAnother(context, item))) {
    await keepFork(context, { ...item, act }, extra);
    return;
  }
  await book.within(caseId, async (held) => {
    const open = held ?? (await writer.newCase(caseId, recipient.party));
    const standing = open.chains.own.get(sequence);
    if (open.partner !== recipient.party || standing !== undefined) {
      if (standing?.entry.id !== item.id)
        log.error({ caseId, itemId: item.id }, 'a place in a chain was used twice');
      await store.commit({ operations: extra.operations });
      return;
    }
    const known = knownItem(item, answered);
    const isVoid = known.entry.act === undefined;
    const folded = isVoid ? withVoid(open, known, { item, pins }) : addItem(open, known, pins);
    const at = clock.now();
    const change = writer.summaryRows(open, { item: known, folded, at });
    const operations = [
      ...writer.itemRows(open, known, item),
      ...(isVoid ? [repository.putVoid(caseId, storedItem(item))] : []),
      ...change.operations,
      ...extra.operations,
    ];
    await store.commit({ operations, events: extra.events ?? [] });
    adopt(open, { ...change, item: known });
    book.hold(open);
    const facts = {
      type: 'delivery',
      time: at,
      itemId: item.id,
      delivery: isVoid ? 'rejected' : 'relayed',
    } as const;
    context.watchers.tell(caseEvent(change.summary, facts));
  });
}

async function hasReceiptedAnother(
  { book, receipts }: CaseContext,
  { id, header }: SealedItem,
): Promise<boolean> {
  const open = await book.read(header.caseId);
  const standing = open?.chains.own.get(header.sequence)?.entry.id;
  if (standing === undefined || standing === id) return false;
  return (await receipts.receipts([standing])).has(standing);
}

type TakenBack = SealedItem & { readonly act?: Act };

function storedItem(item: TakenBack): StoredItem {
  const { id: itemId, header, act } = item;
  const facts = { itemId, ...(act === undefined && { unread: true as const }) };
  return { origin: 'own', sequence: header.sequence, facts, bytes: withholdBody(item) };
}

function knownItem({ id, header, act }: TakenBack, answered: 'receipt' | 'rejection'): KnownItem {
  const entry = answered === 'rejection' || act === undefined ? { id, header } : { id, header, act };
  return { origin: 'own', sequence: header.sequence, verb: act?.verb ?? '', entry };
}

/** The case of an opening that was rejected is there for its author alone, as it was when it was written. */
function withVoid(
  open: OpenCase,
  known: KnownItem,
  { item: { id, header, act }, pins }: { readonly item: TakenBack; readonly pins: PinnedProfiles },
): Case | undefined {
  if (act === undefined || !claimsToOpen({ header })) return addVoid(open, known, pins);
  return addItem(open, { ...known, entry: { id, header, act } }, pins);
}
