import type { ParagraphSpec } from '../../instrument.ts';

/**
 * A code, what the paragraph says in our words, and what the software does about it, in English and French.
 */
export type ParagraphRow = readonly [
  code: string,
  says: readonly [en: string, fr: string],
  does: readonly [en: string, fr: string],
];

export const paragraph = ([code, says, does]: ParagraphRow): ParagraphSpec => ({
  code,
  article: code.slice(0, code.indexOf('-')),
  says: { en: says[0], fr: says[1] },
  does: { en: does[0], fr: does[1] },
});
