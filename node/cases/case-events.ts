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
  const exercise = opened.exercise === true;
  const event = { at: toInstant(time), reference, partner, kind, urgency, exercise, ...rest };
  return [{ caseId, desks: opened.desks, event }];
}

/** An item has its place in the case, or waits for one before it. */
export function itemEvent(summary: CaseSummary, entry: FoldEntry, time: Time): CaseEvent[] {
  const { id, header, act } = entry;
  const { urgency } = header;
  const verb = act === undefined ? {} : { verb: verbWord(act.verb) };
  if (summary.opened !== undefined) {
    const from = header.sender.party;
    return caseEvent(summary, { type: 'item', time, itemId: id, from, urgency, ...verb });
  }
  return urgency === 'emergency' ? [earlyEvent(summary, entry, { time, ...verb })] : [];
}

/** An emergency rings though what it follows has not come: then the case has no reference yet. */
function earlyEvent(
  { caseId, partner }: CaseSummary,
  { id, header: { urgency, sender, recipient }, act }: FoldEntry,
  { time, ...verb }: { readonly time: Time; readonly verb?: string },
): CaseEvent {
  const said = act === undefined ? {} : { kind: act.kind, exercise: act.exercise };
  const event = {
    type: 'item' as const,
    at: toInstant(time),
    itemId: id,
    partner,
    from: sender.party,
    urgency,
    ...said,
    ...verb,
  };
  return { caseId, desks: [recipient.authority], event };
}

/** Somebody says in evidence what became of an item. */
export function evidenceEvent(summary: CaseSummary, itemId: Hex, level: string, time: Time): CaseEvent[] {
  return caseEvent(summary, { type: 'evidence', time, itemId, level });
}
