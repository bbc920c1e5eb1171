import type { Item } from '../../protocol/item/item.ts';
import type { Change, RecordEvent } from '../storage/change.ts';
import type { CaseContext } from './case-context.ts';
import { caseEvent } from './case-events.ts';
import { addItem } from './machine.ts';
import { adopt, type KnownItem } from './open-case.ts';

/**
 * Keeps the second of two items that one side has signed for one place and that the other side's node has
 * receipted, both of them: two histories. The case stands before the fork from then on, and can only be
 * closed. In one commit with `extra`; said again it changes nothing.
 */
export async function keepFork(context: CaseContext, item: Item, extra: Change): Promise<void> {
  const { id, header, act } = item;
  const { book, writer, store, clock, pins, watchers } = context;
  await book.within(header.caseId, async (open) => {
    if (open === undefined || open.items.has(id)) {
      await store.commit(extra);
      return;
    }
    const origin = header.sender.party === context.party ? 'own' : 'partner';
    const at = clock.now();
    const known: KnownItem = {
      ...{ origin, sequence: header.sequence, verb: act.verb, apart: 'forked' },
      entry: { id, header, act },
    };
    const change = writer.summaryRows(open, { item: known, folded: addItem(open, known, pins), at });
    const detail = { caseId: header.caseId, sequence: header.sequence };
    const event: RecordEvent = { type: 'item.forked', at, subject: id, actor: header.sender.party, detail };
    await store.commit({
      operations: [...writer.itemRows(open, known, item), ...change.operations, ...extra.operations],
      events: [...(extra.events ?? []), event],
    });
    adopt(open, { ...change, item: known });
    book.hold(open);
    const facts = { type: 'item', time: at, itemId: id, from: header.sender.party } as const;
    watchers.tell(caseEvent(change.summary, facts));
  });
}
