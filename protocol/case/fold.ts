import type { Instrument } from '../convention/instrument.ts';
import { opensCase } from '../convention/verb-in.ts';
import type { Hex } from '../value.ts';
import { compareBytes } from './canonical.ts';
import { canonicalPlan } from './canonical-plan.ts';
import type { Case, FoldEntry } from './case.ts';
import { caseOf } from './case-of.ts';
import {
  emptyHistory,
  entriesOf,
  type History,
  isLast,
  place,
  type Standing,
  standingOf,
} from './history.ts';
import { openingSide } from '../convention/opening-side.ts';
import type { PinnedProfiles, Rulebook } from './rulebook.ts';
import { type Frame, otherSide } from './state.ts';

/** No profile is known: every period is the instrument's, every day a UTC day. */
const NO_PROFILES: PinnedProfiles = () => undefined;

/**
 * The case that these items make, in whatever order and however often they are given. Undefined while its
 * opening is not among them. Total: what is malformed never takes a place, and nothing here throws for what a
 * partner wrote.
 */
export function fold(
  instrument: Instrument,
  entries: readonly FoldEntry[],
  pins: PinnedProfiles = NO_PROFILES,
): Case | undefined {
  const history = foldHistory({ instrument, pins }, entries);
  return history === undefined ? undefined : caseOf(history);
}

/**
 * The case with one more item, if that is the next one and the last in canonical order: the usual case, at a
 * cost that does not depend on the length. Undefined otherwise; then `addEntry` does it.
 */
export function placeNext(current: Case, entry: FoldEntry): Case | undefined {
  const { history } = current;
  const standing = standingOf(history, entry);
  const simple = entry.act !== undefined && entry.header.voids.length === 0 && history.waiting.length === 0;
  if (!simple || standing.is !== 'ready' || !isLast(history, standing)) return undefined;
  return caseOf(place(history, entry, standing));
}

/**
 * The case with one more item, wherever it belongs: in its place if what it names is here, else among those
 * that wait. One that is here already changes nothing. Never depends on the order in which items are added.
 */
export function addEntry(current: Case, entry: FoldEntry): Case {
  const history = add(current.history, entry);
  return history === current.history ? current : caseOf(history);
}

function add(history: History, entry: FoldEntry): History {
  const standing = standingOf(history, entry);
  if (standing.is === 'foreign') return history;
  if (standing.is === 'placed')
    return standing.item.void || entry.act !== undefined ? history : refold(history, entry);
  if (standing.is === 'fork') return refold(history, entry);
  if (standing.is === 'waits') return wait(history, entry);
  if (voidsPlaced(history, entry)) return refold(history, entry);
  return drain(place(history, entry, standing));
}

function wait(history: History, entry: FoldEntry): History {
  const known = history.waiting.find(({ id }) => id === entry.id);
  if (known !== undefined && (known.act === undefined || entry.act !== undefined)) return history;
  const others = history.waiting.filter(({ id }) => id !== entry.id);
  return { ...history, waiting: [...others, entry].sort(byId) };
}

/** What waited may have its turn now. */
function drain(history: History): History {
  const next = history.waiting.find((entry) => mayMove(standingOf(history, entry)));
  if (next === undefined) return history;
  const waiting = history.waiting.filter((entry) => entry !== next);
  return add({ ...history, waiting }, next);
}

/** Items behind a fork wait for ever. */
function mayMove(standing: Standing): boolean {
  return standing.is === 'ready' || standing.is === 'fork';
}

/** A header that names an item which has already had its effect makes the case another one from there on. */
function voidsPlaced(history: History, entry: FoldEntry): boolean {
  return entry.header.voids.some((id) => {
    if (history.voids.has(id) || id === history.frame.openedBy) return false;
    for (const side of ['requesting', 'requested'] as const) {
      for (let at = history.tips[side]; at !== undefined; at = at.previous)
        if (at.entry.id === id) return true;
    }
    return false;
  });
}

function refold(history: History, entry: FoldEntry): History {
  return foldHistory(history.rules, [...entriesOf(history), entry]) ?? history;
}

function foldHistory(rules: Rulebook, given: readonly FoldEntry[]): History | undefined {
  const entries = distinct(given);
  const opening = openingOf(rules, entries);
  if (opening === undefined) return undefined;
  const frame = frameOf(rules, opening);
  const plan = canonicalPlan(frame, entries);
  let history: History = {
    ...emptyHistory(rules, frame, opening),
    waiting: plan.waiting,
    voids: plan.voids,
  };
  for (const entry of plan.order) {
    const standing = standingOf(history, entry);
    if (standing.is === 'ready') history = place(history, entry, standing);
  }
  return { ...history, forked: plan.forked };
}

/** Each id once. One that is given without its act is known to be void. */
function distinct(given: readonly FoldEntry[]): FoldEntry[] {
  const byKey = new Map<Hex, FoldEntry>();
  for (const entry of given) {
    const known = byKey.get(entry.id);
    if (known === undefined || (known.act !== undefined && entry.act === undefined))
      byKey.set(entry.id, entry);
  }
  return [...byKey.values()].sort(byId);
}

/**
 * The first item of a chain that had nothing to see, with a verb that opens its kind; the lowest id of
 * several.
 */
function openingOf(rules: Rulebook, entries: readonly FoldEntry[]): FoldEntry | undefined {
  return entries.find(({ header, act }) => {
    if (act === undefined || header.sequence !== 1) return false;
    if (header.previous !== undefined || header.seen !== undefined) return false;
    return opensCase(rules.instrument, act.kind, act.verb);
  });
}

function frameOf(rules: Rulebook, { id, header, act }: FoldEntry): Frame {
  const kind = act?.kind ?? '';
  const opener = act === undefined ? 'requesting' : openingSide(rules.instrument, act);
  const parties = {
    requesting: header.sender.party,
    requested: header.sender.party,
    [otherSide(opener)]: header.recipient.party,
  };
  return {
    caseId: header.caseId,
    instrument: header.instrument,
    catalogue: header.catalogue,
    kind,
    urgency: header.urgency,
    exercise: act?.exercise === true,
    openedBy: id,
    openedAt: header.createdAt,
    opener,
    parties,
    opening: act?.content ?? {},
  };
}

function byId(a: FoldEntry, b: FoldEntry): number {
  return compareBytes(a.id, b.id);
}
