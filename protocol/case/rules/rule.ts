import type { Level, Side } from '../../convention/instrument.ts';
import type { Fields, Hex } from '../../value.ts';
import type { CheckSpec } from '../../convention/rule-spec.ts';
import type { FindingCode } from '../findings/sentences.ts';
import type { Utterance } from '../move.ts';
import type { Row, Rulebook } from '../rulebook.ts';
import type { CaseState } from '../state.ts';

/** An act and the case that its author has before it. */
export interface RuleContext {
  readonly rules: Rulebook;
  readonly state: CaseState;
  readonly row: Row;
  readonly said: Utterance;
  /** Whose item this is; undefined if the author has none of that id. */
  readonly sideOfItem: (id: Hex) => Side | undefined;
}

/** What a rule has to say. `about` fills the gaps of the sentence; `instead` replaces its usual way out. */
export interface RuleFinding {
  readonly code: FindingCode;
  readonly paragraph: string;
  readonly level: Level;
  readonly about?: Readonly<Record<string, string>>;
  readonly instead?: readonly string[];
}

/** What a rule that is data alone has found: it brings its own sentence. */
export interface CheckFinding {
  readonly check: CheckSpec;
  readonly paragraph: string;
  readonly level: Level;
}

/** Reads the case and the act, never a body. Answers for any content. */
export type Rule = (context: RuleContext) => readonly RuleFinding[];

export function contentOf(context: RuleContext): Fields {
  return context.said.act.content;
}

export function isGiven(content: Fields, name: string): boolean {
  const value = Object.hasOwn(content, name) ? content[name] : undefined;
  if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) return true;
  return Object.hasOwn(content, `${name}_given`) && content[`${name}_given`] === true;
}
