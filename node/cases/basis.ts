import type { Case } from '../../protocol/case/case.ts';
import type { BranchNode } from '../../protocol/case/branch.ts';
import { toInstant } from '../../protocol/control/instant.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Hex } from '../../protocol/value.ts';
import { otherSideOf, sideOf } from './open-case.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

/** What the officer went by: a number of the partner's items, or the digest in the act. */
export interface Basis {
  readonly itemsSeen?: number;
  readonly digest?: Hex;
}

/**
 * The items of the partner that have come into the case since the officer looked, the oldest first; empty if
 * the officer saw the case as it is. What this side has added itself does not count: the rules are asked
 * again anyway.
 */
function cameSince(folded: Case, party: string, basis: Basis): BranchNode[] {
  const partner = otherSideOf(sideOf(folded, party));
  const came: BranchNode[] = [];
  for (let at: BranchNode | undefined = folded.history.tail; at?.item !== undefined; at = at.before) {
    if (basis.itemsSeen === undefined && at.state.digest === basis.digest) break;
    const unseen = basis.itemsSeen === undefined || at.item.index > basis.itemsSeen;
    if (at.item.side === partner && unseen) came.push(at);
    if (basis.itemsSeen !== undefined && at.counts[partner] <= basis.itemsSeen) break;
  }
  return came.reverse();
}

/** @throws ComityError `case-changed`, naming what came. */
export function assertUnchanged(folded: Case, party: string, basis: Basis): void {
  const came = cameSince(folded, party, basis);
  if (came.length === 0) return;
  const items = came.flatMap(({ item }) => {
    if (item === undefined) return [];
    const { id, header, act } = item.entry;
    return [{ itemId: id, verb: verbWord(act?.verb ?? ''), createdAt: toInstant(header.createdAt) }];
  });
  const last = items.at(-1)?.verb ?? '';
  const sentence = `The case has changed since you looked: “${last}” came in — look at it, then say it again, or add --anyway.`;
  throw new ComityError('case-changed', sentence, { details: { items } });
}
