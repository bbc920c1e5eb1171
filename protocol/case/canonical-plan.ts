import type { Side } from '../convention/instrument.ts';
import type { Hex } from '../value.ts';
import type { FoldEntry } from './case.ts';
import { sideOf } from './history.ts';
import { type Frame, otherSide } from './state.ts';

/** Who takes a place, in order, and who does not. */
export interface Plan {
  readonly order: readonly FoldEntry[];
  readonly waiting: readonly FoldEntry[];
  readonly voids: ReadonlySet<Hex>;
  readonly forked: readonly Side[];
}

/**
 * The canonical order (cases.md, rule 2): the opening; then always the next item of the requested side if all
 * that it names as seen is placed, else the next of the requesting side on the same condition; what is left
 * waits.
 */
export function canonicalPlan(frame: Frame, entries: readonly FoldEntry[]): Plan {
  const mine = entries.filter(
    ({ header }) => header.caseId === frame.caseId && sideOf(frame, header.sender.party) !== undefined,
  );
  const chains = {
    requested: chainsOf(frame, mine, 'requested'),
    requesting: chainsOf(frame, mine, 'requesting'),
  };
  const ends: Record<Side, FoldEntry | undefined> = { requested: undefined, requesting: undefined };
  const order: FoldEntry[] = [];
  const placed = { requested: new Set<Hex>(), requesting: new Set<Hex>() };
  const nextOf = (side: Side): FoldEntry | undefined => {
    if (order.length === 0 && side !== frame.opener) return undefined;
    const next = chains[side].next(ends[side]);
    const seen = next?.header.seen;
    return seen === undefined || placed[otherSide(side)].has(seen) ? next : undefined;
  };
  for (;;) {
    const first = nextOf('requested');
    const side: Side = first === undefined ? 'requesting' : 'requested';
    const next = first ?? nextOf('requesting');
    if (next === undefined) break;
    ends[side] = next;
    placed[side].add(next.id);
    order.push(next);
  }
  const known = order.filter(({ act }) => act === undefined).map(({ id }) => id);
  const voids = new Set([...known, ...order.flatMap(({ header }) => header.voids)]);
  voids.delete(frame.openedBy);
  const forked = (['requested', 'requesting'] as const).filter((side) => chains[side].forksAfter(ends[side]));
  const waiting = mine.filter(({ id }) => !placed.requested.has(id) && !placed.requesting.has(id));
  return { order, waiting, voids, forked };
}

interface Chain {
  /** The one item behind this one; undefined if there is none, or more than one that is not void. */
  next(end: FoldEntry | undefined): FoldEntry | undefined;
  forksAfter(end: FoldEntry | undefined): boolean;
}

function chainsOf(frame: Frame, entries: readonly FoldEntry[], side: Side): Chain {
  const behind = new Map<string, FoldEntry[]>();
  for (const entry of entries) {
    if (sideOf(frame, entry.header.sender.party) !== side) continue;
    const key = `${entry.header.sequence - 1}/${entry.header.previous ?? ''}`;
    behind.set(key, [...(behind.get(key) ?? []), entry]);
  }
  const named = new Set(entries.flatMap(({ header }) => header.voids));
  const after = (end: FoldEntry | undefined) => {
    const candidates = behind.get(`${end?.header.sequence ?? 0}/${end?.id ?? ''}`) ?? [];
    const valid = candidates.filter(({ id, act }) => act !== undefined && !named.has(id));
    return candidates.length > 1 && valid.length > 0 ? valid : candidates;
  };
  return {
    next: (end) => {
      const candidates = after(end);
      if (end === undefined && side === frame.opener)
        return candidates.find(({ id }) => id === frame.openedBy);
      return candidates.length === 1 ? candidates[0] : undefined;
    },
    forksAfter: (end) => after(end).length > 1,
  };
}
