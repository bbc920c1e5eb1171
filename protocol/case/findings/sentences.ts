import type { Barrier } from '../barrier.ts';
import { BARRIER_SENTENCES } from './barrier-sentences.ts';
import { DECISION_SENTENCES } from './decision-sentences.ts';
import { DIALOG_SENTENCES } from './dialog-sentences.ts';
import type { Sentence } from './sentence.ts';

export type FindingCode = Barrier | keyof typeof DECISION_SENTENCES | keyof typeof DIALOG_SENTENCES;

/** What a person reads for each code, and what that person can say instead (D-25). */
export const SENTENCES: Readonly<Record<FindingCode, Sentence>> = {
  ...BARRIER_SENTENCES,
  ...DECISION_SENTENCES,
  ...DIALOG_SENTENCES,
};
