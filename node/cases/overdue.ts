import type { Hex } from '../../protocol/value.ts';
import { caseIdOf, shelvesOf } from './list-index.ts';
import { listKeys } from './list-keys.ts';
import type { CaseContext } from './case-context.ts';

/** How many open cases of this node have something that is overdue, on either side, as the lists have it. */
export async function countOverdue({ store, hashes, directory, clock }: CaseContext): Promise<number> {
  const lists = store.keyspace('caseLists');
  const found = new Set<Hex>();
  const shelves = directory.own().profile.desks.flatMap(({ id }) => shelvesOf(hashes.desk(id), 'cases'));
  for await (const key of listKeys(lists, { shelves, open: true, dueBefore: clock.now() })) {
    found.add(caseIdOf(key));
  }
  return found.size;
}
