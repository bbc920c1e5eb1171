import type { Side } from '../convention/instrument.ts';
import type { Hex } from '../value.ts';
import { type BranchNode, extend, extendAll, itemsAfter, nodeWithin, rootNode } from './branch.ts';
import type { FoldEntry } from './case.ts';
import { type ChainItem, findInChain } from './chain-item.ts';
import { conformityOf } from './conformity.ts';
import type { Rulebook } from './rulebook.ts';
import { emptyState, type Frame, otherSide } from './state.ts';

/**
 * Everything that the fold remembers of a case. Never changed: each item makes a new one that shares the
 * rest.
 */
export interface History {
  readonly rules: Rulebook;
  readonly frame: Frame;
  /** The case itself, in canonical order. */
  readonly tail: BranchNode;
  readonly tips: Readonly<Record<Side, ChainItem | undefined>>;
  /**
   * What the requesting side had seen before its last item: it writes while the other's items are under way.
   */
  readonly lastView: BranchNode | undefined;
  readonly waiting: readonly FoldEntry[];
  /** Ids that a placed header names as void, or that this node knows to be. */
  readonly voids: ReadonlySet<Hex>;
  readonly forked: readonly Side[];
}

/** A history without items. `opening` fixes what stays the same for ever. */
export function emptyHistory(rules: Rulebook, frame: Frame, opening: FoldEntry): History {
  const { sender, recipient } = opening.header;
  const addresses =
    frame.opener === 'requesting'
      ? { requesting: sender, requested: recipient }
      : { requesting: recipient, requested: sender };
  return {
    rules,
    frame,
    tail: rootNode(emptyState(frame, addresses)),
    tips: { requesting: undefined, requested: undefined },
    lastView: undefined,
    waiting: [],
    voids: new Set(),
    forked: [],
  };
}

/** How an entry stands to the chains as far as they are placed. */
export type Standing =
  | { readonly is: 'ready'; readonly side: Side; readonly seenIndex: number }
  | { readonly is: 'placed'; readonly item: ChainItem }
  /** Another item has its number and its predecessor. */
  | { readonly is: 'fork' }
  /** Its predecessor, or what it names as seen, is not here. */
  | { readonly is: 'waits' }
  /** Not of this case, or not of its two parties. */
  | { readonly is: 'foreign' };

export function standingOf(history: History, entry: FoldEntry): Standing {
  const { header } = entry;
  const side = sideOf(history.frame, header.sender.party);
  if (side === undefined || header.caseId !== history.frame.caseId) return { is: 'foreign' };
  const tip = history.tips[side];
  if (tip !== undefined && header.sequence <= tip.index) return standingOfOld(tip, entry);
  if (history.forked.includes(side) || !isNext(tip, entry)) return { is: 'waits' };
  const seenIndex = seenIndexOf(history, side, header.seen);
  return seenIndex === undefined ? { is: 'waits' } : { is: 'ready', side, seenIndex };
}

function isNext(tip: ChainItem | undefined, { header }: FoldEntry): boolean {
  return header.sequence === (tip?.index ?? 0) + 1 && header.previous === tip?.entry.id;
}

export function sideOf(frame: Frame, party: string): Side | undefined {
  const opener = frame.parties[frame.opener];
  if (party === opener) return frame.opener;
  const other = otherSide(frame.opener);
  return party === frame.parties[other] ? other : undefined;
}

function standingOfOld(tip: ChainItem, entry: FoldEntry): Standing {
  let at: ChainItem | undefined = tip;
  while (at !== undefined && at.index > entry.header.sequence) at = at.previous;
  if (at?.entry.id === entry.id) return { is: 'placed', item: at };
  return at !== undefined && at.previous?.entry.id === entry.header.previous
    ? { is: 'fork' }
    : { is: 'waits' };
}

