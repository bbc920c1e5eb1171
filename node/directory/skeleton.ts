import { CONFUSABLES } from './confusables.ts';

let shapes: ReadonlyMap<string, string> | undefined;

/**
 * What a text looks like at a glance, as words: by UTS #39, section 4, and without what people overlook
 * too: case, accents, punctuation, and whether it is an i or an l. Texts of one skeleton can be
 * mistaken for each other. It is for comparing, not for showing.
 */
export function skeletonOf(text: string): string {
  // Twice: a capital may look like nothing else, and its small letter like two.
  const once = shown(plainText(text)).toLowerCase();
  return words(shown(once).toLowerCase().replaceAll('i', 'l'));
}

/** The same text without case, accents and punctuation: two that differ in these alone are the same name. */
export function plainOf(text: string): string {
  return words(plainText(text).toLowerCase());
}

/** A skeleton without the spaces between its words. */
export function squeezed(skeleton: string): string {
  return skeleton.replaceAll(' ', '');
}

function plainText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function shown(text: string): string {
  const table = (shapes ??= readShapes());
  return Array.from(text, (character) => table.get(character) ?? character).join('');
}

function readShapes(): ReadonlyMap<string, string> {
  const rows = CONFUSABLES.trim().split('\n');
  return new Map(
    rows.flatMap((row) => {
      const [target = '', ...numbers] = row.split(' ');
      return numbers.map((number) => [String.fromCodePoint(parseInt(number, 16)), target] as const);
    }),
  );
}

/** Scripts whose letters are mistaken for each other's. Those of East Asia are written in one word by custom. */
const SCRIPTS = ['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Hebrew', 'Arabic', 'Cherokee', 'Coptic', 'Lisu'];
const PATTERNS = SCRIPTS.map(
  (script) => [script, new RegExp(`\\p{Script_Extensions=${script}}`, 'u')] as const,
);

/** The first word that is written in letters of more than one script, with the scripts. */
export function mixedWord(text: string): { readonly word: string; readonly scripts: string } | undefined {
  for (const word of text.split(/[^\p{L}\p{M}\p{N}]+/u)) {
    const letters = Array.from(word).filter((character) => /\p{L}/u.test(character));
    const used = PATTERNS.filter(([, pattern]) => letters.some((letter) => pattern.test(letter)));
    if (used.length > 1) return { word, scripts: used.map(([script]) => script).join(' and ') };
  }
  return undefined;
}
