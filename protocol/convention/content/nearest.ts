/** The name that was probably meant, if one is near enough: at most two changes, or one in a short word. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const limit = name.length < 5 ? 1 : 2;
  const wanted = plainName(name);
  const ranked = names
    .map((candidate) => ({ candidate, distance: changes(wanted, plainName(candidate)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate;
}

/** Hyphens, spaces and capitals are the usual slips, and count for nothing. */
function plainName(name: string): string {
  return name
    .slice(0, 64)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Levenshtein distance, row by row. */
function changes(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(at(next, j - 1) + 1, at(row, j) + 1, at(row, j - 1) + same));
    }
    row = next;
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
