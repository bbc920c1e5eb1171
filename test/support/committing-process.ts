import { AuditRecord } from '../../node/audit/record.ts';
import { systemClock } from '../../node/clock.ts';
import { openStorage } from '../../node/storage/open-storage.ts';
import { optionsFor } from './storage-home.ts';

/**
 * Started as a process of its own, with a home and a name as arguments: commits for ever, eight at a time,
 * and writes the key of each change to standard output once it is acknowledged.
 */
const [, , home = '', name = ''] = process.argv;
const storage = await openStorage(optionsFor(home, new AuditRecord(systemClock)));
const receipts = storage.keyspace('receipts');
const items = storage.keyspace('items');
let number = 0;

async function commitForEver(): Promise<void> {
  for (;;) {
    const key = `${name}-${number++}`;
    const value = new Uint8Array(100 + (number % 7) * 20_000).fill(number & 0xff);
    await storage.commit({
      operations: [receipts.put(key, value.subarray(0, 100)), items.put(key, value)],
      events: [{ type: 'committed', at: 1, detail: { key } }],
    });
    process.stdout.write(`${key}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, commitForEver));
