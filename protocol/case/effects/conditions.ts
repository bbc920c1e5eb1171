import { holds } from '../../convention/content/value-at.ts';
import type { Condition, ConditionState, Dialog } from '../case.ts';
import { idsIn, recordsIn, textIn } from '../content.ts';
import type { Consequence, Move, Utterance } from '../move.ts';
import { own } from '../rulebook.ts';
import { type CaseState, otherSide } from '../state.ts';
import { bindCaveat } from './caveats.ts';
import { closeDialog } from './dialogs.ts';

/** Proposed and not yet settled: they hold up what they concern. */
export function isUnsettled(condition: Condition): boolean {
  return condition.state === 'proposed' || condition.state === 'declined';
}

/** Conditions with these ids that the author of an act can answer: the other side's, and seen. */
export function answerable(state: Pick<CaseState, 'conditions'>, answer: Utterance): readonly Condition[] {
  const ids = new Set(idsIn(answer.act.content, 'conditions'));
  return state.conditions.filter(
    (condition) =>
      condition.state === 'proposed' &&
      condition.proposer !== answer.side &&
      condition.proposedAs <= answer.seenIndex &&
      ids.has(condition.id),
  );
}

/**
 * A condition that its proposer words anew replaces the one with its id; consultations have now been about
 * something.
 */
export const proposeConditions: Consequence = (state, move) => {
  const proposed: Condition[] = [];
  const seen = new Set<string>();
  for (const terms of recordsIn(move.act.content, 'conditions')) {
    const id = textIn(terms, 'id');
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    const { id: by, side: proposer, index: proposedAs } = move;
    proposed.push({ id, proposedBy: by, proposer, proposedAs, terms, state: 'proposed', by });
  }
  const gone = new Set([...seen, ...idsIn(move.act.content, 'replaces')]);
  const replaces = (condition: Condition) =>
    isUnsettled(condition) && condition.proposer === move.side && gone.has(condition.id);
  const replaced = mark(state, move, replaces, 'replaced');
  const dialogs = replaced.dialogs.map((dialog) =>
    dialog.considered ? dialog : { ...dialog, considered: true },
  );
  return { ...replaced, dialogs, conditions: [...replaced.conditions, ...proposed] };
};

/** Accepted conditions bind, each as the first caveat that is for such terms (MLA-31, EXT-12). */
export const acceptConditions: Consequence = (state, move) => {
  const accepted = answerable(state, move);
  let next = mark(state, move, (condition) => accepted.includes(condition), 'accepted');
  for (const condition of accepted) {
    const caveat = move.row.verb.caveats.find((name) => {
      const when = own(move.rules.instrument.caveats, name)?.from?.when;
      return when === undefined || holds(condition.terms, when);
    });
    if (caveat === undefined) continue;
    next = bindCaveat(next, move, { caveat, own: condition.id, terms: condition.terms });
  }
  return next;
};

export const declineConditions: Consequence = (state, move) => {
  const declined = answerable(state, move);
  return mark(state, move, (condition) => declined.includes(condition), 'declined');
};

/**
 * Conditions that a determination of this side is about: those that it names, and are not settled; all that
 * were declined, if it names none.
 */
export function determined(
  state: Pick<CaseState, 'conditions'>,
  { side, act }: Utterance,
): readonly Condition[] {
  const named = new Set(idsIn(act.content, 'conditions'));
  return state.conditions.filter(
    (condition) =>
      condition.proposer === side &&
      (named.size === 0 ? condition.state === 'declined' : isUnsettled(condition) && named.has(condition.id)),
  );
}

/** The proposer goes on without what was declined or is unanswered, or withholds for it (EPROD-9). */
export const determineConditions: Consequence = (state, move) => {
  const about = determined(state, move);
  const withholds = textIn(move.act.content, 'determination') === 'withhold';
  return mark(state, move, (condition) => about.includes(condition), withholds ? 'unmet' : 'dropped');
};

/** Who grants or answers after a condition was declined does without it. */
export const dropDeclined: Consequence = (state, move) =>
  mark(state, move, ({ state: at, proposer }) => at === 'declined' && proposer === move.side, 'dropped');

function mark(
  state: CaseState,
  move: Move,
  wanted: (condition: Condition) => boolean,
  to: ConditionState,
): CaseState {
  if (!state.conditions.some(wanted)) return state;
  const conditions = state.conditions.map((condition) =>
    wanted(condition) ? { ...condition, state: to, by: move.id } : condition,
  );
  return { ...state, conditions };
}

/** A dialog about conditions waits for whoever has to speak next, and ends when all of them are settled. */
export const settleConditionDialogs: Consequence = (state, move) => {
  let next = state;
  for (const dialog of state.dialogs) {
    const mine = state.conditions.filter(({ proposedBy }) => proposedBy === dialog.openedBy);
    if (mine.length > 0) next = settle(next, move, dialog, mine);
  }
  return next;
};

function settle(state: CaseState, move: Move, dialog: Dialog, conditions: readonly Condition[]): CaseState {
  const unsettled = conditions.filter(isUnsettled);
  if (unsettled.length === 0) return closeDialog(state, dialog, { by: move, answered: true });
  const proposed = unsettled.some((condition) => condition.state === 'proposed');
  const waitsFor = proposed ? otherSide(dialog.opener) : dialog.opener;
  if (waitsFor === dialog.waitsFor) return state;
  return { ...state, dialogs: state.dialogs.map((open) => (open === dialog ? { ...open, waitsFor } : open)) };
}

/** Whether the answer to a dialog is told by conditions rather than by the verb that closes it. */
export function isAboutConditions(state: Pick<CaseState, 'conditions'>, dialog: Dialog): boolean {
  return state.conditions.some(({ proposedBy }) => proposedBy === dialog.openedBy);
}
