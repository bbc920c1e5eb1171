import { createHash } from 'node:crypto';
import { type Signed, signedCodec } from '../../protocol/identity/signed.ts';
import type { Operation } from '../storage/change.ts';
import { joinKey, keyNumber, keysUnder, splitKey } from '../storage/keys.ts';
import type { Store } from '../storage/store.ts';

/** Of each partner; with at most 2 KiB each (`rejectionBytesMax`), so that nobody fills a disk with garbage. */
export const UNAUTHENTIC_ANSWERS_MAX = 1000;

/**
 * What each partner was told of bytes that nobody has signed: the newest answers, for a partner who asks
 * again. They are kept by the bytes, not by the id that these claim: or whoever shows a header first could
 * have the true item refused for ever.
 */
export interface UnauthenticAnswers {
  to(bytes: Uint8Array, sender: string): Promise<Signed | undefined>;
  /** What keeps an answer, and lets the oldest go if there are too many; and how many there were by now. */
  put(bytes: Uint8Array, sender: string, rejection: Signed): Promise<Kept>;
}

export interface Kept {
  readonly operations: readonly Operation[];
  readonly count: number;
}

export function createUnauthenticAnswers(store: Store): UnauthenticAnswers {
  const rows = store.keyspace('unauthentic');
  // Keys of each sender, the oldest first.
  const senders = new Map<string, Promise<string[]>>();
  store.onReopened(() => {
    senders.clear();
  });
  const read = async (sender: string): Promise<string[]> => {
    const keys: string[] = [];
    for await (const key of rows.keys(keysUnder(sender))) keys.push(key);
    return keys;
  };
  const keysOf = (sender: string): Promise<string[]> => {
    const known = senders.get(sender) ?? read(sender);
    senders.set(sender, known);
    known.catch(() => senders.delete(sender));
    return known;
  };
  return {
    to: async (bytes, sender) => {
      const digest = digestOf(bytes);
      const key = (await keysOf(hashOf(sender))).findLast((one) => one.endsWith(digest));
      const row = key === undefined ? undefined : await rows.get(key);
      return row && signedCodec.decode(row);
    },
    put: async (bytes, sender, rejection) => {
      const hash = hashOf(sender);
      const keys = await keysOf(hash);
      const count = countAt(keys.at(-1)) + 1;
      const key = joinKey(hash, count, digestOf(bytes));
      keys.push(key);
      const old = keys.splice(0, keys.length - UNAUTHENTIC_ANSWERS_MAX);
      return {
        operations: [rows.put(key, signedCodec.encode(rejection)), ...old.map((one) => rows.remove(one))],
        count,
      };
    },
  };

  function hashOf(sender: string): string {
    return store.hashKey('sender', sender);
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** How many there were with the one of this key. */
function countAt(key: string | undefined): number {
  return key === undefined ? 0 : keyNumber(splitKey(key)[1] ?? '');
}
