import type { Hex } from '../../protocol/value.ts';
import { caseIdOf, overdueRanges } from './list-index.ts';
import type { CaseContext } from './case-context.ts';

/** How many open cases of this node have something that is overdue, on either side, as the lists have it. */
export async function countOverdue({ store, hashes, directory, clock }: CaseContext): Promise<number> {
  const lists = store.keyspace('caseLists');
  const found = new Set<Hex>();
  for (const { id } of directory.own().profile.desks) {
    for (const range of overdueRanges(hashes.desk(id), clock.now())) {
      for await (const key of lists.keys(range)) found.add(caseIdOf(key));
    }
  }
  return found.size;
}
