import { receiptStatement, rejectionStatement } from '../../protocol/delivery/statements.ts';
import { type Signed, signedCodec } from '../../protocol/identity/signed.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import type { Store } from '../storage/store.ts';

/** A statement of this node on the arrival of an item. */
export type Answer =
  | { readonly kind: 'receipt'; readonly receipt: Signed }
  | { readonly kind: 'rejection'; readonly rejection: Signed };

/** What this node has said on the arrival of an item; said once, and the same for ever. */
export interface AnswerRepository {
  /** What this sender was told of an item. An item of another sender is not answered, whoever shows it. */
  toItem(itemId: Hex, sender: string): Promise<Answer | undefined>;
  putToItem(itemId: Hex, answer: Answer): Operation;
  receipt(itemId: Hex): Promise<Signed | undefined>;
}

export function createAnswerRepository(store: Store): AnswerRepository {
  const receipts = store.keyspace('receipts');
  const rejections = store.keyspace('rejections');
  const read = async (rows: typeof receipts, key: string): Promise<Signed | undefined> => {
    const bytes = await rows.get(key);
    return bytes === undefined ? undefined : signedCodec.decode(bytes);
  };
  const rejection = async (key: string, sender: string): Promise<Answer | undefined> => {
    const found = await read(rejections, key);
    const ours = found !== undefined && rejectionStatement.read(found).sender === sender;
    return ours ? { kind: 'rejection', rejection: found } : undefined;
  };
  return {
    async toItem(itemId, sender) {
      const receipt = await read(receipts, itemId);
      if (receipt !== undefined && receiptStatement.read(receipt).sender === sender)
        return { kind: 'receipt', receipt };
      return rejection(itemId, sender);
    },
    putToItem: (itemId, answer) =>
      answer.kind === 'receipt'
        ? receipts.put(itemId, signedCodec.encode(answer.receipt))
        : rejections.put(itemId, signedCodec.encode(answer.rejection)),
    receipt: (itemId) => read(receipts, itemId),
  };
}
