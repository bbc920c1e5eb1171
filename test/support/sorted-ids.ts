/** Ids in an order that does not depend on how they came. */
export function sortedIds(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id).sort();
}
