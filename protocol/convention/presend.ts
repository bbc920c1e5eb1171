import { dayOf } from './partner/party-profile.ts';
import type { Check, Find, PresendInput } from './partner/check.ts';
import {
  channelAllowed,
  costsNote,
  fits,
  hasCompetence,
  knowsInstrument,
  securityRequirements,
  stillValid,
} from './partner/declarations-met.ts';
import { dualCriminalityStated } from './partner/dual-criminality-stated.ts';
import { intakeGrounded } from './partner/intake-grounded.ts';
import { languageAccepted } from './partner/language-accepted.ts';
import { oralAllowed } from './partner/oral-allowed.ts';
import { draftingChecks } from './partner/drafting-checks.ts';
import { checkProblem, type Problem, problem } from './problem.ts';
import { kindOf, verbIn } from './verb-in.ts';

export type { PresendInput } from './partner/check.ts';

const CHECKS: readonly Find[] = [
  knowsInstrument,
  hasCompetence,
  channelAllowed,
  languageAccepted,
  fits,
  securityRequirements,
  dualCriminalityStated,
  costsNote,
  intakeGrounded,
  oralAllowed,
  stillValid,
];

/**
 * What the partner's profile says against a message before it is written to the outbox, each with its
 * paragraph and a way out. Nothing here looks at the case; `resolveRegime` tells whether the convention
 * carries it, `checkRoute` where it may go.
 */
export function checkBeforeSending(input: PresendInput): readonly Problem[] {
  const spec = kindOf(input.instrument, input.kind);
  if (spec === undefined) return [];
  const carries = verbIn(input.instrument, input.kind, input.verb)?.carriesOpening === true;
  const opening = input.verb === spec.opensWith || carries;
  const check: Check = { ...input, spec, opening, day: dayOf(input.at) };
  const findings = CHECKS.flatMap((find) => find(check));
  const language = input.language ?? 'en';
  return [
    ...findings.map((finding) => problem(finding, language)),
    ...draftingChecks(check).map((found) => checkProblem(found, input.content, language)),
  ];
}
