import { textIn } from '../content.ts';
import { own } from '../rulebook.ts';
import { contentOf, isGiven, type Rule, type RuleFinding } from './rule.ts';

/** MLA-30: help is postponed on the one ground that the text gives, or on one of a treaty that governs (MLA-6). */
export const postponementGround: Rule = (context) => {
  const content = contentOf(context);
  const { kind } = context.row;
  const spec = own(context.rules.instrument.grounds, textIn(content, 'ground') ?? '');
  const treaty = kind.treaty !== undefined && context.state.regime?.procedure === kind.treaty.procedure;
  const ofTreaty = treaty && spec?.mustCarry.includes('treaty_article') === true;
  if (spec?.postponementOnly !== true && !ofTreaty) {
    return [{ code: 'postponement-ground', paragraph: 'MLA-30', level: 'BLOCK' }];
  }
  const missing =
    spec?.postponementOnly === true ? spec.mustCarry.filter((field) => !isGiven(content, field)) : [];
  return missing.map((field): RuleFinding => ({
    code: 'ground-incomplete',
    paragraph: 'MLA-30',
    level: 'BLOCK',
    about: { code: spec?.code ?? '', field },
  }));
};
