import type { Side } from '../convention/instrument.ts';
import type { Hex } from '../value.ts';
import type { Case } from './case.ts';
import { findInChain } from './chain-item.ts';
import { digestBeforeOpening } from './digest.ts';
import { otherSide } from './state.ts';

/** What the author of the next item of a side writes into its header. */
export interface ChainFields {
  readonly sequence: number;
  readonly previous?: Hex;
  readonly seen?: Hex;
  /** Ascending. Voids that its author knows and that nothing placed here names yet. */
  readonly voids: readonly Hex[];
  readonly fold: Hex;
}

/** Chain fields of the item that opens a case. */
export function openingChainFields(caseId: Hex, instrument: Hex): ChainFields {
  return { sequence: 1, voids: [], fold: digestBeforeOpening(caseId, instrument) };
}

/** Chain fields of the next item of a side that has seen everything placed here. */
export function nextChainFields(current: Case, side: Side): ChainFields {
  const { tail } = current.history;
  const mine = current.chains[side];
  const theirs = current.chains[otherSide(side)];
  const voids = tail.voids.filter((id) => !tail.named.includes(id));
  return {
    sequence: mine.sequence + 1,
    ...(mine.last === undefined ? {} : { previous: mine.last }),
    ...(theirs.last === undefined ? {} : { seen: theirs.last }),
    voids: [...new Set(voids)].sort(),
    fold: current.digest,
  };
}

/** What a side that has seen everything placed here writes as `fold`. */
export function digestForNext(current: Case, side: Side): Hex {
  return nextChainFields(current, side).fold;
}

/** Digest of the case as the author of a placed item had it before; undefined if no such item is placed. */
export function viewDigest(current: Case, id: Hex): Hex | undefined {
  for (const side of ['requesting', 'requested'] as const) {
    const found = findInChain(current.history.tips[side], id);
    if (found !== undefined) return found.viewDigest;
  }
  return undefined;
}
