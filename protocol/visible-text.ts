/**
 * Control, bidirectional, invisible, line-separating, private and unassigned characters: what could forge a
 * line, reorder it or hide in it. `\u2800` is a blank that counts as a symbol.
 */
const DECEPTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * A text of somebody else's in one line for a terminal or a log: each character that would not be seen is
 * written as its number, `⟨U+202E⟩`. Whoever wants several lines splits the text first.
 */
export function visibleText(text: string): string {
  return text.replaceAll(DECEPTIVE, (character) => {
    const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `⟨U+${digits.padStart(4, '0')}⟩`;
  });
}

/** The same characters as escapes of JSON, which a parser reads as what they are. */
export function escapedText(text: string): string {
  return text.replaceAll(DECEPTIVE, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
