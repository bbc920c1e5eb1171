import type { Row } from './engine.ts';
import { furtherKey } from './rows.ts';
import type { EncodedRow, ReadMany } from './rows.ts';
import { furtherOf } from './value-cipher.ts';

/**
 * The rows of a batch together with the deletion of further rows that their predecessors leave over: those of
 * a value that is deleted, or that gives way to a shorter one, in the database or earlier in the same batch.
 */
export async function clearReplaced(rows: readonly EncodedRow[], readMany: ReadMany): Promise<Row[]> {
  const places = rows.filter(({ mayReplace }) => mayReplace).map(({ key }) => key);
  const stored = places.length === 0 ? [] : await readMany(places);
  const further = new Map(places.map((place, index) => [place, furtherIn(stored[index])]));
  return rows.flatMap((row) => {
    if (row.mayReplace === undefined) return [row];
    const before = further.get(row.key) ?? 0;
    const after = furtherIn(row.value);
    further.set(row.key, after);
    const left = Array.from({ length: Math.max(0, before - after) }, (_, index) => after + index + 1);
    return [...left.map((number) => ({ key: furtherKey(row.key, number) })), row];
  });
}

function furtherIn(row: Uint8Array | undefined): number {
  return row === undefined ? 0 : furtherOf(row);
}
