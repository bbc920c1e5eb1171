import type { Keyspace } from '../storage/keyspace.ts';
import { joinKey } from '../storage/keys.ts';
import { orderOf, orderRanges, type Wanted } from './list-index.ts';

export interface ListRange extends Wanted {
  /** Beginnings of keys (`shelvesOf`). */
  readonly shelves: readonly string[];
  /** Behind this order (`orderOf`), the cursor of a page. */
  readonly after?: string;
}

/** The list keys of several shelves in one order, a case that stands on more than one of them once. */
export async function* listKeys(lists: Keyspace, range: ListRange): AsyncGenerator<string> {
  const sources = range.shelves.map((shelf) => keysOf(lists, shelf, range));
  try {
    const heads = await Promise.all(sources.map(nextKey));
    let last = '';
    for (;;) {
      const first = firstOf(heads);
      const key = first === undefined ? undefined : heads[first];
      const source = first === undefined ? undefined : sources[first];
      if (first === undefined || key === undefined || source === undefined) return;
      heads[first] = await nextKey(source);
      if (orderOf(key) !== last) yield key;
      last = orderOf(key);
    }
  } finally {
    await Promise.all(sources.map((source) => source.return(undefined)));
  }
}

/** The same in lists of a bounded length, for reads of many rows at once. */
export async function* inSteps<T>(source: AsyncIterable<T>, length: number): AsyncGenerator<T[]> {
  let step: T[] = [];
  for await (const entry of source) {
    step.push(entry);
    if (step.length < length) continue;
    yield step;
    step = [];
  }
  if (step.length > 0) yield step;
}

async function* keysOf(lists: Keyspace, shelf: string, range: ListRange): AsyncGenerator<string> {
  const { after = '' } = range;
  for (const { gt, lt } of orderRanges(range)) {
    if (after < lt)
      yield* lists.keys({ gt: joinKey(shelf, after > gt ? after : gt), lt: joinKey(shelf, lt) });
  }
}

async function nextKey(source: AsyncIterator<string>): Promise<string | undefined> {
  const next = await source.next();
  return next.done === true ? undefined : next.value;
}

function firstOf(heads: readonly (string | undefined)[]): number | undefined {
  let first: number | undefined;
  for (const [index, head] of heads.entries()) {
    const best = first === undefined ? undefined : heads[first];
    if (head !== undefined && (best === undefined || orderOf(head) < orderOf(best))) first = index;
  }
  return first;
}
