import type { Time } from '../protocol/value.ts';
import type { Store } from './storage/store.ts';

/** When partners were heard last, over all processes of this node. */
export interface LastContacts {
  /** From when on it was noted: whoever is not in it has not been heard since. */
  readonly since: Time;
  readonly heard: Readonly<Record<string, Time>>;
}

/** Row of `meta`. */
const KEY = 'contacts';

export async function readLastContacts(store: Pick<Store, 'keyspace'>): Promise<LastContacts | undefined> {
  const row = await store.keyspace('meta').get(KEY);
  return row && (JSON.parse(Buffer.from(row).toString()) as LastContacts);
}

export async function writeLastContacts(
  store: Pick<Store, 'keyspace' | 'commit'>,
  contacts: LastContacts,
): Promise<void> {
  const row = store.keyspace('meta').put(KEY, Buffer.from(JSON.stringify(contacts)));
  await store.commit({ operations: [row] });
}
