import type { Time } from '../value.ts';
import type { Case, Dialog } from './case.ts';
import { listOf } from './trail.ts';

/** A stretch of time during which a clock stands still; without an end it lasts. */
export interface Pause {
  readonly from: Time;
  readonly until?: Time;
}

/** When the dialogs or statuses with these names stopped a clock, by the `created` of headers. */
export function pausesOf(current: Case, names: readonly string[]): readonly Pause[] {
  if (names.length === 0) return [];
  const open = current.dialogs
    .filter((dialog) => stops(dialog, names))
    .map(({ openedAt }) => ({ from: openedAt }));
  const closed = current.closedDialogs
    .filter((dialog) => stops(dialog, names))
    .map(({ openedAt, closedAt }) => ({ from: openedAt, until: closedAt }));
  return [...closed, ...open, ...statusPauses(current, names)];
}

/** A question that would only help stops nothing (MLA-21). */
function stops(dialog: Dialog, names: readonly string[]): boolean {
  return (
    names.includes(dialog.dialog) && (dialog.items.length === 0 || dialog.items.some(({ needed }) => needed))
  );
}

function statusPauses(current: Case, names: readonly string[]): readonly Pause[] {
  const changes = listOf(current.history.tail.state.statuses);
  return changes.flatMap((change, at): readonly Pause[] => {
    if (!names.includes(change.status)) return [];
    const next = changes[at + 1];
    return [next === undefined ? { from: change.at } : { from: change.at, until: next.at }];
  });
}

/**
 * How long a clock that started at `from` had stood still by `now`, in milliseconds; pauses that overlap
 * count once.
 */
export function pausedMs(pauses: readonly Pause[], from: Time, now: Time): number {
  if (pauses.length === 0) return 0;
  const sorted = pauses
    .map((pause) => ({ start: Math.max(pause.from, from), end: Math.min(pause.until ?? now, now) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
  let total = 0;
  let reached = from;
  for (const { start, end } of sorted) {
    total += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return total;
}
