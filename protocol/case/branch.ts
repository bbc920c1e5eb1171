import type { CrossingException, Side } from '../convention/instrument.ts';
import { isTrue } from '../convention/is-true.ts';
import { readQuote } from '../item/read-quote.ts';
import type { Hex } from '../value.ts';
import type { Verdict } from './case.ts';
import { type ChainItem, utteranceOf } from './chain-item.ts';
import { digestAfter, NOTHING_OPEN, openText, type OpenTexts, openTextsOf, verdictText } from './digest.ts';
import { type Outcome, takeEffect } from './effect.ts';
import { factsOf } from './facts-of.ts';
import type { Rulebook } from './rulebook.ts';
import type { CaseState } from './state.ts';

/**
 * The case after one item, in one sequence of items. A branch is named by its last node; branches share their
 * beginnings. The case itself is one branch; what an author had seen may be another.
 */
export interface BranchNode {
  readonly before: BranchNode | undefined;
  readonly item: ChainItem | undefined;
  readonly verdict: Verdict;
  readonly state: CaseState;
  readonly open: OpenTexts;
  /** How many items of each chain it holds. */
  readonly counts: Readonly<Record<Side, number>>;
  /** Voids among its items, and ids that its headers name as void. */
  readonly voids: readonly Hex[];
  readonly named: readonly Hex[];
  /** The highest requesting item because of which an item up to here was undone; 0 if none was. */
  readonly undoneBy: number;
}

/**
 * Items of the requested side whose effect a crossing act undoes, with the place of that act in its chain.
 */
type Undone = ReadonlyMap<Hex, number>;

const NONE: Undone = new Map();

export function rootNode(state: CaseState): BranchNode {
  return {
    before: undefined,
    item: undefined,
    verdict: 'effective',
    state,
    open: NOTHING_OPEN,
    counts: { requesting: 0, requested: 0 },
    voids: [],
    named: [],
    undoneBy: 0,
  };
}

/** The branch with one more item, which must be the next one of its chain and canonically the last. */
export function extend(rules: Rulebook, tail: BranchNode, item: ChainItem): BranchNode {
  return extendKnowing(rules, tail, item, NONE);
}

/** The branch with these items behind it, which stand in canonical order. */
export function extendAll(rules: Rulebook, tail: BranchNode, items: readonly ChainItem[]): BranchNode {
  let end = tail;
  for (const item of items) end = extend(rules, end, item);
  return end;
}

/** The items of a branch behind a node, in order. */
export function itemsAfter(tail: BranchNode, node: BranchNode): ChainItem[] {
  const items: ChainItem[] = [];
  for (let at: BranchNode | undefined = tail; at !== undefined && at !== node; at = at.before) {
    if (at.item !== undefined) items.push(at.item);
  }
  return items.reverse();
}

/**
 * The last node of a branch that holds nothing beyond so much of each chain, and nothing undone from beyond
 * it.
 */
export function nodeWithin(tail: BranchNode, counts: Readonly<Record<Side, number>>): BranchNode {
  let at = tail;
  while (at.before !== undefined && !isWithin(at, counts)) at = at.before;
  return at;
}

function isWithin(node: BranchNode, counts: Readonly<Record<Side, number>>): boolean {
  return (
    node.counts.requesting <= counts.requesting &&
    node.counts.requested <= counts.requested &&
    node.undoneBy <= counts.requesting
  );
}

function extendKnowing(rules: Rulebook, tail: BranchNode, item: ChainItem, undone: Undone): BranchNode {
  const crossing = crossingsOf(rules, tail, item);
  const undoes = crossing.filter(
    ({ exception, first }) => exception.result === 'voids_first' && !undone.has(first.entry.id),
  );
  if (undoes.length === 0) return step(rules, tail, item, { undone, crossing });
  const more = new Map([...undone, ...undoes.map(({ first }) => [first.entry.id, item.index] as const)]);
  const earliest = Math.min(...undoes.map(({ first }) => first.index));
  const base = nodeWithin(tail, { requesting: Number.MAX_SAFE_INTEGER, requested: earliest - 1 });
  let end = base;
  for (const again of itemsAfter(tail, base)) end = extendKnowing(rules, end, again, more);
  return extendKnowing(rules, end, item, more);
}