/** A `seen` that goes back counts as the one before it: nodes reject it, and the fold must be total. */
function seenIndexOf(history: History, side: Side, seen: Hex | undefined): number | undefined {
  const floor = history.tips[side]?.seenIndex ?? (side === history.frame.opener ? 0 : 1);
  if (seen === undefined) return floor;
  const other = history.tips[otherSide(side)];
  const found = findInChain(other, seen, floor) ?? findInChain(other, seen);
  return found === undefined ? undefined : Math.max(found.index, floor);
}

/** Whether the place of a ready entry is behind all others. */
export function isLast(history: History, standing: Standing): boolean {
  if (standing.is !== 'ready') return false;
  return standing.side === 'requesting' || history.tail.counts.requesting === standing.seenIndex;
}

/** Places a ready entry where it belongs in the canonical order, and what stands behind that place anew. */
export function place(history: History, entry: FoldEntry, at: { side: Side; seenIndex: number }): History {
  const previous = history.tips[at.side];
  const view = viewBefore(history, at.side, at.seenIndex);
  const isVoid = entry.act === undefined || history.voids.has(entry.id);
  const bare = {
    entry,
    side: at.side,
    index: (previous?.index ?? 0) + 1,
    previous,
    seenIndex: at.seenIndex,
    void: isVoid,
  };
  const item: ChainItem = {
    ...bare,
    viewDigest: view.state.digest,
    conformity: conformityOf(history.rules, view, bare),
  };
  const named = [...entry.header.voids, ...(entry.act === undefined ? [entry.id] : [])];
  return {
    ...history,
    tail: insert(history, item),
    tips: { ...history.tips, [at.side]: item },
    lastView: at.side === 'requesting' ? view : history.lastView,
    voids: named.length === 0 ? history.voids : new Set([...history.voids, ...named]),
  };
}

/**
 * An item of the requested side stands before what it had not seen; one of the requesting side is always the
 * last of those that are here, for nothing here had seen it.
 */
function insert(history: History, item: ChainItem): BranchNode {
  const { rules, tail } = history;
  if (item.side === 'requesting' || tail.counts.requesting === item.seenIndex)
    return extend(rules, tail, item);
  const base = nodeWithin(tail, { requesting: item.seenIndex, requested: item.index - 1 });
  const behind = itemsAfter(tail, base);
  const at = behind.findIndex(({ side, index }) => side === 'requesting' && index > item.seenIndex);
  return extendAll(rules, base, [...behind.slice(0, at), item, ...behind.slice(at)]);
}

/** The case as the author of the next item of a side had it, having seen so much of the other chain. */
function viewBefore(history: History, side: Side, seenIndex: number): BranchNode {
  const { rules, tail } = history;
  const written = history.tips[side]?.index ?? 0;
  const counts =
    side === 'requesting'
      ? { requesting: written, requested: seenIndex }
      : { requesting: seenIndex, requested: written };
  if (holdsExactly(tail, counts)) return tail;
  const continued = side === 'requesting' ? continueView(history, counts) : undefined;
  if (continued !== undefined) return continued;
  const base = nodeWithin(tail, counts);
  const rest = itemsAfter(tail, base).filter((item) => item.index <= counts[item.side]);
  return extendAll(rules, base, rest);
}

function holdsExactly(node: BranchNode, counts: Readonly<Record<Side, number>>): boolean {
  return node.counts.requesting === counts.requesting && node.counts.requested === counts.requested;
}

/** Who has seen nothing new has before it what it had, and its own last item. */
function continueView(
  { rules, lastView, tips }: History,
  counts: Readonly<Record<Side, number>>,
): BranchNode | undefined {
  const last = tips.requesting;
  if (lastView === undefined || last === undefined) return undefined;
  const before = { ...counts, requesting: counts.requesting - 1 };
  return holdsExactly(lastView, before) ? extend(rules, lastView, last) : undefined;
}

/** All entries, placed and waiting. */
export function entriesOf(history: History): FoldEntry[] {
  const entries = [...history.waiting];
  for (const side of ['requesting', 'requested'] as const) {
    for (let at = history.tips[side]; at !== undefined; at = at.previous) entries.push(at.entry);
  }
  return entries;
}
