import type { GroundSpec } from '../../convention/instrument.ts';
import { textIn } from '../content.ts';
import { own } from '../rulebook.ts';
import { contentOf, isGiven, type Rule, type RuleContext, type RuleFinding } from './rule.ts';

/**
 * MLA-30: help is postponed on the one ground that the text gives, or on one of a treaty that governs
 * (MLA-6).
 */
export const postponementGround: Rule = (context) => {
  const content = contentOf(context);
  const spec = own(context.rules.instrument.grounds, textIn(content, 'ground') ?? '');
  if (spec === undefined || !isAllowed(context, spec)) {
    return [{ code: 'postponement-ground', paragraph: 'MLA-30', level: 'BLOCK' }];
  }
  const missing =
    spec.postponementOnly === true ? spec.mustCarry.filter((field) => !isGiven(content, field)) : [];
  return missing.map((field): RuleFinding => ({
    code: 'ground-incomplete',
    paragraph: 'MLA-30',
    level: 'BLOCK',
    about: { code: spec.code, field },
  }));
};

function isAllowed({ row, state }: RuleContext, spec: GroundSpec): boolean {
  const { treaty } = row.kind;
  const governs = treaty !== undefined && state.regime?.procedure === treaty.procedure;
  return spec.postponementOnly === true || (governs && spec.mustCarry.includes('treaty_article'));
}
