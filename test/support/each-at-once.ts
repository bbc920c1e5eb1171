/** Runs for all of them in their order, at most so many at once; stops at the first that fails. */
export async function eachAtOnce<T>(
  list: readonly T[],
  atOnce: number,
  run: (entry: T, index: number) => Promise<void>,
): Promise<void> {
  const entries = list.entries();
  const worker = async (): Promise<void> => {
    for (const [index, entry] of entries) await run(entry, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
