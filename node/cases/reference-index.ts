import type { Case } from '../../protocol/case/case.ts';
import { labelOf } from '../../protocol/case/reference.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import { joinKey, keysUnder, splitKey } from '../storage/keys.ts';
import type { Store } from '../storage/store.ts';
import type { KeyHashes } from './key-hashes.ts';

/** A case with the label by which people name it. */
export interface Labelled {
  readonly caseId: Hex;
  readonly reference: string;
}

/** Finds cases by their reference, or by a beginning of its random part. */
export interface ReferenceIndex {
  /**
   * Cases whose random part begins like that of this text; all of them if it has fewer than two characters.
   */
  like(text: string): Promise<Labelled[]>;
  put(labelled: Labelled): Operation;
}

/** Characters of the random part that stand, hashed, in the key: 1,024 beginnings keep a search short. */
const BEGINNING = 2;

export function createReferenceIndex(store: Store, hashes: KeyHashes): ReferenceIndex {
  const rows = store.keyspace('caseReferences');
  const bucketOf = (symbols: string): Hex => hashes.reference(symbols.slice(0, BEGINNING));
  return {
    async like(text) {
      const symbols = symbolsOf(text);
      const range = symbols.length < BEGINNING ? {} : keysUnder(bucketOf(symbols));
      const found: Labelled[] = [];
      for await (const { key, value } of rows.scan(range)) {
        const reference = Buffer.from(value).toString('utf8');
        const caseId = splitKey(key)[1] ?? '';
        if (symbolsOf(reference).startsWith(symbols)) found.push({ caseId, reference });
      }
      return found;
    },
    put: ({ caseId, reference }) =>
      rows.put(joinKey(bucketOf(symbolsOf(reference)), caseId), Buffer.from(reference)),
  };
}

/** The reference of a case: the party that opened it, the year in which it did. */
export function labelFor(folded: Case): string {
  const { caseId, opener, openedAt } = folded;
  return referenceOf(caseId, folded[opener].party, openedAt);
}

export function referenceOf(caseId: Hex, party: string, openedAt: Time): string {
  return labelOf(caseId, party, new Date(openedAt).getUTCFullYear());
}

/** The random part as `matchReference` compares it: what people mistake for one another is one character. */
function symbolsOf(text: string): string {
  const last = text.trim().toUpperCase().split('/').at(-1) ?? '';
  return last.replaceAll('-', '').replaceAll(/[IL]/g, '1').replaceAll('O', '0');
}
