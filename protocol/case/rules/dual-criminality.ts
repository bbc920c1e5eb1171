import type { Choice, KindSpec } from '../../convention/instrument.ts';
import { hasField, textIn, truthIn } from '../content.ts';
import { type GivenGround, groundsFor, groundsGiven, partsRefused } from './refusal.ts';
import { isGiven, type Rule, type RuleContext, type RuleFinding } from './rule.ts';

/**
 * MLA-10: absence of dual criminality is a ground for coercive measures; for others there are only the
 * narrower ones. ICO-2: it is not absent where the conduct is punishable under another name.
 */
export const dualCriminality: Rule = (context) => {
  const grounds = groundsGiven(context);
  const labels = grounds.filter(
    ({ entry, inKind }) => inKind !== undefined && truthIn(entry, 'conduct_punishable'),
  );
  const underOtherName = labels.map(({ code }): RuleFinding => ({
    code: 'conduct-punishable',
    paragraph: 'ICO-2',
    level: 'BLOCK',
    about: { code },
  }));
  const perPart = partsRefused(context).flatMap((part) =>
    groundsFor(part, grounds).flatMap((ground) => judgeMeasure(context, part, ground)),
  );
  return [...underOtherName, ...perPart];
};

function judgeMeasure(context: RuleContext, part: string, ground: GivenGround): readonly RuleFinding[] {
  const only = ground.inKind?.onlyMeasures;
  if (ground.inKind === undefined || only === undefined) return [];
  const coercive = isCoercive(context, part, ground);
  const about = { part, code: ground.code, codes: otherGrounds(context.row.kind) };
  const paragraph = ground.inKind.paragraph;
  if (coercive === undefined) return [{ code: 'coercive-unanswered', paragraph, level: 'BLOCK', about }];
  if (only === 'coercive' && !coercive)
    return [{ code: 'measure-not-coercive', paragraph, level: 'BLOCK', about }];
  if (only === 'non_coercive' && coercive)
    return [{ code: 'measure-coercive', paragraph, level: 'WARN', about }];
  return [];
}

/** The requested State decides it; where it does not say, the table of measures does, if it can. */
function isCoercive(context: RuleContext, part: string, ground: GivenGround): boolean | undefined {
  if (hasField(ground.entry, 'coercive')) return truthIn(ground.entry, 'coercive');
  const asked = context.state.parts.find(({ id }) => id === part)?.asked;
  const usual = usuallyCoercive(context.row.kind, asked === undefined ? undefined : textIn(asked, 'code'));
  return usual === undefined || usual === 'depends' ? undefined : usual === 'yes';
}

function usuallyCoercive(kind: KindSpec, code: string | undefined): Choice['coercive'] {
  const list = kind.content.find(({ name }) => name === (kind.partsField ?? 'measures'));
  const choices = list?.fields?.find(({ name }) => name === 'code')?.choices;
  return choices?.find((choice) => choice.code === code)?.coercive;
}

function otherGrounds(kind: KindSpec): string {
  return kind.grounds
    .filter(({ onlyMeasures }) => onlyMeasures === 'non_coercive')
    .map(({ code }) => code)
    .join(', ');
}

/**
 * MLA-9: who answers without dual criminality says how the purposes of the Convention were taken into
 * account.
 */
export const purposesConsidered: Rule = (context) =>
  groundsGiven(context)
    .filter(
      ({ entry, spec }) =>
        spec?.mustCarry.includes('purposes_note') === true && !isGiven(entry, 'purposes_note'),
    )
    .map(({ code }) => ({ code: 'purposes-missing', paragraph: 'MLA-9', level: 'BLOCK', about: { code } }));
