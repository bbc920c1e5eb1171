import type { Guard } from '../convention/guards.ts';
import { levelUnder } from './levels.ts';
import {
  conditionsDeterminable,
  conditionsKnown,
  conditionsSettled,
  consultationHeard,
  consultedFirst,
  costsSettled,
} from './rules/consultation.ts';
import { dualCriminality, purposesConsidered } from './rules/dual-criminality.ts';
import { oneStatusQuery, questionsKnown } from './rules/information.ts';
import { intakeReason } from './rules/intake.ts';
import { otherSidesItem, ownItem } from './rules/items.ts';
import { postponementGround } from './rules/postponement.ts';
import { groundAllowed, groundComplete, groundNotForbidden, reasonsGiven } from './rules/refusal.ts';
import { checksBroken } from './rules/checks.ts';
import type { CheckFinding, Rule, RuleContext, RuleFinding } from './rules/rule.ts';
import { outcomesComplete, proceduresAnswered, scopeKnown } from './rules/scope.ts';
import {
  caveatImposedByAuthor,
  confidentialityDirected,
  exculpatoryTiming,
  objectsFurnished,
} from './rules/use.ts';

/** What each guard of the instrument asks. The compiler finds a guard that has no rule. */
const RULES: Readonly<Record<Guard, Rule>> = {
  'scope-known': scopeKnown,
  'ground-allowed': groundAllowed,
  'ground-not-forbidden': groundNotForbidden,
  'ground-complete': groundComplete,
  'dual-criminality': dualCriminality,
  'purposes-considered': purposesConsidered,
  'reasons-given': reasonsGiven,
  'consulted-first': consultedFirst,
  'postponement-ground': postponementGround,
  'procedures-answered': proceduresAnswered,
  'outcomes-complete': outcomesComplete,
  'conditions-settled': conditionsSettled,
  'costs-settled': costsSettled,
  'confidentiality-directed': confidentialityDirected,
  'intake-reason': intakeReason,
  'one-status-query': oneStatusQuery,
  'questions-known': questionsKnown,
  'consultation-heard': consultationHeard,
  'conditions-known': conditionsKnown,
  'conditions-determinable': conditionsDeterminable,
  'objects-furnished': objectsFurnished,
  'exculpatory-timing': exculpatoryTiming,
  'caveat-imposed-by-author': caveatImposedByAuthor,
  'own-item': ownItem,
  'other-sides-item': otherSidesItem,
};

/**
 * What the guards of a verb find, and then its checks, in their order, each as heavy as it is under the
 * regime of the case. A guard that this machine does not know cannot be in data that it was built with.
 */
export function findingsIn(context: RuleContext): readonly (RuleFinding | CheckFinding)[] {
  const { kind, verb } = context.row;
  const regime = context.said.act.regime ?? context.state.regime;
  const found = [...verb.guards.flatMap((guard) => RULES[guard](context)), ...checksBroken(context)];
  return found.map((finding) => ({
    ...finding,
    level: finding.level === 'BLOCK' ? levelUnder(kind, finding.paragraph, regime, 'BLOCK') : finding.level,
  }));
}
