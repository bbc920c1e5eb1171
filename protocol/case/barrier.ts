import type { VerbSpec } from '../convention/instrument.ts';
import type { Time } from '../value.ts';
import type { Dialog } from './case.ts';
import { dischargeable } from './discharged-by.ts';
import { hadLapsed } from './due.ts';
import { answerable } from './effects/conditions.ts';
import { dialogsMeant } from './effects/dialogs.ts';
import type { Utterance } from './move.ts';
import { rowOf, type Rulebook } from './rulebook.ts';
import { type CaseState, statusFor } from './state.ts';
import { listOf } from './trail.ts';

/** Why a side cannot say something in a case as it stands, whatever its content. */
export type Barrier =
  'unknown-verb' | 'not-yours' | 'not-in-this-status' | 'no-open-dialog' | 'nothing-to-answer';

/**
 * The first thing that stands in the way of an act: its verb, its author, the status, the question it
 * answers. Undefined if nothing does; rules about its content are for the guards.
 */
export function barrierOf(rules: Rulebook, state: CaseState, said: Utterance): Barrier | undefined {
  const row = rowOf(rules, state, said);
  if (row === undefined) return 'unknown-verb';
  const { verb } = row;
  if (!isSenders(verb, said)) return 'not-yours';
  if (!isTimely(state, verb, said)) return 'not-in-this-status';
  return dialogBarrier(state, verb, said);
}

function isSenders(verb: VerbSpec, said: Utterance): boolean {
  const roles: readonly string[] = ['either', 'dialog_opener', 'dialog_other', said.side];
  return roles.includes(verb.sender);
}

/**
 * Said in its statuses; in a final one also while it can still discharge a duty of its author (register
 * 3.1.1).
 */
function isTimely(state: CaseState, verb: VerbSpec, said: Utterance): boolean {
  const status = statusFor(state, said.side);
  if (verb.from.includes(status)) return true;
  if (status !== 'closed' && status !== 'refused' && status !== 'withdrawn') return false;
  const timers = dischargeable(verb);
  return state.obligations.some(({ timer, debtor }) => debtor === said.side && timers.includes(timer));
}

function dialogBarrier(state: CaseState, verb: VerbSpec, said: Utterance): Barrier | undefined {
  const link = verb.closes ?? verb.within;
  if (link === undefined || verb.closes?.whenOpen === true) return undefined;
  const meant = dialogsMeant(state, link, said);
  if (meant.length === 0) return 'no-open-dialog';
  if (!meant.some((dialog) => mayAnswer(state, verb, dialog, said))) return 'not-yours';
  const answers = verb.effects?.some(
    (effect) => effect === 'accept_conditions' || effect === 'decline_conditions',
  );
  return answers === true && answerable(state, said).length === 0 ? 'nothing-to-answer' : undefined;
}

/** The opener ends its own dialog; the other side may once the time to answer has passed. */
function mayAnswer(state: CaseState, verb: VerbSpec, dialog: Dialog, said: Utterance): boolean {
  const opened = dialog.opener === said.side;
  if (verb.sender === 'dialog_other') return !opened;
  if (verb.sender !== 'dialog_opener' || opened) return true;
  return answerTimePassed(state, dialog, said.at);
}

/**
 * Whether the duty to answer in a dialog had run out, met or not; false if the dialog brought no such duty.
 */
export function answerTimePassed(state: CaseState, dialog: Dialog, at: Time): boolean {
  const owed = [...state.obligations, ...listOf(state.settledObligations)].filter(
    ({ openedBy, creditor }) => openedBy === dialog.openedBy && creditor === dialog.opener,
  );
  return owed.length > 0 && owed.every((obligation) => hadLapsed(obligation, at));
}
