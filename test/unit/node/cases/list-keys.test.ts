import { expect } from 'chai';
import fc from 'fast-check';
import { caseIdOf, CLOSED_FROM, listKey, orderOf } from '../../../../node/cases/list-index.ts';
import { inSteps, listKeys } from '../../../../node/cases/list-keys.ts';
import type { OpenedSummary } from '../../../../node/cases/case-records.ts';
import { collect } from '../../../support/collect.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';

const anyCase = fc.record({
  caseId: fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((n) => n.toString(16).padStart(32, '0')),
  status: fc.constantFrom('received' as const, 'executed' as const, 'closed' as const),
  urgency: fc.constantFrom('routine' as const, 'urgent' as const, 'emergency' as const),
  dueAt: fc.option(fc.integer({ min: 0, max: 2 ** 41 }), { nil: undefined }),
  updatedAt: fc.integer({ min: 0, max: 2 ** 41 }),
  desks: fc.subarray(['d1', 'd2', 'd3'], { minLength: 1 }),
});

describe('the lists of cases', () => {
  it('of several desks are read as one, each case once, in one order, from any place on', async () => {
    const property = fc.asyncProperty(
      fc.uniqueArray(anyCase, { selector: ({ caseId }) => caseId }),
      async (cases) => {
        const store = createMemoryStore();
        const lists = store.keyspace('caseLists');
        const keys = cases.flatMap(({ caseId, desks, ...summary }) =>
          desks.map((desk) => listKey(desk, caseId, summary as OpenedSummary)),
        );
        await store.commit({ operations: keys.map((key) => lists.put(key, new Uint8Array())) });
        const read = (range: { readonly after?: string; readonly open: boolean }) =>
          collect(listKeys(lists, { desks: ['d1', 'd2', 'd3'], ...range }));
        const all = await read({ open: false });
        const orders = [...new Set(keys.map(orderOf))].sort();
        expect(all.map(orderOf)).to.deep.equal(orders);
        const open = await read({ open: true });
        expect(open.map(orderOf)).to.deep.equal(orders.filter((order) => !order.startsWith(CLOSED_FROM)));
        for (const [index, after] of orders.entries()) {
          const rest = await read({ open: false, after });
          expect(rest.map(orderOf)).to.deep.equal(orders.slice(index + 1));
        }
        expect(new Set(all.map(caseIdOf)).size).to.equal(cases.length);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('come in steps of a bounded length, the last one with what is left', async () => {
    async function* numbers() {
      for (const n of [1, 2, 3, 4, 5]) yield await Promise.resolve(n);
    }
    expect(await collect(inSteps(numbers(), 2))).to.deep.equal([[1, 2], [3, 4], [5]]);
    expect(await collect(inSteps(numbers(), 5))).to.deep.equal([[1, 2, 3, 4, 5]]);
  });
});
