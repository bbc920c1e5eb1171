import { checkText, insteadText } from './check-text.ts';
import type { Language } from './field-spec.ts';
import type { Fields } from '../value.ts';
import type { CheckSpec } from './rule-spec.ts';
import { say } from './say.ts';
import { fill, type Sentence } from './sentences/sentence.ts';
import { SENTENCES, type SentenceCode } from './sentences/sentences.ts';

export type ProblemLevel = 'BLOCK' | 'ACK' | 'WARN' | 'HELP';

/**
 * What stands against sending something: BLOCK keeps it back, ACK lets it go once the officer has given a
 * reason, WARN is shown. `message` and `wayOut` are in the language that was asked for; `details` hold their
 * values.
 */
export interface Problem {
  /** `measures[0].description`; empty when it is about the whole. */
  readonly path: string;
  readonly paragraph: string;
  readonly level: ProblemLevel;
  /** Of a sentence of `sentences/`, or the name of a check of the instrument. */
  readonly code: string;
  readonly message: string;
  readonly wayOut?: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface Finding {
  readonly path: string;
  readonly paragraph: string;
  readonly level: ProblemLevel;
  readonly code: SentenceCode;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** The finding with its sentences. */
export function problem(finding: Finding, language: Language): Problem {
  const sentence: Sentence = SENTENCES[finding.code];
  const details = finding.details ?? {};
  return {
    ...finding,
    details,
    message: fill(say(sentence.text, language), details),
    ...(sentence.wayOut === undefined ? {} : { wayOut: fill(say(sentence.wayOut, language), details) }),
  };
}

/** What a check of the instrument has found in content. */
export function checkProblem(check: CheckSpec, content: Fields, language: Language): Problem {
  const { paragraph, level, instead = [] } = check;
  const wayOut = insteadText(instead, language);
  const message = say(checkText(check, content), language);
  return {
    ...{ path: '', paragraph, level, code: check.check, message, details: {} },
    ...(wayOut === undefined ? {} : { wayOut }),
  };
}

/** Whether nothing keeps it back: what may be acknowledged or is only shown does not. */
export function mayGo(problems: readonly Problem[]): boolean {
  return problems.every((entry) => entry.level !== 'BLOCK');
}
