import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Level } from 'level';
import { createFloorSeal } from './floor-seal.ts';

/**
 * A bare LevelDB whose every row is encrypted, a body once more under the key of its case, and whose every
 * batch is synced: what any node must pay.
 */
export interface FloorStore {
  /** Writes `rows` values of each item in one synced batch. */
  commit(items: readonly Uint8Array[], rows: number): Promise<void>;
  close(): Promise<void>;
}

/** The further rows of an item (chain, case, outbox, record) are this long. */
const SMALL_ROW_BYTES = 200;

export async function openFloorStore(): Promise<FloorStore> {
  const folder = await mkdtemp(join(tmpdir(), 'comity-floor-'));
  const database = new Level<string, Uint8Array>(folder, { valueEncoding: 'view', compression: false });
  await database.open();
  const rows = createFloorSeal('store');
  const bodies = createFloorSeal('case');
  const small = new Uint8Array(SMALL_ROW_BYTES);
  let written = 0;
  const put = (value: Uint8Array): { type: 'put'; key: string; value: Uint8Array } => {
    written += 1;
    const key = written.toString(36).padStart(10, '0');
    return { type: 'put', key, value: rows.seal(key, value) };
  };
  return {
    commit: async (items, count) => {
      const puts = items.flatMap((item) => [
        put(item.length > SMALL_ROW_BYTES * 2 ? bodies.seal('item', item) : item),
        ...Array.from({ length: count - 1 }, () => put(small)),
      ]);
      await database.batch(puts, { sync: true });
    },
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}
