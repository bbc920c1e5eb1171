/** Of the names that there are, the one that takes the fewest changes. */
export function nearest(typed: string, names: readonly string[]): string {
  const word = typed.toLowerCase();
  const apart = (name: string): number => distance(word, name.toLowerCase());
  return [...names].sort((one, other) => apart(one) - apart(other))[0] ?? '';
}

/** Letters to put in, take out or change until one word is the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const letter of Array.from(one)) {
    const before = row;
    row = [(before[0] ?? 0) + 1];
    for (const [index, wanted] of Array.from(other).entries()) {
      const changed = (before[index] ?? 0) + (letter === wanted ? 0 : 1);
      row.push(Math.min(changed, (before[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1));
    }
  }
  return row.at(-1) ?? 0;
}
