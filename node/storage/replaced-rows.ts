import type { Row } from './engine.ts';
import { furtherKey } from './rows.ts';
import type { EncodedRow, ReadMany } from './rows.ts';
import { furtherOf } from './value-cipher.ts';

/** Places of which is known how many further rows they have, at 200 bytes each: the cases in work. */
const KNOWN_MAX = 8192;

/** Knows what a batch leaves over of the values that it replaces. Batches go through it one at a time. */
export interface ReplacedRows {
  /**
   * The rows of a batch together with the deletion of further rows that their predecessors leave over: those
   * of a value that is deleted, or that gives way to a shorter one, in the database or earlier in the same
   * batch. Reads what it does not know from the batches before.
   */
  clear(rows: readonly EncodedRow[], readMany: ReadMany): Promise<Row[]>;
  /** A batch was not confirmed: what it left behind is to be read. */
  forget(): void;
}

export function createReplacedRows(): ReplacedRows {
  /** Place of a first row → its further rows, the longest unused first. */
  const known = new Map<string, number>();

  const learn = async (places: readonly string[], readMany: ReadMany): Promise<void> => {
    if (places.length === 0) return;
    const stored = await readMany(places);
    for (const [index, place] of places.entries()) known.set(place, furtherIn(stored[index]));
  };

  return {
    clear: async (rows, readMany) => {
      const places = rows.filter(({ mayReplace }) => mayReplace).map(({ key }) => key);
      await learn(
        places.filter((place) => !known.has(place)),
        readMany,
      );
      const cleared = rows.flatMap((row) => {
        if (row.mayReplace === undefined) return [row];
        if (!row.mayReplace && !known.has(row.key)) return [row];
        const before = known.get(row.key) ?? 0;
        const after = furtherIn(row.value);
        known.delete(row.key);
        known.set(row.key, after);
        const left = Array.from({ length: Math.max(0, before - after) }, (_, index) => after + index + 1);
        return [...left.map((number) => ({ key: furtherKey(row.key, number) })), row];
      });
      forgetOldest(known);
      return cleared;
    },
    forget: () => {
      known.clear();
    },
  };
}

function forgetOldest(known: Map<string, number>): void {
  for (const place of known.keys()) {
    if (known.size <= KNOWN_MAX) return;
    known.delete(place);
  }
}

function furtherIn(row: Uint8Array | undefined): number {
  return row === undefined ? 0 : furtherOf(row);
}
