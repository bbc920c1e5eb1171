import type { VerbSpec } from '../../convention/instrument.ts';
import type { ClosedDialog, Dialog, DialogItem } from '../case.ts';
import { holds } from '../../convention/content/value-at.ts';
import { fieldOf, idsIn, recordsIn, textIn } from '../content.ts';
import type { Consequence, Move, Utterance } from '../move.ts';
import { own } from '../rulebook.ts';
import { type CaseState, otherSide } from '../state.ts';
import { grown } from '../trail.ts';
import { isAboutConditions } from './conditions.ts';

type Link = NonNullable<VerbSpec['closes']>;

/**
 * Open dialogs that an act speaks in: of that name and purpose, and opened by its author or seen by it. An
 * act that names the item that opened a dialog means that one alone.
 */
export function dialogsMeant(
  state: Pick<CaseState, 'dialogs'>,
  link: Pick<Link, 'dialog' | 'purposeField'>,
  said: Utterance,
): readonly Dialog[] {
  const content = said.act.content;
  const purpose = textIn(content, link.purposeField ?? 'purpose');
  const answers = textIn(content, 'answers_item');
  return state.dialogs.filter(
    (dialog) =>
      dialog.dialog === link.dialog &&
      (dialog.opener === said.side || dialog.openedAs <= said.seenIndex) &&
      (purpose === undefined || dialog.purpose === undefined || dialog.purpose === purpose) &&
      (answers === undefined || dialog.openedBy === answers),
  );
}

/** How `lastClosed` names a dialog. */
export function dialogKey(dialog: string, purpose: string | undefined): string {
  return purpose === undefined ? dialog : `${dialog}/${purpose}`;
}

function opensDialog(verb: VerbSpec, said: Pick<Utterance, 'act'>): boolean {
  return (
    verb.opens !== undefined &&
    (verb.opens.onlyWhen === undefined || holds(said.act.content, verb.opens.onlyWhen))
  );
}

export const openDialog: Consequence = (state, move) => {
  const opens = move.row.verb.opens;
  if (opens === undefined || !opensDialog(move.row.verb, move)) return state;
  const spec = own(move.rules.instrument.dialogs, opens.dialog);
  if (spec === undefined) return state;
  const opened: Dialog = {
    dialog: opens.dialog,
    ...aboutOf(move, opens),
    openedBy: move.id,
    opener: move.side,
    openedAs: move.index,
    openedAt: move.at,
    waitsFor: spec.waitsFor === 'other' ? otherSide(move.side) : spec.waitsFor,
    items: opens.itemsField === undefined ? [] : questions(move, opens.itemsField),
    heard: false,
    considered: move.row.verb.effects?.includes('propose_conditions') === true,
  };
  const next = { ...state, dialogs: [...state.dialogs, opened] };
  return move.closesItsDialog ? closeDialog(next, opened, { by: move, answered: true }) : next;
};

function aboutOf({ act }: Move, opens: NonNullable<VerbSpec['opens']>): Pick<Dialog, 'purpose' | 'terms'> {
  const purpose = opens.purposeField === undefined ? undefined : textIn(act.content, opens.purposeField);
  return {
    ...(purpose === undefined ? {} : { purpose }),
    ...(opens.keepsTerms === true ? { terms: act.content } : {}),
  };
}

function questions(move: Move, field: string): readonly DialogItem[] {
  const items = recordsIn(move.act.content, field).map((record) => ({
    id: textIn(record, 'id') ?? '',
    needed: fieldOf(record, 'needed') !== false,
    answered: false,
  }));
  const distinct = new Map(items.filter(({ id }) => id !== '').map((item) => [item.id, item]));
  return [...distinct.values()];
}

/**
 * What the side that did not open a dialog says in it counts as being heard; then the opener's turn has come.
 */
export const speakWithin: Consequence = (state, move) => {
  const link = move.row.verb.within;
  if (link === undefined) return state;
  const meant = dialogsMeant(state, link, move);
  return {
    ...state,
    dialogs: state.dialogs.map((dialog) => (meant.includes(dialog) ? spoken(dialog, move) : dialog)),
  };
};

function spoken(dialog: Dialog, move: Move): Dialog {
  if (move.side !== dialog.opener) return { ...dialog, heard: true, waitsFor: dialog.opener };
  return { ...dialog, waitsFor: otherSide(dialog.opener) };
}

/** Closes what the act answers; of a list of questions, once every needed one has its answer. */
export const closeAnswered: Consequence = (state, move) => {
  const link = move.row.verb.closes;
  if (link === undefined) return state;
  let next = state;
  for (const dialog of dialogsMeant(state, link, move)) {
    if (!isAboutConditions(state, dialog)) next = answerDialog(next, move, dialog, link);
  }
  return next;
};

function answerDialog(state: CaseState, move: Move, dialog: Dialog, link: Link): CaseState {
  const heard = dialog.heard || move.side !== dialog.opener;
  const considered = dialog.considered || textIn(move.act.content, 'outcome') === 'no_condition_possible';
  const told = new Set(link.itemsField === undefined ? [] : idsIn(move.act.content, link.itemsField));
  const items = dialog.items.map((item) => (told.has(item.id) ? { ...item, answered: true } : item));
  const spokenIn: Dialog = { ...dialog, heard, considered, items };
  const dialogs = state.dialogs.map((open) => (open === dialog ? spokenIn : open));
  const left = link.itemsField !== undefined && items.some(({ needed, answered }) => needed && !answered);
  return left
    ? { ...state, dialogs }
    : closeDialog({ ...state, dialogs }, spokenIn, { by: move, answered: true });
}

export function closeDialog(
  state: CaseState,
  dialog: Dialog,
  how: { readonly by: Move; readonly answered: boolean },
): CaseState {
  const outcome = textIn(how.by.act.content, 'outcome');
  const closed: ClosedDialog = {
    ...dialog,
    closedBy: how.by.id,
    closedAt: how.by.at,
    answered: how.answered,
    ...(outcome === undefined ? {} : { outcome }),
  };
  const key = dialogKey(dialog.dialog, dialog.purpose);
  const known = own(state.lastClosed, key);
  const keeps =
    known !== undefined && known.heard && known.considered && !(closed.heard && closed.considered);
  return {
    ...state,
    dialogs: state.dialogs.filter((open) => open !== dialog),
    lastClosed: keeps ? state.lastClosed : { ...state.lastClosed, [key]: closed },
    closedDialogs: grown(state.closedDialogs, closed),
  };
}
