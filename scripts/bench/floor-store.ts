import { createCipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Level } from 'level';

/** A bare LevelDB whose every row is encrypted and whose every batch is synced: what any node must pay. */
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
  const key = createSecretKey(randomBytes(32));
  const small = new Uint8Array(SMALL_ROW_BYTES);
  let written = 0;
  const seal = (value: Uint8Array): Uint8Array => {
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(written, 6, 6);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(value), cipher.final()]);
    return Buffer.concat([sealed, cipher.getAuthTag()]);
  };
  const put = (value: Uint8Array): { type: 'put'; key: string; value: Uint8Array } => {
    written += 1;
    return { type: 'put', key: written.toString(36).padStart(10, '0'), value: seal(value) };
  };
  return {
    commit: async (items, rows) => {
      const puts = items.flatMap((item) => [
        put(item),
        ...Array.from({ length: rows - 1 }, () => put(small)),
      ]);
      await database.batch(puts, { sync: true });
    },
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}
