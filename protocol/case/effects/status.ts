import type { Status } from '../../convention/instrument.ts';
import { isTrue } from '../../convention/is-true.ts';
import type { Dialog } from '../case.ts';
import { factsOf } from '../facts-of.ts';
import { type Consequence, coversWhole, type Move } from '../move.ts';
import { own } from '../rulebook.ts';
import { type CaseState, statusFor } from '../state.ts';
import { grown } from '../trail.ts';
import { isAboutConditions } from './conditions.ts';
import { closeDialog } from './dialogs.ts';
import { supersede } from './obligations.ts';
import { isOpen } from './parts.ts';

/**
 * The status that the act leads to (register 3.1.1). An act that is let through only because it still
 * discharges a duty moves none; one about a part moves it once no part is left.
 */
export const moveStatus: Consequence = (state, move) => {
  const { verb } = move.row;
  const allowed = verb.from.includes(statusFor(state, move.side)) || move.prevails || isFirst(state, move);
  const status = allowed ? target(state, move) : undefined;
  if (status === undefined || status === state.status) return state;
  return changed(state, move, status);
};

function changed(state: CaseState, move: Move, status: Status): CaseState {
  return { ...state, status, statuses: grown(state.statuses, { status, at: move.at }) };
}

function isFirst(state: CaseState, move: Move): boolean {
  return state.frame.openedBy === move.id;
}

function target(state: CaseState, move: Move): Status | undefined {
  const { to, effects } = move.row.verb;
  if (to === undefined || effects?.includes('close') === true) return undefined;
  if (typeof to === 'string') return to;
  if ('by' in to) return to.by[state.status];
  if ('resume' in to) return state.granted ? 'executing' : 'in_review';
  return coversWhole(move.act.content) || !state.parts.some(isOpen) ? to.whole : undefined;
}

/**
 * Each side closes for itself; the case is closed when both have. Duties, caveats and their clocks run on.
 */
export const closeSide: Consequence = (state, move) => {
  if (state.closedBy.includes(move.side)) return state;
  const closedBy = [...state.closedBy, move.side].sort();
  return closedBy.length === 2 ? changed({ ...state, closedBy }, move, 'closed') : { ...state, closedBy };
};

/**
 * A question that nobody can answer any more in a new status is moot, and so is the duty to answer it.
 * Closing makes nothing moot.
 */
export const endMoot: Consequence = (state, move) => {
  if (state.status === move.before.status || state.status === 'closed') return state;
  const moot = state.dialogs.filter((dialog) => isMoot(state, move, dialog));
  if (moot.length === 0) return state;
  let next = state;
  for (const dialog of moot) next = closeDialog(next, dialog, { by: move, answered: false });
  return supersede(next, move, new Set(moot.map(({ openedBy }) => openedBy)));
};

function isMoot(state: CaseState, move: Move, dialog: Dialog): boolean {
  if (dialog.openedBy === move.id) return false;
  const spared = dialog.waitsFor === move.side && !move.conforms && !isAboutConditions(state, dialog);
  if (spared) return false;
  const { instrument } = move.rules;
  const answers = move.row.kind.verbs.filter(
    (name) => own(instrument.verbs, name)?.closes?.dialog === dialog.dialog,
  );
  return (
    answers.length > 0 && !answers.some((name) => own(instrument.verbs, name)?.from.includes(state.status))
  );
}

/** The phase that the kind's overlay adds, after the act; it brings no transition of its own. */
export const movePhase: Consequence = (state, move) => {
  const name = move.row.kind.overlay;
  const overlay = name === undefined ? undefined : own(move.rules.instrument.overlays ?? {}, name);
  if (overlay === undefined) return state;
  const phase = state.phase ?? overlay.initial;
  const taken = overlay.steps.find(
    ({ verb, from, when }) =>
      verb === move.act.verb &&
      from.includes(phase) &&
      (when === undefined || isTrue(when, factsOf(move.rules, move.before, move))),
  );
  const to = typeof taken?.to === 'object' ? state.phaseBefore : taken?.to;
  if (to === undefined || to === phase) return { ...state, phase };
  return { ...state, phase: to, phaseBefore: phase };
};
