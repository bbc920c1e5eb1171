import { isTrue } from '../is-true.ts';
import { openingSide } from '../opening-side.ts';
import type { CheckSpec } from '../rule-spec.ts';
import type { Check } from './check.ts';
import { draftFacts } from './draft-facts.ts';

/** Rules of the kind that are data, asked of the whole form and of both profiles, for an opening. */
export function draftingChecks(check: Check): readonly CheckSpec[] {
  const { spec, opening, instrument, kind, verb, content } = check;
  const { drafting = [] } = spec;
  if (!opening || drafting.length === 0) return [];
  const facts = draftFacts(check, openingSide(instrument, { kind, verb, content }));
  return drafting.filter(({ when }) => isTrue(when, facts));
}
