import type { Keyspace } from '../storage/keyspace.ts';
import { joinKey, keysUnder } from '../storage/keys.ts';
import { CLOSED_FROM, orderOf } from './list-index.ts';

export interface ListRange {
  /** Keyed hashes of desks. */
  readonly desks: readonly string[];
  /** Behind this order (`orderOf`), the cursor of a page. */
  readonly after?: string;
  /** Nothing that is closed. */
  readonly open: boolean;
}

/** The list keys of several desks in one order, a case that stands in more than one of them once. */
export async function* listKeys(lists: Keyspace, range: ListRange): AsyncGenerator<string> {
  const sources = range.desks.map((desk) => keysOf(lists, desk, range));
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

async function* keysOf(lists: Keyspace, desk: string, { after, open }: ListRange): AsyncGenerator<string> {
  const { gt, lt } = keysUnder(desk);
  yield* lists.keys({
    gt: after === undefined ? gt : joinKey(desk, after),
    lt: open ? joinKey(desk, CLOSED_FROM) : lt,
  });
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
