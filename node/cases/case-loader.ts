import type { Case, FoldEntry } from '../../protocol/case/case.ts';
import type { PinnedProfiles } from '../../protocol/case/rulebook.ts';
import { FOLD_MACHINE } from '../../protocol/ids.ts';
import { actCodec } from '../../protocol/item/act.ts';
import { envelopeCodec } from '../../protocol/item/envelope.ts';
import { headerCodec } from '../../protocol/item/header.ts';
import type { Hex } from '../../protocol/value.ts';
import type { CaseRepository, StoredItem } from './case-repository.ts';
import type { CaseKeys } from './dependencies.ts';
import { claimsToOpen, foldItems } from './machine.ts';
import { adopt, emptyCase, type KnownItem, type OpenCase } from './open-case.ts';
import { summarise } from './summarise.ts';

export interface LoaderDependencies {
  readonly party: string;
  readonly repository: CaseRepository;
  readonly caseKeys: CaseKeys;
  readonly pins: PinnedProfiles;
}

/**
 * Reads a case from its items. Its summary is taken as it stands unless an older version of the fold wrote
 * it.
 */
export async function loadCase(dependencies: LoaderDependencies, caseId: Hex): Promise<OpenCase | undefined> {
  const { repository, caseKeys, pins, party } = dependencies;
  const [summary, key, stored] = await Promise.all([
    repository.summary(caseId),
    caseKeys.find(caseId),
    repository.chains(caseId),
  ]);
  if (summary === undefined) return undefined;
  const open = emptyCase(caseId, summary.partner, { key, operations: [] });
  const found = stored.map(readItem);
  for (const { item } of found) adopt(open, { item, folded: undefined, summary });
  const folded = foldItems(
    found.filter(({ item }) => item.apart !== 'displaced').map(({ folds }) => folds),
    pins,
  );
  adopt(open, { folded, summary });
  if (summary.machine !== FOLD_MACHINE) refresh(open, party, folded);
  return open;
}

/** What an older machine had summed up is summed up anew; the lists follow with the next change. */
function refresh(open: OpenCase, party: string, folded: Case | undefined): void {
  const at = open.summary?.opened?.updatedAt ?? folded?.openedAt ?? 0;
  adopt(open, { folded, summary: summarise(open, party, { folded, at }) });
}

/** An item as it stands in its chain, and what the fold reads of it. */
function readItem({ origin, sequence, facts, bytes }: StoredItem): { item: KnownItem; folds: FoldEntry } {
  const id = facts.itemId;
  const { headerBytes, actBytes } = envelopeCodec.decodeKept(bytes);
  const header = headerCodec.decodeKept(headerBytes);
  if (facts.unread === true) {
    const entry = { id, header };
    return { item: { origin, sequence, verb: '', entry }, folds: entry };
  }
  const act = actCodec.decodeKept(actBytes);
  const entry = facts.void === true ? { id, header } : { id, header, act };
  // The case of an opening that was rejected is there for its author alone, as it was when it was written.
  const folds = origin === 'own' && claimsToOpen({ header }) ? { id, header, act } : entry;
  const { apart } = facts;
  return { item: { origin, sequence, verb: act.verb, entry, ...(apart && { apart }) }, folds };
}
