import type { Side } from '../convention/instrument.ts';
import type { Hex } from '../value.ts';
import type { Act } from '../item/act.ts';
import type { FoldEntry } from './case.ts';
import type { Utterance } from './move.ts';

/** How an act stands in the case that its author had seen: only there can it break a rule. */
export interface Conformity {
  /** Not its author's to say, or not in that status: it moves nothing (register 3.1.5). */
  readonly inert: boolean;
  /** Paragraphs that it breaks. */
  readonly flags: readonly string[];
  readonly foldDiffers: boolean;
}

/** An item in its chain. The chain before it never changes, so neither does what its author had seen. */
export interface ChainItem {
  readonly entry: FoldEntry;
  readonly side: Side;
  /** From 1: its place in the chain of its side. */
  readonly index: number;
  readonly previous: ChainItem | undefined;
  /** How much of the other side's chain its author had seen; never less than the item before it. */
  readonly seenIndex: number;
  readonly void: boolean;
  /** Digest of the case as its author had it. */
  readonly viewDigest: Hex;
  readonly conformity: Conformity;
}

/** An item whose conformity is still to be judged. */
export type UnjudgedItem = Omit<ChainItem, 'conformity' | 'viewDigest'>;

/** The item of a chain with this id, looked for from the end back to `floor`, which is not looked at. */
export function findInChain(tip: ChainItem | undefined, id: string, floor = 0): ChainItem | undefined {
  for (let at = tip; at !== undefined && at.index > floor; at = at.previous) {
    if (at.entry.id === id) return at;
  }
  return undefined;
}

/** What an item says, as the rules are asked about it. */
export function utteranceOf(item: UnjudgedItem, act: Act): Utterance {
  const { header } = item.entry;
  return { side: item.side, act, at: header.createdAt, seenIndex: item.seenIndex, pinned: header };
}
