import type { Language, Text } from './field-spec.ts';

export const LANGUAGES: readonly Language[] = ['en', 'fr'];

/** A sentence in a language; in English where there is none. */
export function say(text: Text, language: Language): string {
  return text[language] ?? text.en;
}

/** The language of a locale such as `fr_HT.UTF-8`, if it is one of ours; else English. */
export function languageOf(locale: string | undefined): Language {
  return LANGUAGES.find((language) => language === locale?.slice(0, 2).toLowerCase()) ?? 'en';
}
