/** A verb as officers and outside programs write it: `info-request` for INFO_REQUEST. */
export function verbWord(verb: string): string {
  return verb.toLowerCase().replaceAll('_', '-');
}

/** The verb of the instrument that a word stands for; either way of writing is taken. */
export function verbOfWord(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}
