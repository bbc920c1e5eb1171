/** Control, bidirectional, invisible and line-separating characters: what could forge a line or reorder one. */
const DECEPTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/**
 * A text of somebody else's in one line for a terminal or a log: each character that would not be seen is written as
 * its number, `\u{202e}`. Whoever wants several lines splits the text first.
 */
export function visibleText(text: string): string {
  return text.replaceAll(DECEPTIVE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
