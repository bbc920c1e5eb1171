import type { VerifiedItem } from '../../protocol/item/verify.ts';
import type { Change, Operation, RecordEvent } from '../storage/change.ts';
import type { CaseContext } from './case-context.ts';
import { caseEvent } from './case-events.ts';
import { draftAgain } from './draft-again.ts';
import type { Draft } from './draft-repository.ts';
import { foldItems } from './machine.ts';
import { adopt, emptyCase, type KnownItem, type OpenCase } from './open-case.ts';

/** An own item that has no place in its case: the partner holds another own one there, or before it. */
export interface Displaced {
  readonly second: KnownItem;
  /** The one that has the place, with the partner's receipt; absent where the second only follows such a one. */
  readonly standing: VerifiedItem | undefined;
  /** Committed with it. */
  readonly extra: Change;
}

/**
 * The item that stands takes the place in the chain, as it has it at the partner, and the case is folded
 * anew. The second one stays beside the chain, is shown as displaced, and is offered to its officer as a
 * draft; so does what was written behind it and has been rejected too. All of that is one commit.
 */
export async function displace(context: CaseContext, open: OpenCase, displaced: Displaced): Promise<void> {
  const { writer, store, clock, pins, book, log, watchers } = context;
  const { standing, extra } = displaced;
  const at = clock.now();
  const gone = [displaced.second, ...rejectedBehind(open, displaced.second)];
  const next = without(open, gone);
  const taken = standing && knownItem(standing);
  const entries = [...next.items.values(), ...(taken === undefined ? [] : [taken])];
  const folded = foldItems(
    entries.map(({ entry }) => entry),
    pins,
  );
  const item = taken === undefined ? {} : { item: taken };
  const change = writer.summaryRows(next, { ...item, folded, at });
  const aside = await Promise.all(gone.map((second) => setAside(context, open, { second, standing, at })));
  const operations: Operation[] = [
    ...aside.flatMap((one) => one.operations),
    ...(taken === undefined || standing === undefined ? [] : writer.itemRows(next, taken, standing)),
    ...change.operations,
    ...extra.operations,
  ];
  await store.commit({ operations, events: [...(extra.events ?? []), ...aside.map(({ event }) => event)] });
  adopt(next, { ...change, ...item });
  book.hold(next);
  for (const { entry } of gone) {
    const { id: itemId } = entry;
    log.error({ caseId: open.caseId, partner: open.partner, itemId }, 'an own item was displaced by another');
    const facts = { type: 'delivery', time: at, itemId, delivery: 'rejected' } as const;
    watchers.tell(caseEvent(change.summary, facts));
  }
}

/** What hangs on an item in the own chain, as far as the partner has answered it already. */
function rejectedBehind({ chains }: OpenCase, second: KnownItem): KnownItem[] {
  const found: KnownItem[] = [];
  for (let last = second; ;) {
    const behind = chains.own.get(last.sequence + 1);
    if (behind?.entry.act !== undefined || behind?.entry.header.previous !== last.entry.id) return found;
    found.push(behind);
    last = behind;
  }
}

/** The case as it is without these items, which stand beside it. */
function without(open: OpenCase, gone: readonly KnownItem[]): OpenCase {
  const { caseId, partner, key, keyRows, items, summary, displaced } = open;
  const next = emptyCase(caseId, partner, { key, operations: keyRows });
  if (summary === undefined) throw new Error('an own item stands in a case that is not written');
  const rest = [...items.values()].filter((item) => !gone.includes(item));
  const apart = gone.map((item): KnownItem => ({ ...item, apart: 'displaced' }));
  for (const item of [...rest, ...displaced, ...apart]) adopt(next, { item, folded: undefined, summary });
  return next;
}

function knownItem({ id, header, act }: VerifiedItem): KnownItem {
  return { origin: 'own', sequence: header.sequence, verb: act.verb, entry: { id, header, act } };
}

interface SetAside {
  readonly second: KnownItem;
  readonly standing: VerifiedItem | undefined;
  readonly at: number;
}

async function setAside(
  context: CaseContext,
  open: OpenCase,
  { second, standing, at }: SetAside,
): Promise<{ readonly operations: Operation[]; readonly event: RecordEvent }> {
  const { repository, drafts } = context;
  const { caseId, partner } = open;
  const { sequence, entry } = second;
  const stored = await repository.inChain(caseId, 'own', sequence);
  if (stored?.facts.itemId !== entry.id) throw new Error('an own item is not where it stands');
  // What says the very same as the one that stands is not said twice.
  const isSame = standing?.header.act === entry.header.act;
  const draft = isSame ? undefined : await draftAgain(context, open, second);
  return {
    operations: [
      ...(await repository.setApart(caseId, stored)),
      ...(draft === undefined ? [] : [drafts.put(draft)]),
    ],
    event: displacedEvent({ partner, second, standing, draft, at }),
  };
}

function displacedEvent({
  partner,
  second: { entry, sequence },
  standing,
  draft,
  at,
}: SetAside & { readonly partner: string; readonly draft: Draft | undefined }): RecordEvent {
  const detail = {
    ...{ caseId: entry.header.caseId, sequence },
    ...(standing && { standing: standing.id }),
    ...(draft && { draftId: draft.draftId }),
  };
  return { type: 'item.displaced', at, subject: entry.id, actor: partner, detail };
}
