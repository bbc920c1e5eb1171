import type { Hex, Time } from '../protocol/value.ts';
import type { Operation } from './storage/change.ts';
import type { Store } from './storage/store.ts';

/**
 * That this store was made of an older copy of itself. What came after that copy is known to partners alone.
 * So a link is recovering until its partner has given back both directions under this restoration: whoever
 * keeps the state of links notes there the `id` that a link has recovered from, and a link without that note
 * is still recovering. The row stays; the next restoration replaces it.
 */
export interface Restoration {
  /** 16 random bytes, new at each restoration. */
  readonly id: Hex;
  readonly at: Time;
  /** When the copy was made: what is older is here. */
  readonly asOf: Time;
}

/** Row of `meta`. */
const KEY = 'restored';

/** The latest restoration of this store, if it ever was restored. */
export async function readRestoration(store: Pick<Store, 'keyspace'>): Promise<Restoration | undefined> {
  const row = await store.keyspace('meta').get(KEY);
  return row === undefined ? undefined : (JSON.parse(Buffer.from(row).toString()) as Restoration);
}

/** The operation that marks a store as restored. */
export function putRestoration(store: Pick<Store, 'keyspace'>, restoration: Restoration): Operation {
  return store.keyspace('meta').put(KEY, Buffer.from(JSON.stringify(restoration)));
}
