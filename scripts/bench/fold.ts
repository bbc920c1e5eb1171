import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditRecord } from '../../node/audit/record.ts';
import { loadCase } from '../../node/cases/case-loader.ts';
import { createCaseRepository } from '../../node/cases/case-repository.ts';
import { addItem, foldItems } from '../../node/cases/machine.ts';
import type { OpenCase } from '../../node/cases/open-case.ts';
import { systemClock } from '../../node/clock.ts';
import { createStorage } from '../../node/storage/open-storage.ts';
import type { Store } from '../../node/storage/store.ts';
import { optionsFor } from '../../test/support/storage-home.ts';
import { type Figure, percentile } from './figure.ts';
import { createLongCases, type LongCases } from './long-case.ts';

const ITEMS = 1000;
const SHORT = 100;
const SAMPLES = 15;
const PLACED = 300;

/**
 * The rows `fold.*`, in processor time of this process: a case of a thousand items that is not in memory, from
 * its rows to its fold; and one more item in order, in a long case and in a short one.
 */
export async function measureFold(report: (figure: Figure) => void): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'comity-bench-'));
  const storage = await createStorage(optionsFor(home, new AuditRecord(systemClock)));
  try {
    const cases = createLongCases(storage);
    const [short, long] = [await cases.write(SHORT), await cases.write(ITEMS)];
    report(await thousand(storage, cases, long));
    const [shortMs, value] = [await next(cases, short), await next(cases, long)];
    const detail = { items: ITEMS, [`of${SHORT}Ms`]: shortMs, samples: PLACED };
    report({ name: 'fold.next', value, unit: 'ms', detail });
  } finally {
    await storage.close();
    await rm(home, { recursive: true });
  }
}

async function thousand(store: Store, { party, pins }: LongCases, { caseId, items, folded }: OpenCase) {
  const dependencies = { party, pins, caseKeys: store.caseKeys, repository: createCaseRepository(store) };
  const loads = await cpuTimes(SAMPLES, async () => {
    const loaded = await loadCase(dependencies, caseId);
    if (loaded?.folded?.digest !== folded?.digest) throw new Error('the case folds to something else');
  });
  const entries = [...items.values()].map(({ entry }) => entry);
  const folds = await cpuTimes(SAMPLES, () => Promise.resolve(foldItems(entries, pins)));
  const detail = { items: ITEMS, foldMs: percentile(folds, 0.5), samples: SAMPLES };
  return { name: 'fold.thousand', value: percentile(loads, 0.5), unit: 'ms', detail };
}

async function next(cases: LongCases, open: OpenCase): Promise<number> {
  if (open.folded === undefined) throw new Error('the case has no opening');
  const item = cases.next(open.folded);
  const times = await cpuTimes(PLACED, () => Promise.resolve(addItem(open, item, cases.pins)));
  return percentile(times, 0.5);
}

/** In ms. */
async function cpuTimes(count: number, run: () => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    samples.push((user + system) / 1000);
  }
  return samples;
}
