import type { VerbSpec } from '../convention/instrument.ts';
import type { Dialog } from './case.ts';
import { idsIn } from './content.ts';
import { answerable, determined, isUnsettled } from './effects/conditions.ts';
import { dialogsMeant } from './effects/dialogs.ts';
import type { Utterance } from './move.ts';
import { plainRow, type Rulebook } from './rulebook.ts';
import type { CaseState } from './state.ts';

/**
 * Whether an act answers all that is open in the dialogs of a name, so that they end with it; false where
 * none is open.
 */
export function settles(rules: Rulebook, state: CaseState, said: Utterance, name: string): boolean {
  const verb = plainRow(rules.instrument, state.frame.kind, said.act.verb)?.verb;
  const open = state.dialogs.filter(({ dialog }) => dialog === name);
  if (verb?.closes?.dialog !== name || open.length === 0) return false;
  return open.every((dialog) => endsWith(state, verb, said, dialog));
}

function endsWith(state: CaseState, verb: VerbSpec, said: Utterance, dialog: Dialog): boolean {
  const mine = state.conditions.filter(({ proposedBy }) => proposedBy === dialog.openedBy);
  if (mine.length > 0) {
    const answered = new Set([
      ...(verb.effects?.includes('accept_conditions') === true ? answerable(state, said) : []),
      ...(verb.effects?.includes('determine_conditions') === true ? determined(state, said) : []),
    ]);
    return mine.every((condition) => !isUnsettled(condition) || answered.has(condition));
  }
  const { closes } = verb;
  if (closes === undefined || !dialogsMeant(state, closes, said).includes(dialog)) return false;
  const told = new Set(closes.itemsField === undefined ? [] : idsIn(said.act.content, closes.itemsField));
  const isLeft = dialog.items.some(({ id, needed, answered }) => needed && !answered && !told.has(id));
  return closes.itemsField === undefined || !isLeft;
}
