import { type Item, withholdBody } from '../../protocol/item/item.ts';
import type { Change } from '../storage/change.ts';
import type { CaseContext } from './case-context.ts';
import { caseEvent } from './case-events.ts';
import { keepFork } from './keep-fork.ts';
import { addItem, addVoid } from './machine.ts';
import { adopt, type KnownItem } from './open-case.ts';

/**
 * Takes an own item that this node lost back into its chain, in one commit with `extra`: the partner's
 * answer. An item that was rejected is void, as it was before. What stands there already changes nothing;
 * where another own item stands, a place was used twice: if the partner has receipted both, the case stands
 * before them from now on; else the one that stands stays until the partner has answered it.
 */
export async function takeBack(
  context: CaseContext,
  item: Item,
  { answered, extra }: { readonly answered: 'receipt' | 'rejection'; readonly extra: Change },
): Promise<void> {
  const { caseId, recipient, sequence } = item.header;
  const { book, writer, repository, store, clock, pins, log } = context;
  if (answered === 'receipt' && (await hasReceiptedAnother(context, item))) {
    await keepFork(context, item, extra);
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
    const isVoid = answered === 'rejection';
    const known = knownItem(item, isVoid);
    const folded = isVoid ? addVoid(open, known, pins) : addItem(open, known, pins);
    const at = clock.now();
    const change = writer.summaryRows(open, { item: known, folded, at });
    const stored = {
      origin: 'own',
      sequence,
      facts: { itemId: item.id },
      bytes: withholdBody(item),
    } as const;
    const operations = [
      ...writer.itemRows(open, known, item),
      ...(isVoid ? [repository.putVoid(caseId, stored)] : []),
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

async function hasReceiptedAnother({ book, receipts }: CaseContext, { id, header }: Item): Promise<boolean> {
  const open = await book.read(header.caseId);
  const standing = open?.chains.own.get(header.sequence)?.entry.id;
  if (standing === undefined || standing === id) return false;
  return (await receipts.receipts([standing])).has(standing);
}

function knownItem({ id, header, act }: Item, isVoid: boolean): KnownItem {
  const entry = isVoid ? { id, header } : { id, header, act };
  return { origin: 'own', sequence: header.sequence, verb: act.verb, entry };
}
