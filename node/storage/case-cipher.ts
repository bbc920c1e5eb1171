import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ComityError } from '../../protocol/errors.ts';
import { plain } from '../../protocol/hash.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Operation, RecordEvent } from './change.ts';
import type { Store } from './store.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/** Cases whose key is kept at hand: those that are worked on, at 1 KiB each. More are never under way. */
const KEYS_MAX = 4096;

/**
 * Seals what a case must be able to forget. `context` says what the bytes are (an item id, a purpose): they
 * open under the same one only. Nonces are random, which is sound for the few thousand things that one case
 * seals.
 */
export interface CaseKey {
  seal(context: string, bytes: Uint8Array): Uint8Array;
  /** @throws ComityError('damaged') */
  open(context: string, sealed: Uint8Array): Uint8Array;
}

/**
 * The data keys of the cases. Each lies in its own row, wrapped by the store key; without it its case is
 * unreadable.
 */
export interface CaseCipher {
  /**
   * The key of a case, drawn if it has none; the operations, if any, belong into the change that uses it
   * first.
   */
  ensure(caseId: Hex): Promise<{ readonly key: CaseKey; readonly operations: readonly Operation[] }>;
  /** Nothing if the case was erased, or never had a key. */
  find(caseId: Hex): Promise<CaseKey | undefined>;
  /**
   * Makes what the keys of these cases sealed unreadable for ever: deletes the keys, from the files too.
   * @throws ComityError('erasure-incomplete'): call it again.
   */
  erase(caseIds: readonly Hex[], events: readonly RecordEvent[]): Promise<void>;
}

export interface CaseCipherDependencies {
  readonly store: Pick<Store, 'keyspace' | 'erase'>;
  readonly randomBytes: (length: number) => Uint8Array;
}

export function createCaseCipher({ store, randomBytes }: CaseCipherDependencies): CaseCipher {
  const rows = store.keyspace('caseKeys');
  /** Keys that are known to be stored, the least recently used first. */
  const stored = new Map<Hex, CaseKey>();
  /**
   * Keys that were handed out and may not be stored yet: handed out again until they are, or two would
   * compete.
   */
  const fresh = new Map<Hex, Uint8Array>();

  const keep = (caseId: Hex, key: CaseKey): CaseKey => {
    stored.delete(caseId);
    stored.set(caseId, key);
    forgetOldest(stored);
    return key;
  };

  const find = async (caseId: Hex): Promise<CaseKey | undefined> => {
    const known = stored.get(caseId);
    if (known !== undefined) return keep(caseId, known);
    const bytes = await rows.get(caseId);
    if (bytes === undefined) return undefined;
    fresh.delete(caseId);
    return keep(caseId, caseKeyOf(caseId, bytes, randomBytes));
  };

  return {
    find,

    ensure: async (caseId) => {
      const known = await find(caseId);
      if (known !== undefined) return { key: known, operations: [] };
      const bytes = fresh.get(caseId) ?? randomBytes(KEY_BYTES);
      fresh.set(caseId, bytes);
      forgetOldest(fresh);
      return { key: caseKeyOf(caseId, bytes, randomBytes), operations: [rows.put(caseId, bytes)] };
    },

    erase: async (caseIds, events) => {
      for (const caseId of caseIds) {
        stored.delete(caseId);
        fresh.delete(caseId);
      }
      await store.erase({ operations: caseIds.map((caseId) => rows.remove(caseId)), events });
      // A read that was under way may have put a key back.
      for (const caseId of caseIds) stored.delete(caseId);
    },
  };
}

function forgetOldest(held: Map<Hex, unknown>): void {
  const [oldest] = held.keys();
  if (held.size > KEYS_MAX && oldest !== undefined) held.delete(oldest);
}

function caseKeyOf(caseId: Hex, bytes: Uint8Array, randomBytes: (length: number) => Uint8Array): CaseKey {
  const key: KeyObject = createSecretKey(bytes);
  const associated = (context: string): Buffer => Buffer.from(`${caseId}!${context}`);
  return {
    seal: (context, plaintext) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce);
      cipher.setAAD(associated(context));
      return plain(Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]));
    },

    open: (context, sealed) => {
      const nonce = sealed.subarray(0, NONCE_BYTES);
      try {
        const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(associated(context));
        decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
        const opened = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
        return plain(Buffer.concat([opened, decipher.final()]));
      } catch (cause) {
        throw new ComityError(
          'damaged',
          'Something stored in this case is damaged and was not used: keep a copy of the folder as it is, check the ' +
            'disk, and ask whoever maintains this node.',
          { details: { caseId }, cause },
        );
      }
    },
  };
}
