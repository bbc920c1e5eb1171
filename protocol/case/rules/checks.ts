import { isTrue } from '../../convention/is-true.ts';
import { factsOf } from '../facts-of.ts';
import type { CheckFinding, RuleContext } from './rule.ts';

/** The rules that are data alone, of the verb and of the verb in its kind, that speak against the act. */
export function checksBroken({ rules, state, row, said }: RuleContext): readonly CheckFinding[] {
  const { checks = [] } = row.verb;
  if (checks.length === 0) return [];
  const facts = factsOf(rules, state, said);
  return checks
    .filter(({ when }) => isTrue(when, facts))
    .map((check) => ({ check, paragraph: check.paragraph, level: check.level }));
}
