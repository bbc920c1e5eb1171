import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AuditRecord } from '../../node/audit/record.ts';
import { systemClock } from '../../node/clock.ts';
import { createBallast } from '../../node/storage/ballast.ts';
import { createStorage, openStorage } from '../../node/storage/open-storage.ts';
import type { Storage } from '../../node/storage/storage.ts';
import { randomFrom } from '../../test/support/seeded-random.ts';
import { optionsFor } from '../../test/support/storage-home.ts';

const run = promisify(execFile);
const MEBI = 1024 * 1024;
const BALLAST_BYTES = 12 * MEBI;

/**
 * Fills the disk of a store while it commits, until the store gives up, frees it again and looks for what had
 * been acknowledged. Needs root, for a small file system; where that is not allowed it says so.
 */
export async function soakFullDisk(
  report: (row: object) => void,
  { seed, rounds }: { readonly seed: number; readonly rounds: number },
): Promise<void> {
  const mounted = await mkdtemp(join(tmpdir(), 'comity-full-'));
  const random = randomFrom(seed);
  const total = {
    what: 'full disk, freed again',
    rounds,
    acknowledged: 0,
    lost: 0,
    survived: 0,
    unopened: 0,
  };
  try {
    for (let round = 0; round < rounds; round++) {
      const outcome = await onSmallDisk(mounted, () => fillOnce(mounted, 10 + random.below(60)));
      total.acknowledged += outcome.acknowledged;
      total.lost += outcome.lost;
      total.survived += outcome.survived;
      if (outcome.unopened === undefined) continue;
      total.unopened += 1;
      report({ round, unopened: outcome.unopened });
    }
    report(total);
  } catch (error) {
    if (!String(error).includes('mount')) throw error;
    report({ what: 'full disk', rounds: 0, why: 'a file system can not be mounted here: this needs root' });
  } finally {
    await rm(mounted, { recursive: true, force: true });
  }
}

async function onSmallDisk<T>(mounted: string, work: () => Promise<T>): Promise<T> {
  await run('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'none', mounted]);
  try {
    return await work();
  } finally {
    await run('umount', [mounted]);
  }
}

interface Outcome {
  readonly acknowledged: number;
  readonly lost: number;
  /** Times that the store came back after a refused write. */
  readonly survived: number;
  readonly unopened?: string;
}

async function fillOnce(home: string, before: number): Promise<Outcome> {
  const ballast = createBallast(home, BALLAST_BYTES);
  const over = Promise.withResolvers<unknown>();
  let survived = 0;
  const options = { ...optionsFor(home, new AuditRecord(systemClock)), ballast, onFatal: over.resolve };
  const storage = await createStorage(options);
  await ballast.keep();
  storage.onReopened(() => survived++);
  const acknowledged: string[] = [];
  await commitUpTo(storage, acknowledged, before);
  const filler = join(home, 'filler');
  await fill(filler);
  await commitUntil(storage, acknowledged, over.promise, filler);
  await storage.close().catch(() => undefined);
  await rm(filler, { force: true });
  try {
    const again = await openStorage(optionsFor(home, new AuditRecord(systemClock)));
    const found = await again.keyspace('items').getMany(acknowledged);
    await again.close();
    return {
      acknowledged: acknowledged.length,
      lost: found.filter((value) => value === undefined).length,
      survived,
    };
  } catch (error) {
    const unopened = error instanceof Error ? error.message : String(error);
    return { acknowledged: acknowledged.length, lost: 0, survived, unopened };
  }
}

async function commitOne(storage: Storage, acknowledged: string[], key: string): Promise<void> {
  const value = new Uint8Array(50_000).fill(acknowledged.length & 255);
  await storage.commit({
    operations: [storage.keyspace('items').put(key, value)],
    events: [{ type: 'test', at: 1 }],
  });
  acknowledged.push(key);
}

async function commitUpTo(storage: Storage, acknowledged: string[], count: number): Promise<void> {
  while (acknowledged.length < count)
    await commitOne(storage, acknowledged, `n${String(acknowledged.length)}`);
}

/** Somebody else takes all the space there is. */
async function fill(path: string): Promise<void> {
  const step = Buffer.alloc(MEBI, 1);
  for (let size = 1; ; size++) {
    const full = await writeFile(path, step, { flag: 'a' }).then(
      () => false,
      () => true,
    );
    if (full || size > 100) return;
  }
}

/** Commits until the store has given up; once it is back, the disk is filled again. */
async function commitUntil(
  storage: Storage,
  acknowledged: string[],
  over: Promise<unknown>,
  filler: string,
): Promise<void> {
  let [next, back] = [0, Promise.withResolvers<unknown>()];
  storage.onReopened(() => {
    back.resolve(undefined);
  });
  const ended = over.then(() => true);
  for (let isOver = false; !isOver; back = Promise.withResolvers()) {
    const refused = await commitOne(storage, acknowledged, `f${String(next++)}`).then(
      () => false,
      () => true,
    );
    if (!refused) continue;
    isOver = await Promise.race([ended, back.promise.then(() => false)]);
    await fill(filler);
  }
}
