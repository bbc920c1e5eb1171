import { ComityError } from '../../protocol/errors.ts';
import type { CaseContext } from './case-context.ts';
import { type OpenCase, sideOf } from './open-case.ts';

/**
 * After a restore nothing is written until the partner has sent back what it had: a number used twice is a
 * fork.
 *
 * @throws ComityError `recovering`; `refused` where two own items have one place: whatever is said next would
 *   follow one of two histories
 */
export function assertChainWhole(
  { outbox, party }: CaseContext,
  { folded, chains, partner }: OpenCase,
): void {
  if (folded?.forked.includes(sideOf(folded, party)) === true) throw forked(partner);
  const placed = folded?.chains[sideOf(folded, party)].sequence;
  if (outbox.mayWrite(partner) && placed === chains.own.size) return;
  throw new ComityError(
    'recovering',
    `This node was restored and waits for ${partner} to send back what it had — try again when it has.`,
  );
}

function forked(partner: string): ComityError {
  return new ComityError(
    'refused',
    `This node has signed two items for one place of this case, and ${partner} has both — ask ${partner} to close the case, and go on in a new one.`,
  );
}
