import type { KindSpec, Level } from '../convention/instrument.ts';
import type { Regime } from '../item/act.ts';
import { CLAIMED } from '../convention/regime.ts';
import { own } from './rulebook.ts';

/**
 * How heavy a rule is for a kind under the regime of its case: as the rule says, or as the kind says where
 * another rule-book governs (MLA-7: under a treaty, 9 to 29 only warn).
 */
export function levelUnder(
  kind: KindSpec,
  paragraph: string,
  regime: Regime | undefined,
  usual: Level,
): Level {
  const entry = own(kind.paragraphsUnder, paragraph) ?? own(kind.paragraphsUnder, paragraphOf(paragraph));
  if (entry === undefined || regime === undefined) return usual;
  const procedures = proceduresThatMayGovern(kind, regime);
  return procedures.every((procedure) => entry.regimes.includes(procedure)) ? usual : entry.otherwise;
}

/**
 * The rule-book of the case; with it that of a treaty which one State alone names, until the two agree: an
 * officer is held to what both have in common (D-03).
 */
function proceduresThatMayGovern({ treaty }: KindSpec, regime: Regime): readonly string[] {
  const isClaimed = regime.legalBasis.some(({ basis }) => basis === CLAIMED);
  return treaty !== undefined && isClaimed ? [regime.procedure, treaty.procedure] : [regime.procedure];
}

/** `MLA-26a` and `MLA-29/2` belong to `MLA-26` and `MLA-29`. */
function paragraphOf(code: string): string {
  return /^[A-Z0-9]+-[0-9]+/.exec(code)?.[0] ?? code;
}
