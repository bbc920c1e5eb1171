import type { Side } from '../../convention/instrument.ts';
import { textIn } from '../content.ts';
import { otherSide } from '../state.ts';
import { contentOf, type Rule, type RuleContext, type RuleFinding } from './rule.ts';

/** The item that the act names is one of its author's own. */
export const ownItem: Rule = (context) => itemOf(context, context.said.side, 'item-not-yours');

/** The item that the act names is one of the other side's. */
export const otherSidesItem: Rule = (context) =>
  itemOf(context, otherSide(context.said.side), 'item-not-theirs');

function itemOf(context: RuleContext, side: Side, code: RuleFinding['code']): readonly RuleFinding[] {
  const item = textIn(contentOf(context), 'item') ?? '';
  if (context.sideOfItem(item) === side) return [];
  return [{ code, paragraph: context.row.verb.paragraph, level: 'BLOCK', about: { item } }];
}
