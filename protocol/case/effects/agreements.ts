import { CLAIMED } from '../../convention/regime.ts';
import type { Regime } from '../../item/act.ts';
import { idsIn, recordsIn, textIn } from '../content.ts';
import type { Consequence } from '../move.ts';
import { closeDialog, dialogsMeant } from './dialogs.ts';

/**
 * What both sides agreed, by subject: the last of the proposals meant. Agreement to one closes the others on
 * its subject (3.1.4). A rule-book that was proposed governs from here on (0.6, D-03).
 */
export const agree: Consequence = (state, move) => {
  const link = move.row.verb.closes;
  const meant = link === undefined ? [] : dialogsMeant(state, link, move);
  const proposal = meant.filter(({ opener }) => opener !== move.side).at(-1);
  const subject = proposal?.purpose;
  if (proposal === undefined || subject === undefined) return state;
  const terms = proposal.terms ?? {};
  let next = state;
  for (const dialog of state.dialogs) {
    if (dialog.dialog !== proposal.dialog || dialog.purpose !== subject) continue;
    next = closeDialog(next, dialog, { by: move, answered: true });
  }
  const agreements = [
    ...next.agreements.filter((agreement) => agreement.subject !== subject),
    { subject, itemId: move.id, terms },
  ];
  const procedure = textIn(terms, 'procedure');
  if (procedure === undefined) return { ...next, agreements };
  return { ...next, agreements, regime: agreedRegime(state.regime, procedure) };
};

/** The rule-book that both chose: what one State alone had named is settled by it. */
function agreedRegime(before: Regime | undefined, procedure: string): Regime {
  const bases = before?.legalBasis ?? [];
  return { ...before, legalBasis: bases.filter(({ basis }) => basis !== CLAIMED), procedure };
}

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
