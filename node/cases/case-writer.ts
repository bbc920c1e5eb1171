import type { Case } from '../../protocol/case/case.ts';
import { type SealedItem, withholdBody } from '../../protocol/item/item.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import type { Store } from '../storage/store.ts';
import type { CaseRepository } from './case-repository.ts';
import type { CaseSummary } from './case-records.ts';
import type { Directory } from './dependencies.ts';
import type { KeyHashes } from './key-hashes.ts';
import { listKey } from './list-index.ts';
import { emptyCase, type KnownItem, type OpenCase } from './open-case.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { type Addition, summarise } from './summarise.ts';

export interface WriterDependencies {
  readonly party: string;
  readonly store: Store;
  readonly repository: CaseRepository;
  readonly references: ReferenceIndex;
  readonly hashes: KeyHashes;
  readonly directory: Pick<Directory, 'use'>;
}

/** What a change of a case writes, and what is true once that is written. */
export interface CaseChange {
  readonly operations: readonly Operation[];
  readonly folded: Case | undefined;
  readonly summary: CaseSummary;
}

/**
 * The rows of a case: every change of a case goes through here, so that lists and summary never lag behind.
 */
export interface CaseWriter {
  /** A case that is not there yet, under a data key of its own. Nothing is written, but by its first change. */
  newCase(caseId: Hex, partner: string): Promise<OpenCase>;
  /** The rows of an item, its body sealed under the key of the case. */
  itemRows(open: OpenCase, known: KnownItem, item: SealedItem): Operation[];
  /** The summary after an addition, with what it changes in the lists. */
  summaryRows(open: OpenCase, addition: Addition): CaseChange;
}

export function createCaseWriter(dependencies: WriterDependencies): CaseWriter {
  const { party, store, repository, references, hashes, directory } = dependencies;
  const lists = store.keyspace('caseLists');
  const nothing = new Uint8Array();

  const listed = (summary: CaseSummary): string[] => {
    const { opened } = summary;
    if (opened === undefined) return [];
    return opened.desks.map((desk) => listKey(hashes.desk(desk), summary, opened));
  };

  const firstRows = (open: OpenCase): readonly Operation[] =>
    open.summary === undefined ? open.keyRows : [];

  const referenceRows = (open: OpenCase, { opened }: CaseSummary): Operation[] => {
    if (opened === undefined || open.summary?.opened !== undefined) return [];
    const { reference } = opened;
    return [references.put({ caseId: open.caseId, reference })];
  };

  return {
    newCase: async (caseId, partner) => emptyCase(caseId, partner, await store.caseKeys.ensure(caseId)),

    itemRows(open, { origin, sequence, apart }, item) {
      const facts = { itemId: item.id, ...(apart && { apart }) };
      const stored = { origin, sequence, facts, bytes: withholdBody(item) };
      const { bodyBytes, bodySalt } = item;
      const { senderProfile, recipientProfile } = item.header;
      const rests = [senderProfile, recipientProfile].flatMap((digest) => directory.use(digest));
      const { key } = open;
      if (key === undefined || bodyBytes === undefined || bodySalt === undefined) {
        return [...rests, ...repository.putItem(open.caseId, stored)];
      }
      return [...rests, ...repository.putItem(open.caseId, stored, { key, bodyBytes, bodySalt })];
    },

    summaryRows(open, addition) {
      const { folded } = addition;
      const bare = summarise(open, party, addition);
      const summary = { ...bare, listed: listed(bare) };
      const operations = [
        ...firstRows(open),
        ...referenceRows(open, summary),
        ...bare.listed.filter((key) => !summary.listed.includes(key)).map((key) => lists.remove(key)),
        ...summary.listed.filter((key) => !bare.listed.includes(key)).map((key) => lists.put(key, nothing)),
        repository.putSummary(summary),
      ];
      return { operations, folded, summary };
    },
  };
}
