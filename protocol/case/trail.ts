/**
 * A list that only grows, shared by all the states that grew from it: adding costs the same however long it
 * is.
 */
export interface Trail<T> {
  readonly last: T;
  readonly before: Trail<T> | undefined;
}

export function grown<T>(trail: Trail<T> | undefined, ...entries: readonly T[]): Trail<T> | undefined {
  let end = trail;
  for (const last of entries) end = { last, before: end };
  return end;
}

/** Oldest first. */
export function listOf<T>(trail: Trail<T> | undefined): T[] {
  const list: T[] = [];
  for (let at = trail; at !== undefined; at = at.before) list.push(at.last);
  return list.reverse();
}
