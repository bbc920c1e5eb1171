import { expect } from 'chai';
import fc from 'fast-check';
import { type Box, caseIdOf, listKey, orderOf, shelvesOf } from '../../../../node/cases/list-index.ts';
import { inSteps, listKeys, type ListRange } from '../../../../node/cases/list-keys.ts';
import type { CaseSummary, OpenedSummary } from '../../../../node/cases/case-records.ts';
import { collect } from '../../../support/collect.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';

const item = { itemId: '', verb: '' };
const anyCase = fc.record({
  caseId: fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((n) => n.toString(16).padStart(32, '0')),
  desks: fc.subarray(['d1', 'd2', 'd3'], { minLength: 1 }),
  itemsRead: fc.nat(1),
  opened: fc.record({
    status: fc.constantFrom('received' as const, 'executed' as const, 'closed' as const),
    urgency: fc.constantFrom('routine' as const, 'urgent' as const, 'emergency' as const),
    dueAt: fc.option(fc.integer({ min: 0, max: 2 ** 41 }), { nil: undefined }),
    updatedAt: fc.integer({ min: 0, max: 2 ** 41 }),
    itemsReceived: fc.constant(1),
    last: fc.record({ own: fc.constant(item), partner: fc.constant(item) }, { requiredKeys: [] }),
  }),
});
type AnyCase = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

describe('the lists of cases', () => {
  /** The cases in a store, and what is read of them. */
  const listed = async (cases: readonly AnyCase[]) => {
    const store = createMemoryStore();
    const lists = store.keyspace('caseLists');
    const keyOf = (desk: string, one: AnyCase): string => {
      const summary = { ...one, machine: 1, partner: 'JM', listed: [] } as unknown as CaseSummary;
      return listKey(desk, summary, summary.opened as OpenedSummary);
    };
    const keys = cases.flatMap((one) => one.desks.map((desk) => keyOf(desk, one)));
    await store.commit({ operations: keys.map((key) => lists.put(key, new Uint8Array())) });
    const read = (box: Box, range: Partial<ListRange> = {}): Promise<string[]> => {
      const shelves = ['d1', 'd2', 'd3'].flatMap((desk) => shelvesOf(desk, box));
      return collect(listKeys(lists, { shelves, open: false, ...range }));
    };
    return { read, orders: [...new Set(keys.map(orderOf))].sort() };
  };
  const distinctCases = fc.uniqueArray(anyCase, { selector: ({ caseId }) => caseId });

  it('of several desks are read as one, each case once, in one order, from any place on', async () => {
    const property = fc.asyncProperty(distinctCases, async (cases) => {
      const { read, orders } = await listed(cases);
      const all = await read('cases');
      expect(all.map(orderOf)).to.deep.equal(orders);
      expect(new Set(all.map(caseIdOf)).size).to.equal(cases.length);
      for (const [index, after] of orders.entries()) {
        const rest = await read('cases', { after });
        expect(rest.map(orderOf)).to.deep.equal(orders.slice(index + 1));
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('hold in each box, and of what is open or due, exactly the cases that belong there', async () => {
    const property = fc.asyncProperty(
      distinctCases,
      fc.integer({ min: 0, max: 2 ** 41 }),
      async (cases, time) => {
        const { read } = await listed(cases);
        const expectCases = async (
          found: Promise<string[]>,
          belongs: (one: AnyCase) => boolean,
        ): Promise<void> => {
          const ids = cases.filter(belongs).map(({ caseId }) => caseId);
          expect((await found).map(caseIdOf)).to.have.members(ids);
        };
        const isOpen = ({ opened }: AnyCase): boolean => opened.status !== 'closed';
        const isDue = ({ opened }: AnyCase): boolean => opened.dueAt !== undefined && opened.dueAt < time;
        await expectCases(
          read('inbox'),
          (one) => one.opened.last.partner !== undefined && (isOpen(one) || one.itemsRead === 0),
        );
        await expectCases(read('outbox'), (one) => one.opened.last.own !== undefined && isOpen(one));
        await expectCases(read('cases', { open: true }), isOpen);
        await expectCases(read('cases', { dueBefore: time }), isDue);
        await expectCases(read('cases', { dueBefore: time, open: true }), (one) => isDue(one) && isOpen(one));
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
