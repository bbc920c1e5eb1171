import type { Text } from '../../convention/instrument.ts';

/** A sentence with gaps such as `{part}`, and the verbs that lead on. */
export interface Sentence {
  readonly text: Text;
  readonly instead: readonly string[];
}

export function sentence(en: string, fr: string, ...instead: readonly string[]): Sentence {
  return { text: { en, fr }, instead };
}

/** Fills the gaps. A value for one language alone is named with it: `title_fr`. */
export function fill(text: Text, about: Readonly<Record<string, string>>): Text {
  const inLanguage = (words: string, language: string) =>
    words.replace(/\{([a-z_]+)\}/g, (_, name: string) => about[`${name}_${language}`] ?? about[name] ?? '');
  return {
    en: inLanguage(text.en, 'en'),
    ...(text.fr === undefined ? {} : { fr: inLanguage(text.fr, 'fr') }),
  };
}
