import type { EvidenceLevel } from '../../protocol/delivery/statements.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import { joinKey, keysUnder } from '../storage/keys.ts';
import type { Store } from '../storage/store.ts';
import type { KeyHashes } from './key-hashes.ts';
import { decodeRow, encodeRow } from './row.ts';

/** Evidence after the receipt: who says when what became of an item. */
export interface StoredEvidence {
  readonly level: EvidenceLevel;
  readonly at: Time;
  readonly party: string;
  readonly authority?: string;
  /** On the own side only: the officer who opened it. */
  readonly officerId?: Hex;
  readonly signed: Signed;
}

export interface EvidenceRepository {
  /** Of one item, in the order of the levels' names. */
  of(itemId: Hex): Promise<StoredEvidence[]>;
  has(itemId: Hex, level: EvidenceLevel, party: string): Promise<boolean>;
  put(itemId: Hex, evidence: StoredEvidence): Operation;
}

type Facts = Omit<StoredEvidence, 'signed'> & { readonly suite: number; readonly keyId: Hex };

export function createEvidenceRepository(store: Store, hashes: KeyHashes): EvidenceRepository {
  const rows = store.keyspace('evidence');
  const keyOf = (itemId: Hex, level: EvidenceLevel, party: string): string =>
    joinKey(itemId, level, hashes.party(party));
  return {
    async of(itemId) {
      const found: StoredEvidence[] = [];
      for await (const { value } of rows.scan(keysUnder(itemId))) found.push(decode(value));
      return found;
    },
    has: (itemId, level, party) => rows.has(keyOf(itemId, level, party)),
    put(itemId, { signed, ...evidence }) {
      const { suite, keyId, value } = signed.signature;
      const facts: Facts = { ...evidence, suite, keyId };
      return rows.put(
        keyOf(itemId, evidence.level, evidence.party),
        encodeRow(facts, signed.statement, value),
      );
    },
  };
}

function decode(row: Uint8Array): StoredEvidence {
  const { facts, parts } = decodeRow<Facts>(row);
  const [statement, value] = parts;
  if (statement === undefined || value === undefined) throw new Error('evidence without its statement');
  const { suite, keyId, ...evidence } = facts;
  return { ...evidence, signed: { statement, signature: { suite, keyId, value } } };
}
