/** Remembers results by a key that says everything they depend on, the least recently used ones forgotten. */
export interface Memo<T> {
  /** What was made for this key, made now if it is not there. What throws is not remembered. */
  get(key: string, make: () => T): T;
}

export function createMemo<T>(entriesMax: number): Memo<T> {
  const entries = new Map<string, { readonly value: T }>();
  return {
    get(key, make) {
      const known = entries.get(key);
      // Deleting and setting anew keeps the map in order of use.
      if (known) entries.delete(key);
      const entry = known ?? { value: make() };
      entries.set(key, entry);
      if (entries.size > entriesMax) evictOldest(entries);
      return entry.value;
    },
  };
}

function evictOldest(entries: Map<string, unknown>): void {
  for (const key of entries.keys()) {
    entries.delete(key);
    return;
  }
}
