import { type Signed, signedCodec } from '../../protocol/identity/signed.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import type { Store } from '../storage/store.ts';

/** What this node has said on the arrival of an item; said once, and the same for ever. */
export interface AnswerRepository {
  receipt(itemId: Hex): Promise<Signed | undefined>;
  rejection(itemId: Hex): Promise<Signed | undefined>;
  putReceipt(itemId: Hex, receipt: Signed): Operation;
  putRejection(itemId: Hex, rejection: Signed): Operation;
}

export function createAnswerRepository(store: Store): AnswerRepository {
  const receipts = store.keyspace('receipts');
  const rejections = store.keyspace('rejections');
  const read = async (rows: typeof receipts, itemId: Hex): Promise<Signed | undefined> => {
    const bytes = await rows.get(itemId);
    return bytes === undefined ? undefined : signedCodec.decode(bytes);
  };
  return {
    receipt: (itemId) => read(receipts, itemId),
    rejection: (itemId) => read(rejections, itemId),
    putReceipt: (itemId, receipt) => receipts.put(itemId, signedCodec.encode(receipt)),
    putRejection: (itemId, rejection) => rejections.put(itemId, signedCodec.encode(rejection)),
  };
}
