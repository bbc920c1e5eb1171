import type { Fields } from '../../value.ts';
import { given, isList, isRecord } from '../content/form-value.ts';
import type { Choice, KindSpec } from '../instrument.ts';
import { type Find, warn } from './check.ts';
import { declaredText, declaredTexts } from './party-profile.ts';

/** MLA-11: whether a statement on dual criminality is expected, for what is asked. */
export const dualCriminalityStated: Find = ({ partner, spec, content, opening, day }) => {
  if (!opening || spec.dualCriminality !== 'per_measure') return [];
  if (given(content, 'dual_criminality_statement') !== undefined) return [];
  const width = declaredText(partner, 'mla.without_dual_criminality', day);
  const listed = declaredTexts(partner, 'mla.without_dual_criminality_measures', day);
  if (width === undefined || width === 'all') return [];
  const open = measuresAsked(spec, content).filter(
    ({ code, coercive }) =>
      width === 'none' ||
      (width === 'non_coercive' && coercive === 'yes') ||
      (width === 'listed_measures' && !listed.includes(code)),
  );
  if (open.length === 0) return [];
  return [warn('MLA-11', 'dual-criminality-expected', { party: partner.party })];
};

function measuresAsked(spec: KindSpec, content: Fields): readonly Choice[] {
  const name = spec.partsField ?? 'measures';
  const choices = spec.content
    .find((field) => field.name === name)
    ?.fields?.find(({ name }) => name === 'code')?.choices;
  const entries = given(content, name);
  const codes = isList(entries) ? entries.filter(isRecord).map((entry) => given(entry, 'code')) : [];
  return (choices ?? []).filter(({ code }) => codes.includes(code));
}
