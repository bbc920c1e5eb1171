import { type Signed, signedCodec } from '../../protocol/identity/signed.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import type { Store } from '../storage/store.ts';

/** An item that arrived, is authentic, and could not be processed. */
export interface SetAside {
  readonly itemId: Hex;
  readonly caseId: Hex;
  /** The partner who sent it. */
  readonly party: string;
  readonly epoch: Hex;
  readonly number: number;
  readonly at: Time;
  /** What went wrong, in words that hold nothing of the item. */
  readonly why: string;
  /** The envelope, as it came. */
  readonly bytes: Uint8Array;
  readonly receipt: Signed;
}

export interface QuarantineRepository {
  get(itemId: Hex): Promise<SetAside | undefined>;
  /** The first ones, so many at most. */
  list(limit: number): Promise<SetAside[]>;
  count(): Promise<number>;
  put(item: SetAside): Operation;
  remove(itemId: Hex): Operation;
}

type Row = Omit<SetAside, 'bytes' | 'receipt'> & { readonly bytes: string; readonly receipt: string };

export function createQuarantineRepository(store: Store): QuarantineRepository {
  const rows = store.keyspace('quarantine');
  return {
    async get(itemId) {
      const row = await rows.get(itemId);
      return row && decode(row);
    },
    async list(limit) {
      const found: SetAside[] = [];
      for await (const { value } of rows.scan({ limit })) found.push(decode(value));
      return found.sort((a, b) => a.at - b.at);
    },
    async count() {
      let count = 0;
      for await (const key of rows.keys()) count += key === '' ? 0 : 1;
      return count;
    },
    put: (item) => rows.put(item.itemId, encode(item)),
    remove: (itemId) => rows.remove(itemId),
  };
}

function encode(item: SetAside): Uint8Array {
  const bytes = Buffer.from(item.bytes).toString('base64');
  const receipt = Buffer.from(signedCodec.encode(item.receipt)).toString('base64');
  return Buffer.from(JSON.stringify({ ...item, bytes, receipt } satisfies Row));
}

function decode(value: Uint8Array): SetAside {
  const row = JSON.parse(Buffer.from(value).toString('utf8')) as Row;
  const bytes = new Uint8Array(Buffer.from(row.bytes, 'base64'));
  return { ...row, bytes, receipt: signedCodec.decode(new Uint8Array(Buffer.from(row.receipt, 'base64'))) };
}
