import { covers } from '../../protocol/delivery/number-set.ts';
import { toHex } from '../../protocol/hash.ts';
import type { LinkState } from '../../protocol/session/link-state.ts';
import type { Hex } from '../../protocol/value.ts';
import { joinKey, keyNumber, keysUnder, nextParts, splitKey } from '../storage/keys.ts';
import type { Store } from '../storage/store.ts';

/** An item that came under a number. */
export interface ReceivedItem {
  readonly epoch: Hex;
  readonly number: number;
  readonly itemId: Hex;
}

/** Where the rows of a partner's link lie. */
export function incomingKey(store: Store, party: string): string {
  return joinKey(store.hashKey('link', party), 'in');
}

/** Items that came, but for those under numbers that these states cover: of each epoch the oldest first. */
export async function* itemsBeyond(
  store: Store,
  party: string,
  states: readonly LinkState[],
): AsyncGenerator<ReceivedItem> {
  const rows = store.keyspace('links');
  const link = incomingKey(store, party);
  for await (const epoch of nextParts(rows, ...splitKey(link))) {
    const known = states.find((state) => state.epoch === epoch);
    const { lt } = keysUnder(link, epoch);
    for await (const { key, value } of rows.scan({ gt: joinKey(link, epoch, known?.watermark ?? 0), lt })) {
      const number = numberIn(key);
      if (value.length === 0 || (known !== undefined && covers(known, number))) continue;
      yield { epoch, number, itemId: toHex(value) };
    }
  }
}

/** The number at the end of a key. */
export function numberIn(key: string): number {
  return keyNumber(splitKey(key).at(-1) ?? '');
}
