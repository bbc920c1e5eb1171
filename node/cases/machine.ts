import type { Case, FoldEntry } from '../../protocol/case/case.ts';
import type { ChainItem } from '../../protocol/case/chain-item.ts';
import { addEntry, fold, placeNext } from '../../protocol/case/fold.ts';
import { firstDue } from '../../protocol/case/resolve.ts';
import type { PinnedProfiles } from '../../protocol/case/rulebook.ts';
import type { Side } from '../../protocol/convention/instrument.ts';
import { instrumentByDigest } from '../../protocol/convention/instruments.ts';
import type { Time } from '../../protocol/value.ts';
import type { OwedFirst } from './case-records.ts';
import type { KnownItem, OpenCase } from './open-case.ts';

/** Whether an item claims to be the first of its case. */
export function claimsToOpen({ header }: Pick<FoldEntry, 'header'>): boolean {
  return header.sequence === 1 && header.seen === undefined;
}

/** The case that these items make; undefined while its opening is not among them. */
export function foldItems(entries: readonly FoldEntry[], pins: PinnedProfiles): Case | undefined {
  const opening = entries.find((entry) => claimsToOpen(entry) && entry.act !== undefined);
  const instrument = opening && instrumentByDigest(opening.header.instrument);
  return instrument && fold(instrument, entries, pins);
}

/** The case with one more item: at the cost of that item, unless it came late. */
export function addItem(open: OpenCase, { entry }: KnownItem, pins: PinnedProfiles): Case | undefined {
  const { folded, items } = open;
  if (folded !== undefined) return placeNext(folded, entry) ?? addEntry(folded, entry);
  return foldItems([...[...items.values()].map((item) => item.entry), entry], pins);
}

/** The case with an item that is void, known before or not. */
export function addVoid(open: OpenCase, { entry }: KnownItem, pins: PinnedProfiles): Case | undefined {
  const { folded, items } = open;
  if (folded !== undefined) return addEntry(folded, entry);
  const others = [...items.values()].filter((item) => item.entry.id !== entry.id);
  return foldItems([...others.map((item) => item.entry), entry], pins);
}

/** An item that has its place now and had none before. */
export interface NewlyPlaced {
  readonly entry: FoldEntry;
  readonly side: Side;
  /** Paragraphs that it breaks, as its author could know. */
  readonly flags: readonly string[];
  readonly foldDiffers: boolean;
}

/** What has its place in `after` and had none in `before`, each chain in its order. */
export function newlyPlaced(before: Case | undefined, after: Case | undefined): NewlyPlaced[] {
  if (after === undefined) return [];
  return (['requested', 'requesting'] as const).flatMap((side) => {
    const known = before?.chains[side].sequence ?? 0;
    const found: NewlyPlaced[] = [];
    for (let at = after.history.tips[side]; at !== undefined && at.index > known; at = at.previous) {
      if (!at.void) found.push(placedOf(at));
    }
    return found.reverse();
  });
}

function placedOf({ entry, side, conformity }: ChainItem): NewlyPlaced {
  return { entry, side, flags: conformity.flags, foldDiffers: conformity.foldDiffers };
}

/** Who owes what in a case by the earliest time, as far as its items tell. */
export function earliestDue(folded: Case, now: Time): { dueAt: Time; owed: OwedFirst } | undefined {
  const first = firstDue(folded, now);
  if (first === undefined) return undefined;
  const { debtor, timer, paragraph } = first.obligation;
  return { dueAt: first.dueAt, owed: { debtor, timer, paragraph } };
}
