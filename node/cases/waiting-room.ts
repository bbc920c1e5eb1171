import type { Case } from '../../protocol/case/case.ts';
import { COUNTS } from '../../protocol/limits.ts';
import type { Hex } from '../../protocol/value.ts';
import type { OpenCase } from './open-case.ts';

/**
 * Whether an item of the partner that is not here yet would wait for others, while as many of its case wait
 * already as may. While the opening has not come, all of them wait.
 *
 * @param folded the case with that item
 */
export function mayNotWait(
  { folded: before, items, chains }: OpenCase,
  { folded, id }: { readonly folded: Case | undefined; readonly id: Hex },
): boolean {
  if (items.has(id) || folded?.waiting.includes(id) === false) return false;
  const waiting = before === undefined ? chains.partner.size : before.waiting.length;
  return waiting >= COUNTS.waitingItems;
}
