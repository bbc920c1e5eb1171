import { textIn, truthIn } from '../content.ts';
import { own } from '../rulebook.ts';
import { contentOf, isGiven, type Rule, type RuleContext, type RuleFinding } from './rule.ts';

/**
 * MLA-19, PRES-5, D-06: turned away only for what the kind allows, with the requirement that is not met;
 * never for being electronic.
 */
export const intakeReason: Rule = (context) => {
  const content = contentOf(context);
  const { kind, verb } = context.row;
  const reason = textIn(content, 'reason') ?? '';
  const found = [...forbiddenReasons(context, reason)];
  if (!kind.intakeReasons.includes(reason)) {
    const codes = kind.intakeReasons.join(', ');
    found.push({
      code: 'intake-reason',
      paragraph: kind.closedBy ?? verb.paragraph,
      level: 'BLOCK',
      about: { reason, codes },
    });
  }
  if (reason === 'security_level' && !isGiven(content, 'requirement')) {
    found.push({ code: 'intake-requirement', paragraph: 'MLA-19', level: 'BLOCK' });
  }
  return found;
};

function forbiddenReasons(context: RuleContext, reason: string): readonly RuleFinding[] {
  return context.row.kind.forbidden.flatMap((code): readonly RuleFinding[] => {
    const spec = own(context.rules.instrument.forbiddenGrounds, code);
    const asked = spec?.askedBy !== undefined && truthIn(contentOf(context), spec.askedBy);
    if (spec === undefined || (!asked && reason !== code)) return [];
    return [{ code: 'intake-forbidden', paragraph: spec.paragraph, level: 'BLOCK', about: { code } }];
  });
}
