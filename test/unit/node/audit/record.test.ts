import { expect } from 'chai';
import fc from 'fast-check';
import { encodeEvent } from '../../../../node/audit/event-bytes.ts';
import { AuditRecord, type RecordRange } from '../../../../node/audit/record.ts';
import { FAULTS_SHOWN } from '../../../../node/audit/verify-record.ts';
import type { Operation, RecordEvent } from '../../../../node/storage/change.ts';
import { joinKey, numberKey } from '../../../../node/storage/keys.ts';
import { recordLeaf } from '../../../../protocol/checkpoint.ts';
import { fromHex, toHex } from '../../../../protocol/hash.ts';
import {
  EMPTY_FRONTIER,
  EMPTY_ROOT,
  grow,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../../../../protocol/merkle.ts';
import { collect } from '../../../support/collect.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createMemoryStore, type MemoryStore } from '../../../support/memory-store.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';

const { randomBytes } = createFakeClock();
const event = (number: number): RecordEvent => ({
  type: 'read',
  at: number,
  subject: 'ab',
  actor: 'officer 1',
});

interface Kept {
  readonly store: MemoryStore;
  readonly record: AuditRecord;
  readonly append: (...events: readonly RecordEvent[]) => Promise<void>;
}

/** A record on a store in memory, appended to as the store would. */
async function keep(store = createMemoryStore()): Promise<Kept> {
  const record = new AuditRecord({ randomBytes });
  await record.load(store);
  const append = async (...events: readonly RecordEvent[]): Promise<void> => {
    await store.commit({ operations: record.seal(events.map((one) => record.encode(one))) });
    record.committed();
  };
  return { store, record, append };
}

/** A record of so many events, in batches of up to 300. */
async function recordOf(size: number): Promise<Kept> {
  const kept = await keep();
  for (let from = 0; from < size;) {
    const count = Math.min(size - from, 1 + ((from * 7) % 300));
    await kept.append(...Array.from({ length: count }, (_, index) => event(from + index)));
    from += count;
  }
  return kept;
}

async function leafOf({ store }: Kept, number: number): Promise<Uint8Array> {
  const row = (await store.keyspace('recordEvents').get(numberKey(number))) ?? new Uint8Array();
  return recordLeaf(row.subarray(0, 16), row.subarray(16));
}

describe('the bytes of an event', () => {
  it('are canonical: one text whatever the order of the members', () => {
    const one = encodeEvent({ type: 't', at: 5, detail: { b: [1, true, { d: 'x', c: 'é' }], a: '"' } });
    const other = encodeEvent({ detail: { a: '"', b: [1, true, { c: 'é', d: 'x' }] }, at: 5, type: 't' });
    expect(Buffer.from(one).toString()).to.equal(
      '{"at":5,"detail":{"a":"\\"","b":[1,true,{"c":"é","d":"x"}]},"type":"t"}',
    );
    expect(other).to.deep.equal(one);
  });

  it('have no fractions and no numbers that lose digits', () => {
    for (const number of [0.5, NaN, Infinity, 2 ** 53]) {
      expect(() => encodeEvent({ type: 't', at: number })).to.throw(TypeError);
    }
  });
});

describe('the record', () => {
  it('of nothing has the root of nothing', async () => {
    const { record } = await keep();
    expect([record.size(), record.root()]).to.deep.equal([0, toHex(EMPTY_ROOT)]);
    expect(await collect(record.list())).to.deep.equal([]);
    expect(record.seal([])).to.deep.equal([]);
    expect(await record.verify()).to.include({ intact: true, size: 0 });
  });

  it('has the root over its events, gives them back in order, and goes on after a restart', async () => {
    const kept = await recordOf(700);
    const leaves = await Promise.all(Array.from({ length: 700 }, (_, number) => leafOf(kept, number)));
    expect(kept.record.root()).to.equal(toHex(rootOf(grow(EMPTY_FRONTIER, leaves))));
    const again = await keep(kept.store);
    expect([again.record.size(), again.record.root()]).to.deep.equal([700, kept.record.root()]);
    await again.append(event(700));
    const all = await collect(again.record.list());
    expect(all).to.deep.equal(Array.from({ length: 701 }, (_, number) => ({ number, event: event(number) })));
    expect(await again.record.verify()).to.deep.include({ intact: true, size: 701, withheld: 0, faults: 0 });
  });

  it('lists from anywhere, forwards and backwards, so many at most', async () => {
    const { record } = await recordOf(600);
    const numbers = async (range: RecordRange): Promise<number[]> =>
      (await collect(record.list(range))).map(({ number }) => number);
    expect(await numbers({ from: 597 })).to.deep.equal([597, 598, 599]);
    expect(await numbers({ from: 10, limit: 2 })).to.deep.equal([10, 11]);
    expect(await numbers({ reverse: true, limit: 2 })).to.deep.equal([599, 598]);
    expect(await numbers({ reverse: true, from: 1 })).to.deep.equal([1, 0]);
    expect(await numbers({ from: 600 })).to.deep.equal([]);
    expect(await numbers({ limit: 0 })).to.deep.equal([]);
    expect(await numbers({ reverse: true })).to.have.length(600);
  });

  it('counts nothing that was rolled back', async () => {
    const { record, append } = await recordOf(3);
    const { size, root } = { size: record.size(), root: record.root() };
    record.seal([record.encode(event(9))]);
    expect(record.size()).to.equal(size);
    record.rolledBack();
    expect(record.root()).to.equal(root);
    await append(event(3));
    expect(await record.verify()).to.include({ intact: true, size: 4 });
  });

  it('is read only once the store is open', () => {
    expect(() => new AuditRecord({ randomBytes }).list().next()).not.to.throw();
    expect(() => new AuditRecord({ randomBytes }).verify()).to.throw(/before the store is open/);
  });
});

describe('proofs from the record', () => {
  it('show each entry at each size, and that each size continues each earlier one', async () => {
    const kept = await recordOf(1200);
    const { record } = kept;
    const number = fc.integer({ min: 1, max: 1200 });
    await fc.assert(
      fc.asyncProperty(number, number, async (a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const [firstRoot, secondRoot] = [
          fromHex(await record.rootAt(first)),
          fromHex(await record.rootAt(second)),
        ];
        const { proof, leaf, event: stored } = await record.proveInclusion(first - 1, second);
        expect(toHex(leaf)).to.equal(toHex(await leafOf(kept, first - 1)));
        expect(stored && toHex(recordLeaf(stored.salt, stored.bytes))).to.equal(toHex(leaf));
        expect(verifyInclusion(leaf, secondRoot, proof)).to.equal(true);
        expect(
          verifyConsistency(firstRoot, secondRoot, await record.proveConsistency(first, second)),
        ).to.equal(true);
      }),
      { numRuns: 60 },
    );
  });

  it('use the stored subtrees: as much is read for a proof at 70,000 entries as at few', async () => {
    const { store, record } = await recordOf(70_000);
    const counting = new AuditRecord({ randomBytes });
    let reads = 0;
    await counting.load({
      keyspace: (name) => {
        const keyspace = store.keyspace(name);
        return {
          ...keyspace,
          get: (key) => {
            reads += 1;
            return keyspace.get(key);
          },
        };
      },
    });
    const reference = await record.proveInclusion(12_345);
    reads = 0;
    const { proof, leaf } = await counting.proveInclusion(12_345);
    expect(proof).to.deep.equal(reference.proof);
    expect(verifyInclusion(leaf, fromHex(record.root()), proof)).to.equal(true);
    expect(reads).to.be.below(600);
  });
});

describe('verifying the record', () => {
  const leafRow = (first: number): string => joinKey('0', first);

  async function spoilt(size: number, ...operations: ((kept: Kept) => Operation | Promise<Operation>)[]) {
    const kept = await recordOf(size);
    for (const operation of operations) await kept.store.commit({ operations: [await operation(kept)] });
    return kept;
  }

  it('reports an erased event as withheld, which is no fault', async () => {
    const { record } = await spoilt(300, ({ record: one }) => one.erasure(7));
    expect(await record.verify()).to.deep.include({ intact: true, withheld: 1, faults: 0 });
    expect((await collect(record.list({ from: 6, limit: 2 })))[1]).to.deep.equal({
      number: 7,
      event: undefined,
    });
  });

  it('reports an event that is not what its leaf was made of', async () => {
    const other = Buffer.concat([new Uint8Array(16), encodeEvent(event(8))]);
    const { record } = await spoilt(300, ({ store }) =>
      store.keyspace('recordEvents').put(numberKey(8), other),
    );
    const report = await record.verify();
    expect(report).to.include({ intact: false, faults: 1 });
    expect(report.shown).to.deep.equal([{ number: 8, fault: 'altered' }]);
  });

  it('reports leaves that are missing, and those behind the end', async () => {
    const { record } = await spoilt(
      3,
      ({ store }) => store.keyspace('recordLeaves').remove(leafRow(0)),
      ({ store }) => store.keyspace('recordLeaves').put(leafRow(3), new Uint8Array(32)),
    );
    const { intact, shown } = await record.verify();
    expect(intact).to.equal(false);
    expect(shown).to.deep.equal([
      { number: 0, fault: 'missing' },
      { number: 3, fault: 'surplus' },
    ]);
    await rejectsWith(record.rootAt(1), 'damaged');
  });

  it('reports a history that fits in itself and not its root', async () => {
    const { record, store } = await recordOf(5);
    const other = await recordOf(5);
    for (const name of ['recordEvents', 'recordLeaves'] as const) {
      for await (const { key, value } of other.store.keyspace(name).scan()) {
        await store.commit({ operations: [store.keyspace(name).put(key, value)] });
      }
    }
    expect(await record.verify()).to.deep.include({ intact: false, faults: 0 });
  });

  it('counts all faults, shows the first of them, and stops when it is told to', async () => {
    const kept = await recordOf(FAULTS_SHOWN + 300);
    const rows = kept.store.keyspace('recordLeaves');
    for (const key of await collect(rows.keys())) await kept.store.commit({ operations: [rows.remove(key)] });
    const report = await kept.record.verify();
    expect(report.faults).to.equal(FAULTS_SHOWN + 300);
    expect(report.shown).to.have.length(FAULTS_SHOWN);
    const reason = new Error('enough');
    const stopped: unknown = await kept.record
      .verify(AbortSignal.abort(reason))
      .catch((error: unknown) => error);
    expect(stopped).to.equal(reason);
  });
});
