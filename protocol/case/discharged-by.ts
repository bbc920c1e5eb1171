import { isTrue } from '../convention/is-true.ts';
import type { VerbSpec } from '../convention/instrument.ts';
import { factsOf } from './facts-of.ts';
import type { Utterance } from './move.ts';
import type { Rulebook } from './rulebook.ts';
import type { CaseState } from './state.ts';

/** Timers whose duties an act discharges: those of its verb, and those that it discharges by what it says. */
export function dischargedBy(
  rules: Rulebook,
  state: CaseState,
  { said, verb }: { readonly said: Utterance; readonly verb: VerbSpec },
): readonly string[] {
  const { discharges, dischargesWhen = [] } = verb;
  if (dischargesWhen.length === 0) return discharges;
  const facts = factsOf(rules, state, said);
  const told = dischargesWhen.filter(({ when }) => isTrue(when, facts));
  return [...discharges, ...told.map(({ timer }) => timer)];
}

/** Timers whose duties a verb can discharge, whatever it says. */
export function dischargeable({ discharges, dischargesWhen = [] }: VerbSpec): readonly string[] {
  return [...discharges, ...dischargesWhen.map(({ timer }) => timer)];
}
