import type { Text } from '../../convention/instrument.ts';

/** A sentence with gaps such as `{part}`, and the verbs that lead on. */
export interface Sentence {
  readonly text: Text;
  readonly instead: readonly string[];
}

export function sentence(en: string, fr: string, ...instead: readonly string[]): Sentence {
  return { text: { en, fr }, instead };
}
