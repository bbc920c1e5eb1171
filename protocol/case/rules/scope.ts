import { idsIn, recordsIn, textIn } from '../content.ts';
import { isOpen, WHOLE } from '../effects/parts.ts';
import { contentOf, type Rule, type RuleContext, type RuleFinding } from './rule.ts';

/**
 * The parts that the act names, in its scope, grounds or outcomes, were asked for and are not yet decided.
 */
export const scopeKnown: Rule = (context) => {
  const content = contentOf(context);
  const inGrounds = recordsIn(content, 'grounds').flatMap((ground) => idsIn(ground, 'parts'));
  const named = [...idsIn(content, 'parts'), ...inGrounds, ...idsIn(content, 'outcomes')];
  const found = [...new Set(named)].flatMap((part) => aboutPart(context, part));
  const lacksParts = textIn(content, 'scope') === 'part' && named.length === 0;
  return lacksParts ? [finding(context, 'part-missing', '')] : found;
};

function aboutPart(context: RuleContext, id: string): readonly RuleFinding[] {
  const part = context.state.parts.find((asked) => asked.id === id);
  if (part === undefined) return [finding(context, 'part-unknown', id)];
  return isOpen(part) ? [] : [finding(context, 'part-decided', id)];
}

function finding(context: RuleContext, code: RuleFinding['code'], part: string): RuleFinding {
  return { code, paragraph: context.row.verb.paragraph, level: 'BLOCK', about: { part } };
}

/** MLA-3: the last answer says what came of each part that was not refused or withdrawn. */
export const outcomesComplete: Rule = (context) => {
  const told = new Set(idsIn(contentOf(context), 'outcomes'));
  const open = context.state.parts.filter((part) => isOpen(part) && part.id !== WHOLE && !told.has(part.id));
  const missing = open.map(({ id }): RuleFinding => ({
    code: 'outcome-missing',
    paragraph: 'MLA-3',
    level: 'BLOCK',
    about: { part: id },
  }));
  return [...scopeKnown(context), ...missing];
};

/** MLA-22: each particular procedure that was asked for, for what is answered here, is answered by its id. */
export const proceduresAnswered: Rule = (context) => {
  const content = contentOf(context);
  const answered = new Set(idsIn(content, 'procedures'));
  const told = new Set(idsIn(content, 'outcomes'));
  const isFinal = context.row.verb.effects?.includes('final_result') === true;
  const parts = context.state.parts.filter((part) => isOpen(part) && (isFinal || told.has(part.id)));
  const left = new Set(parts.flatMap(({ procedures }) => procedures).filter((id) => !answered.has(id)));
  return [...left].map((procedure) => ({
    code: 'procedure-unanswered',
    paragraph: 'MLA-22',
    level: 'BLOCK',
    about: { procedure },
  }));
};
