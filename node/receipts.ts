import type { Delivery } from '../protocol/control/types.ts';
import { toInstant } from '../protocol/control/instant.ts';
import { receiptStatement, rejectionStatement } from '../protocol/delivery/statements.ts';
import { type Signed, signedCodec } from '../protocol/identity/signed.ts';
import type { Hex, Time } from '../protocol/value.ts';
import type { Clock } from './clock.ts';
import type { Store } from './storage/store.ts';

/** What a receipt says: whose node has the item since when, and the desk that had it at once. */
export interface ReceiptFacts {
  readonly by: string;
  readonly at: Time;
  readonly authority?: string;
}

/** How far this node's items have come, from the signed answers that are on file. */
export interface Receipts {
  /** Of several items at once; what is missing has no receipt. */
  receipts(itemIds: readonly Hex[]): Promise<ReadonlyMap<Hex, ReceiptFacts>>;
  /** The receipt of one item, as it was signed. */
  signed(itemId: Hex): Promise<Signed | undefined>;
  /** Answers once the item is no longer queued, at the latest after `waitMs`. */
  delivery(itemId: Hex, waitMs: number): Promise<Omit<Delivery, 'itemId'>>;
  /** The partner's answer to an item has been stored: whoever waits for it is told. */
  answered(itemId: Hex): void;
  /** The node stops: whoever waits is told how far it is now. */
  release(): void;
}

export function createReceipts(store: Store, clock: Clock): Receipts {
  const receipts = store.keyspace('receipts');
  const rejections = store.keyspace('rejections');
  const waiting = new Map<Hex, Set<() => void>>();

  const look = async (itemId: Hex): Promise<Omit<Delivery, 'itemId'>> => {
    const [receipt, rejection] = await Promise.all([receipts.get(itemId), rejections.get(itemId)]);
    const stored = receipt && { receipt: receiptView(signedCodec.decode(receipt)) };
    // A partner may reject later what it had stored: its case then passes it over, whatever the receipt says.
    if (rejection !== undefined) {
      const { code, sentence } = rejectionStatement.read(signedCodec.decode(rejection));
      return { delivery: 'rejected', rejection: { code, sentence }, ...stored };
    }
    return stored === undefined ? { delivery: 'queued' } : { delivery: 'relayed', ...stored };
  };

  return {
    async receipts(itemIds) {
      const rows = await receipts.getMany(itemIds);
      return new Map(
        rows.flatMap((row, index) => {
          const itemId = itemIds[index];
          if (row === undefined || itemId === undefined) return [];
          const { receiver: by, receivedAt: at, authority } = receiptStatement.read(signedCodec.decode(row));
          return [[itemId, { by, at, ...(authority !== undefined && { authority }) }]];
        }),
      );
    },
    async signed(itemId) {
      const row = await receipts.get(itemId);
      return row && signedCodec.decode(row);
    },
    async delivery(itemId, waitMs) {
      const over = new AbortController();
      const wake = (): void => {
        over.abort();
      };
      // Before the first look, so that an answer that comes in between is not missed.
      const waiters = waiting.get(itemId) ?? new Set();
      waiting.set(itemId, waiters.add(wake));
      try {
        const now = await look(itemId);
        if (now.delivery !== 'queued' || waitMs <= 0) return now;
        await clock.delay(waitMs, over.signal).catch(() => undefined);
        return await look(itemId);
      } finally {
        waiters.delete(wake);
        if (waiters.size === 0) waiting.delete(itemId);
      }
    },
    answered(itemId) {
      for (const wake of waiting.get(itemId) ?? []) wake();
    },
    release() {
      for (const wake of [...waiting.values()].flatMap((waiters) => [...waiters])) wake();
    },
  };
}

function receiptView(signed: Signed): NonNullable<Delivery['receipt']> {
  const { receiver, receivedAt, complete } = receiptStatement.read(signed);
  const { keyId, value } = signed.signature;
  return {
    by: receiver,
    receivedAt: toInstant(receivedAt),
    complete,
    statement: Buffer.from(signed.statement).toString('base64url'),
    keyId,
    signature: Buffer.from(value).toString('base64url'),
  };
}
