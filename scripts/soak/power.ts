import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { AuditRecord } from '../../node/audit/record.ts';
import { systemClock } from '../../node/clock.ts';
import { createStorage, openStorage } from '../../node/storage/open-storage.ts';
import { randomFrom } from '../../test/support/seeded-random.ts';
import { optionsFor } from '../../test/support/storage-home.ts';

const PROGRAM = join(import.meta.dirname, '../../test/support/committing-process.ts');
const IMAGE_BYTES = 192 * 1024 * 1024;
const run = promisify(execFile);

export interface PowerOptions {
  readonly seed: number;
  readonly rounds: number;
}

/**
 * Cuts the power of a store: it lies on a file system in an image, and the image is copied while the process
 * stands still, with whatever the kernel had not written yet missing. What had been acknowledged before is
 * looked for in the copy. Needs root; where that is not allowed it says so.
 */
export async function soakPower(
  report: (row: object) => void,
  { seed, rounds }: PowerOptions,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'comity-power-'));
  const random = randomFrom(seed);
  try {
    let [acknowledged, lost, unopened] = [0, 0, 0];
    for (let round = 0; round < rounds; round++) {
      const outcome = await cutOnce(folder, round, 20 + random.below(400));
      acknowledged += outcome.acknowledged;
      lost += outcome.lost;
      if (outcome.unopened !== undefined) {
        unopened += 1;
        report({ round, unopened: outcome.unopened });
      }
    }
    report({ what: 'power cut', rounds, acknowledged, lost, unopened });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'not-allowed') throw error;
    report({ what: 'power cut', rounds: 0, why: 'a file system can not be mounted here: this needs root' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Outcome {
  readonly acknowledged: number;
  readonly lost: number;
  /** Why the store did not open. */
  readonly unopened?: string;
}

async function cutOnce(folder: string, round: number, commits: number): Promise<Outcome> {
  const [image, copy] = [join(folder, `${String(round)}.img`), join(folder, `${String(round)}.cut.img`)];
  const mounted = join(folder, 'mounted');
  await mkdir(mounted, { recursive: true });
  await writeFile(image, '');
  await truncate(image, IMAGE_BYTES);
  await run('mkfs.ext4', ['-q', '-F', image]).catch(notAllowed);
  await run('mount', ['-o', 'loop', image, mounted]).catch(notAllowed);
  let keys: string[];
  try {
    await (await createStorage(optionsFor(mounted, new AuditRecord(systemClock)))).close();
    keys = await acknowledgedUntilCut(mounted, commits, () => copyFile(image, copy));
  } finally {
    await run('umount', [mounted]);
  }
  await run('mount', ['-o', 'loop', copy, mounted]);
  try {
    return await lookFor(mounted, keys);
  } finally {
    await run('umount', [mounted]);
    await Promise.all([rm(image), rm(copy)]);
  }
}

function notAllowed(cause: unknown): never {
  throw Object.assign(new Error('not allowed', { cause }), { code: 'not-allowed' });
}

/** What the process had acknowledged when it stood still; then it goes on no more. */
async function acknowledgedUntilCut(
  home: string,
  commits: number,
  cut: () => Promise<void>,
): Promise<string[]> {
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, home, 'a'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('the process has no output');
  const ended = once(child, 'exit');
  const keys: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    keys.push(line);
    if (keys.length === commits) break;
  }
  child.kill('SIGSTOP');
  // Lines that had been read ahead are acknowledged too, but these are enough.
  await cut();
  child.kill('SIGKILL');
  await ended;
  return keys;
}

async function lookFor(home: string, keys: readonly string[]): Promise<Outcome> {
  try {
    const storage = await openStorage(optionsFor(home, new AuditRecord(systemClock)));
    const receipts = await storage.keyspace('receipts').getMany(keys);
    const items = await storage.keyspace('items').getMany(keys);
    await storage.close();
    const lost = keys.filter(
      (_, index) => receipts[index] === undefined || items[index] === undefined,
    ).length;
    return { acknowledged: keys.length, lost };
  } catch (error) {
    return {
      acknowledged: keys.length,
      lost: 0,
      unopened: error instanceof Error ? error.message : String(error),
    };
  }
}
