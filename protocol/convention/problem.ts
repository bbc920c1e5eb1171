import type { Language } from './field-spec.ts';
import { say } from './say.ts';
import { fill, type Sentence } from './sentences/sentence.ts';
import { SENTENCES, type SentenceCode } from './sentences/sentences.ts';

export type ProblemLevel = 'BLOCK' | 'ACK' | 'WARN';

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
  readonly code: SentenceCode;
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

/** Whether nothing keeps it back: what may be acknowledged or is only shown does not. */
export function mayGo(problems: readonly Problem[]): boolean {
  return problems.every((entry) => entry.level !== 'BLOCK');
}
