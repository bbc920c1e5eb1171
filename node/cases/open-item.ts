import { toInstant } from '../../protocol/control/instant.ts';
import type { OpenedItem } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { actCodec } from '../../protocol/item/act.ts';
import { bodyCodec } from '../../protocol/item/body.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { RecordEvent } from '../storage/change.ts';
import type { CaseContext } from './case-context.ts';
import type { StoredEnvelope } from './case-repository.ts';
import type { Officer } from './dependencies.ts';
import { evidenceRows } from './evidence.ts';
import { evidenceEvent } from './case-events.ts';
import { findItem, type SeenCase } from './find-case.ts';
import { jsonContent } from './json-content.ts';
import { adopt, type KnownItem } from './open-case.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

/**
 * What an item says, for an officer of a desk that the case has been with. Each opening is recorded; the
 * first one of a partner's item is told to the partner, with the authority and the time, before the officer
 * reads a word.
 *
 * @throws ComityError `unknown-item`; `erased` for what can't be read any more.
 */
export async function openItem(context: CaseContext, officer: Officer, itemId: Hex): Promise<OpenedItem> {
  const seen = await findItem(context, officer, { itemId });
  const stored = await context.repository.envelope(itemId);
  const { items, displaced } = seen.open;
  const item = items.get(itemId) ?? displaced.find(({ entry }) => entry.id === itemId);
  const isUnread = item?.origin === 'partner' && item.entry.act === undefined;
  if (stored === undefined || item === undefined || isUnread) {
    throw new ComityError('erased', 'Of this item nothing is left that can be read.');
  }
  await recordOpening(context, officer, item);
  return viewOf(seen, item, stored);
}

async function recordOpening(context: CaseContext, officer: Officer, item: KnownItem): Promise<void> {
  const { id, header } = item.entry;
  await context.book.within(header.caseId, async (open) => {
    const at = context.clock.now();
    const events: RecordEvent[] = [readEvent(officer, item, at)];
    const known = item.origin === 'own' || (await context.evidence.has(id, 'retrieval', context.party));
    if (open?.summary === undefined || known) {
      await context.store.commit({ operations: [], events });
      return;
    }
    const evidence = evidenceRows(context, {
      partner: open.partner,
      itemId: id,
      level: 'retrieval',
      at,
      authority: header.recipient.authority,
      urgency: header.urgency,
      officerId: officer.officerId,
    });
    const itemsRead = open.summary.itemsRead + 1;
    const change = context.writer.summaryRows(open, { folded: open.folded, at, itemsRead });
    await context.store.commit({ operations: [...evidence, ...change.operations], events });
    adopt(open, change);
    context.outbox.wake(open.partner);
    context.watchers.tell(evidenceEvent(change.summary, id, 'retrieval', at));
  });
}

function readEvent(officer: Officer, { entry: { id, header } }: KnownItem, at: Time): RecordEvent {
  const detail = { caseId: header.caseId };
  return { type: 'item.read', at, subject: id, actor: officer.officerId, detail };
}

function viewOf({ opened, open }: SeenCase, item: KnownItem, { envelope }: StoredEnvelope): OpenedItem {
  const act = actCodec.decode(envelope.actBytes);
  const body = envelope.bodyBytes && bodyCodec.decode(envelope.bodyBytes);
  const { id, header } = item.entry;
  return {
    itemId: id,
    reference: opened.reference,
    caseId: open.caseId,
    from: header.sender.party,
    kind: act.kind,
    verb: verbWord(act.verb),
    paragraphs: [...act.paragraphs],
    exercise: opened.exercise === true,
    createdAt: toInstant(header.createdAt),
    language: body?.language ?? '',
    act: jsonContent(act.content),
    ...(body !== undefined && { body: jsonContent(body.content) }),
    attachments: [],
  };
}