interface Crossing {
  readonly exception: CrossingException;
  readonly first: ChainItem;
}

/**
 * The acts of the requested side that this act crosses and with which the order has an exception. It prevails
 * over one whose status still stands, and not over what came after that.
 */
function crossingsOf(rules: Rulebook, tail: BranchNode, item: ChainItem): readonly Crossing[] {
  const exceptions = exceptionsFor(rules, tail, item);
  if (exceptions.length === 0) return [];
  const found: Crossing[] = [];
  for (
    let at: BranchNode | undefined = tail;
    at !== undefined && at.counts.requested > item.seenIndex;
    at = at.before
  ) {
    const first = at.verdict === 'effective' && at.item?.side === 'requested' ? at.item : undefined;
    if (first === undefined) continue;
    const exception = exceptions.find((entry) => isException(entry, first, item));
    if (exception !== undefined && stands(exception, at, tail)) found.push({ exception, first });
  }
  return found;
}

function stands({ result }: CrossingException, at: BranchNode, tail: BranchNode): boolean {
  return result !== 'second_prevails' || at.state.status === tail.state.status;
}

function isException(entry: CrossingException, first: ChainItem, second: ChainItem): boolean {
  if (entry.first !== first.entry.act?.verb) return false;
  if (entry.receivedBefore === undefined) return true;
  const quotes = second.entry.act?.quotes ?? [];
  const { createdAt } = first.entry.header;
  return quotes.some((quote) => (readQuote(quote)?.receivedAt ?? Infinity) < createdAt);
}

function exceptionsFor(rules: Rulebook, tail: BranchNode, item: ChainItem): readonly CrossingException[] {
  const { act } = item.entry;
  if (act === undefined || item.side !== 'requesting' || item.void || item.conformity.inert) return [];
  const mine = rules.instrument.crossings.filter(({ second }) => second === act.verb);
  return mine.filter(
    ({ when }) => when === undefined || isTrue(when, factsOf(rules, tail.state, utteranceOf(item, act))),
  );
}

interface StepContext {
  readonly undone: Undone;
  readonly crossing: readonly Crossing[];
}

function step(rules: Rulebook, tail: BranchNode, item: ChainItem, context: StepContext): BranchNode {
  const { id, header } = item.entry;
  const { verdict, state } = outcome(rules, tail.state, item, context);
  const open = openTextsOf(state, tail.open);
  const told = verdictText(verdict, item.conformity.flags);
  const digest = digestAfter(tail.state.digest, id, told, openText(state, open));
  return {
    before: tail,
    item,
    verdict,
    state: { ...state, digest },
    open,
    counts: { ...tail.counts, [item.side]: item.index },
    voids: item.void ? [...tail.voids, id] : tail.voids,
    named: header.voids.length === 0 ? tail.named : [...tail.named, ...header.voids],
    undoneBy: Math.max(tail.undoneBy, context.undone.get(id) ?? 0),
  };
}

function outcome(rules: Rulebook, state: CaseState, item: ChainItem, context: StepContext): Outcome {
  const act = item.entry.act;
  if (item.void || act === undefined) return { verdict: 'void', state };
  if (item.conformity.inert) return { verdict: 'inert', state };
  if (context.undone.has(item.entry.id)) return { verdict: 'overtaken', state };
  const results = new Set(context.crossing.map(({ exception }) => exception.result));
  return takeEffect(rules, state, {
    id: item.entry.id,
    header: item.entry.header,
    act,
    side: item.side,
    index: item.index,
    seenIndex: item.seenIndex,
    conforms: item.conformity.flags.length === 0,
    prevails: results.has('second_prevails'),
    closesItsDialog: results.has('closes_dialog'),
  });
}
