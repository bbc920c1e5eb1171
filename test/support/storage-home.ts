import { AuditRecord } from '../../node/audit/record.ts';
import { systemClock } from '../../node/clock.ts';
import type { Engine, OpenEngine } from '../../node/storage/engine.ts';
import { openLevelEngine } from '../../node/storage/level-engine.ts';
import { createStorage, openStorage } from '../../node/storage/open-storage.ts';
import type { Storage, StorageOptions } from '../../node/storage/storage.ts';
import { useTemporaryFolders } from './temporary-folder.ts';

export interface OpenedHome {
  readonly storage: Storage;
  readonly record: AuditRecord;
}

/** A home whose database tests open, close and spoil. */
export interface StorageHome {
  readonly home: string;
  create(options?: Partial<StorageOptions>): Promise<OpenedHome>;
  open(options?: Partial<StorageOptions>): Promise<OpenedHome>;
}

/** To be called in a `describe`: gives homes whose databases are closed, and gone, after each test. */
export function useStorageHomes(): () => Promise<StorageHome> {
  const opened: Storage[] = [];
  afterEach(async () => {
    // A test that has closed its storage, or broken it, has nothing left to close.
    for (const storage of opened.splice(0)) await storage.close().catch(() => undefined);
  });
  // Its hook comes behind ours: a folder goes when nothing writes to it any more.
  const makeFolder = useTemporaryFolders();

  return async () => {
    const home = await makeFolder();
    const use = async (
      start: (options: StorageOptions) => Promise<Storage>,
      options: Partial<StorageOptions> = {},
    ): Promise<OpenedHome> => {
      const record = new AuditRecord(systemClock);
      const storage = await start({ ...optionsFor(home, record), ...options });
      opened.push(storage);
      return { storage, record };
    };
    return {
      home,
      create: (options) => use(createStorage, options),
      open: (options) => use(openStorage, options),
    };
  };
}

export function optionsFor(home: string, record: AuditRecord): StorageOptions {
  return {
    home,
    storeKey: new Uint8Array(32).fill(1),
    databaseSecret: new Uint8Array(32).fill(2),
    recorder: record,
    clock: systemClock,
    onFatal: (error) => {
      throw error;
    },
  };
}

/** LevelDB whose writes a test holds up or lets fail. */
export interface FaultyEngine {
  readonly openEngine: OpenEngine;
  /** Numbers of rows of each write that was made. */
  readonly writes: number[];
  /** The next writes fail, after they were made or instead of it. */
  fail(error: Error, options: { readonly written: boolean; readonly times?: number }): void;
  /** Writes wait until the function that this gives is called. */
  hold(): () => void;
}

export function createFaultyEngine(): FaultyEngine {
  const writes: number[] = [];
  let failure: { error: Error; written: boolean; left: number } | undefined;
  let held: Promise<void> = Promise.resolve();

  const wrap = (engine: Engine): Engine => ({
    ...engine,
    write: async (rows) => {
      await held;
      const now = failure;
      if (now !== undefined && --now.left === 0) failure = undefined;
      if (now?.written === false) throw now.error;
      await engine.write(rows);
      writes.push(rows.length);
      if (now !== undefined) throw now.error;
    },
  });

  return {
    writes,
    openEngine: async (folder, options) => wrap(await openLevelEngine(folder, options)),
    fail: (error, { written, times = 1 }) => {
      failure = { error, written, left: times };
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      held = promise;
      return () => {
        resolve(undefined);
      };
    },
  };
}
