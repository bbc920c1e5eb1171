import { idsIn, recordsIn, textIn } from '../content.ts';
import type { Consequence } from '../move.ts';
import { closeDialog } from './dialogs.ts';

/**
 * What both sides agreed, by subject. A regime that the agreeing act carries governs from here on (0.6,
 * D-03).
 */
export const agree: Consequence = (state, move) => {
  const subject = textIn(move.act.content, 'subject');
  if (subject === undefined) return state;
  let next = state;
  for (const dialog of state.dialogs) {
    const same = dialog.purpose === subject && move.row.verb.closes?.dialog === dialog.dialog;
    if (same) next = closeDialog(next, dialog, { by: move, answered: true });
  }
  const agreements = [
    ...next.agreements.filter((agreement) => agreement.subject !== subject),
    { subject, itemId: move.id, terms: move.act.content },
  ];
  return { ...next, agreements, ...(move.act.regime === undefined ? {} : { regime: move.act.regime }) };
};

/** Other cases to which this one belongs; only their ids and the relation. */
export const link: Consequence = (state, move) => {
  const entries = [move.act.content, ...recordsIn(move.act.content, 'links')];
  const added = entries.flatMap((entry) => {
    const caseId = textIn(entry, 'case');
    return caseId === undefined
      ? []
      : [{ caseId, relation: textIn(entry, 'relation') ?? '', itemId: move.id }];
  });
  return added.length === 0 ? state : { ...state, links: [...state.links, ...added] };
};

/** The desk of the author's own party that deals with the case from now on. */
export const forward: Consequence = (state, move) => {
  const authority = textIn(move.act.content, 'desk') ?? idsIn(move.act.content, 'desks')[0];
  if (authority === undefined) return state;
  const address = { ...state.addresses[move.side], authority };
  return { ...state, addresses: { ...state.addresses, [move.side]: address } };
};
