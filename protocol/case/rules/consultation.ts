import { answerTimePassed } from '../barrier.ts';
import type { ClosedDialog } from '../case.ts';
import { idsIn, textIn } from '../content.ts';
import { answerable, determined } from '../effects/conditions.ts';
import { dialogKey, dialogsMeant } from '../effects/dialogs.ts';
import { isOpen, partsNamed } from '../effects/parts.ts';
import { levelUnder } from '../levels.ts';
import { own } from '../rulebook.ts';
import type { CaseState } from '../state.ts';
import { groundsGiven } from './refusal.ts';
import { contentOf, type Rule, type RuleFinding } from './rule.ts';

const CONSULT = 'consult';

/**
 * MLA-31: a consultation of that purpose came first. It counts if it was about conditions, or ended with the
 * word that none would do, and if the other side had spoken in it or had let its time pass.
 */
export const consultedFirst: Rule = (context) => {
  const refuses = context.row.verb.effects?.includes('refuse') === true;
  const purpose = refuses ? 'refusal' : 'postponement';
  const closed = own(context.state.lastClosed, dialogKey(CONSULT, purpose));
  if (closed !== undefined && counts(context.state, closed)) return [];
  const { kind } = context.row;
  const regime = context.state.regime;
  if (!refuses) {
    if (!kind.postpone.consultFirst) return [];
    return [{ code: 'consult-before-postponing', paragraph: 'MLA-31', level: 'BLOCK' }];
  }
  // D-11: where the grounds of MLA-26 only warn, so does the duty to consult before using them.
  const first = groundsGiven(context).filter(({ inKind }) => inKind?.consultFirst === true);
  return first.map(({ code, inKind }) => ({
    code: 'consult-before-refusing',
    paragraph: 'MLA-31',
    level: levelUnder(kind, inKind?.paragraph ?? '', regime, 'BLOCK'),
    about: { code },
  }));
};

function counts(state: CaseState, closed: ClosedDialog): boolean {
  return closed.considered && (closed.heard || answerTimePassed(state, closed, closed.closedAt));
}

/**
 * MLA-31: what is closed without a word from the other side, and before its time is up, is no consultation.
 */
export const consultationHeard: Rule = (context) => {
  const link = context.row.verb.closes;
  const excused = textIn(contentOf(context), 'outcome') === 'not_needed';
  if (link === undefined || excused) return [];
  const unheard = dialogsMeant(context.state, link, context.said).filter(
    (dialog) => !dialog.heard && !answerTimePassed(context.state, dialog, context.said.at),
  );
  return unheard.length === 0 ? [] : [{ code: 'not-heard', paragraph: 'MLA-31', level: 'WARN' }];
};

/** MLA-31: only conditions that were proposed, and are still unanswered, can be accepted or declined. */
export const conditionsKnown: Rule = (context) => {
  const known = new Set(answerable(context.state, context.said).map(({ id }) => id));
  const strange = idsIn(contentOf(context), 'conditions').filter((id) => !known.has(id));
  return strange.map((condition) => ({
    code: 'condition-unknown',
    paragraph: 'MLA-31',
    level: 'BLOCK',
    about: { condition },
  }));
};

/** MLA-31: no proposed condition of what is granted or answered is unanswered. */
export const conditionsSettled: Rule = (context) => {
  const content = contentOf(context);
  const told = idsIn(content, 'outcomes');
  const named = told.length === 0 ? partsNamed(context.state, content) : new Set(told);
  const parts = context.state.parts.filter((part) => isOpen(part) && named.has(part.id)).map(({ id }) => id);
  const effects = context.row.verb.effects ?? [];
  const dropped = effects.includes('determine_conditions') ? determined(context.state, context.said) : [];
  const accepted = effects.includes('accept_conditions') ? answerable(context.state, context.said) : [];
  const settles = [...dropped, ...accepted];
  const open = context.state.conditions.filter((condition) => {
    if (condition.state !== 'proposed' || settles.includes(condition)) return false;
    const about = idsIn(condition.terms, 'parts');
    return about.length === 0 || about.some((part) => parts.includes(part));
  });
  return open.map(({ id }) => ({
    code: 'condition-open',
    paragraph: 'MLA-31',
    level: 'BLOCK',
    about: { condition: id },
  }));
};

/**
 * MLA-31, EPROD-9: a determination follows what was declined. An own condition may also be dropped before it
 * is answered.
 */
export const conditionsDeterminable: Rule = ({ state, said, row }) => {
  const { content } = said.act;
  const { paragraph } = row.verb;
  const about = determined(state, said);
  const strange = idsIn(content, 'conditions').filter(
    (id) => !about.some((condition) => condition.id === id),
  );
  const waits = about.filter(({ state: at }) => at === 'proposed');
  const drops = textIn(content, 'determination') === 'provide_without';
  const found: RuleFinding[] = [...strange, ...(drops ? [] : waits.map(({ id }) => id))].map((condition) => ({
    code: strange.includes(condition) ? 'condition-not-open' : 'condition-unanswered',
    paragraph,
    level: 'BLOCK',
    about: { condition },
  }));
  if (about.length > 0 || found.length > 0) return found;
  return [{ code: 'nothing-declined', paragraph, level: 'BLOCK' }];
};

/** MLA-33: costs on which both sides consult are settled first, or the officer says why not. */
export const costsSettled: Rule = ({ state }) => {
  const isOpenNow = state.dialogs.some(({ dialog, purpose }) => dialog === CONSULT && purpose === 'costs');
  const last = own(state.lastClosed, dialogKey(CONSULT, 'costs'));
  const agreed = state.agreements.some(({ subject }) => subject === 'cost_sharing');
  const settled = agreed || last?.outcome === 'agreed' || last?.outcome === 'not_needed';
  const unsettled = last !== undefined && !settled;
  return isOpenNow || unsettled ? [{ code: 'costs-open', paragraph: 'MLA-33', level: 'ACK' }] : [];
};
