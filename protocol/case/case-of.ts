import type { Side } from '../convention/instrument.ts';
import type { BranchNode } from './branch.ts';
import type { Case, PlacedItem } from './case.ts';
import type { History } from './history.ts';
import type { CaseState } from './state.ts';
import { listOf } from './trail.ts';

/**
 * A history as callers see it. What costs the length of the case is computed when it is read, and then kept.
 */
export function caseOf(history: History): Case {
  const { state } = history.tail;
  const { frame } = state;
  const placed = once(() => placedItems(history.tail));
  return {
    machine: 1,
    caseId: frame.caseId,
    instrument: frame.instrument,
    catalogue: frame.catalogue,
    kind: frame.kind,
    urgency: frame.urgency,
    exercise: frame.exercise,
    openedBy: frame.openedBy,
    openedAt: frame.openedAt,
    opener: frame.opener,
    ...openMembers(state),
    chains: { requesting: tipOf(history, 'requesting'), requested: tipOf(history, 'requested') },
    waiting: history.waiting.map(({ id }) => id),
    forked: history.forked,
    digest: state.digest,
    get placed() {
      return placed();
    },
    get flags() {
      return placed().flatMap(({ id, flags, foldDiffers }) =>
        [...flags, ...(foldDiffers ? ['fold-differs'] : [])].map((paragraph) => ({ itemId: id, paragraph })),
      );
    },
    get overtaken() {
      return placed()
        .filter(({ verdict }) => verdict === 'overtaken')
        .map(({ id }) => id);
    },
    get settledObligations() {
      return listOf(state.settledObligations);
    },
    get closedDialogs() {
      return listOf(state.closedDialogs);
    },
    get endedCaveats() {
      return listOf(state.endedCaveats);
    },
    history,
  };
}

function openMembers(state: CaseState) {
  return {
    requesting: state.addresses.requesting,
    requested: state.addresses.requested,
    ...(state.regime === undefined ? {} : { regime: state.regime }),
    status: state.status,
    ...(state.phase === undefined ? {} : { phase: state.phase }),
    closedBy: state.closedBy,
    waitingOn: state.dialogs[0]?.waitsFor ?? ('nobody' as const),
    measures: state.parts,
    conditions: state.conditions,
    dialogs: state.dialogs,
    obligations: state.obligations,
    caveats: state.caveats,
    agreements: state.agreements,
    links: state.links,
  };
}

function tipOf(history: History, side: Side) {
  const tip = history.tips[side];
  return tip === undefined ? { sequence: 0 } : { sequence: tip.index, last: tip.entry.id };
}

function placedItems(tail: BranchNode): readonly PlacedItem[] {
  const placed: PlacedItem[] = [];
  for (let at: BranchNode | undefined = tail; at !== undefined; at = at.before) {
    if (at.item === undefined) continue;
    const { entry, side, index, conformity, void: isVoid } = at.item;
    const { flags, foldDiffers } = conformity;
    placed.push({
      id: entry.id,
      side,
      sequence: index,
      verb: isVoid ? '' : (entry.act?.verb ?? ''),
      verdict: at.verdict,
      flags,
      foldDiffers,
    });
  }
  return placed.reverse();
}

function once<T>(compute: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
