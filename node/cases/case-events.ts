import { toInstant } from '../../protocol/control/instant.ts';
import type { WatchEvent } from '../../protocol/control/types.ts';
import type { FoldEntry } from '../../protocol/case/case.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { CaseSummary } from './case-records.ts';
import type { CaseEvent } from './watchers.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

/** What a watcher is told of a case; nothing while the opening has not come. */
export function caseEvent(
  summary: CaseSummary,
  facts: Pick<WatchEvent, 'type'> & Partial<WatchEvent> & { readonly time: Time },
): CaseEvent[] {
  const { opened, caseId, partner } = summary;
  if (opened === undefined) return [];
  const { time, ...rest } = facts;
  const { reference, kind, urgency } = opened;
  const event = { at: toInstant(time), reference, partner, kind, urgency, ...rest };
  return [{ caseId, desks: opened.desks, event }];
}

/** An item has its place in the case, or waits for one before it. */
export function itemEvent(summary: CaseSummary, { id, header, act }: FoldEntry, time: Time): CaseEvent[] {
  const verb = act === undefined ? {} : { verb: verbWord(act.verb) };
  return caseEvent(summary, { type: 'item', time, itemId: id, urgency: header.urgency, ...verb });
}

/** Somebody says in evidence what became of an item. */
export function evidenceEvent(summary: CaseSummary, itemId: Hex, level: string, time: Time): CaseEvent[] {
  return caseEvent(summary, { type: 'evidence', time, itemId, level });
}
