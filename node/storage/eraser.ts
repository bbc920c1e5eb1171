import { ComityError } from '../../protocol/errors.ts';
import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
import type { Entry, Keyspace } from './keyspace.ts';
import { rowsMax } from './keyspaces.ts';
import type { KeyspaceName } from './keyspaces.ts';
import { furtherKeys, physicalKey } from './rows.ts';
import { stampOf } from './value-cipher.ts';

/** Deleted rows that may still stand in the files. */
interface Erasure {
  /** Physical keys. */
  readonly places: readonly string[];
  /** The stamps of the rows, hexadecimal: no other row has them. */
  readonly stamps: readonly string[];
}

export interface EraserDependencies {
  readonly engine: () => Promise<Engine>;
  /** The keyspace `erasures`. */
  readonly erasures: Keyspace;
  readonly commit: (change: Change) => Promise<void>;
  /** Deletes physical rows, in a batch of which a failure is noticed as of any other. */
  readonly drop: (places: readonly string[]) => Promise<void>;
  /** Notes outside the database that rows are erased, so that no backup brings them back. */
  readonly note: (change: Change) => Promise<void>;
  /** An unpredictable key for an erasure. */
  readonly newKey: () => string;
}

function placesOf(keyspace: KeyspaceName, key: string): string[] {
  const place = physicalKey(keyspace, key);
  return [place, ...furtherKeys(place, rowsMax(keyspace) - 1)];
}

async function compact(engine: Engine, places: readonly string[]): Promise<void> {
  for (const place of places) await engine.compact(place, `${place}!`);
}

/**
 * Completes erasures that were committed: brings rows and deletions together, which drops both, and looks for
 * the stamps of the rows in all files. A process that died between commit and compaction left them to the
 * next one.
 * @throws ComityError('erasure-incomplete') if a row is still found, as while a scan holds an older state.
 */
export async function finishErasures(dependencies: EraserDependencies): Promise<void> {
  const { erasures, commit, drop } = dependencies;
  // An open scan would keep the very files in being that have to go.
  const pending: Entry[] = [];
  for await (const entry of erasures.scan()) pending.push(entry);
  for (const { key, value } of pending) {
    const { places, stamps } = JSON.parse(Buffer.from(value).toString()) as Erasure;
    // A compaction that a reader was in the way of leaves row and deletion together where no compaction comes
    // by again, unless there is a newer deletion to bring down.
    await drop(places);
    const engine = await dependencies.engine();
    await compact(engine, places);
    if (await engine.holds(stamps.map((stamp) => Buffer.from(stamp, 'hex')))) {
      throw new ComityError(
        'erasure-incomplete',
        'What was to be erased is deleted, but the disk still holds it because somebody was reading: erase again.',
        { details: { rows: stamps.length } },
      );
    }
    await commit({ operations: [erasures.remove(key)] });
  }
}

/**
 * Commits deletions, and makes sure that nothing of the rows is left in the files, where deleted rows stay
 * until they are compacted. Meant for few rows at a time: each is looked for in every file.
 */
export async function eraseRows(dependencies: EraserDependencies, change: Change): Promise<void> {
  const { erasures, commit } = dependencies;
  const places = change.operations
    .filter(({ value }) => value === undefined)
    .flatMap(({ keyspace, key }) => placesOf(keyspace, key));
  const engine = await dependencies.engine();
  // A row that shares LevelDB's memory with its deletion is written out together with it, and kept: so it
  // leaves first.
  await compact(engine, places);
  const rows = await engine.getMany(places);
  const stamps = rows.flatMap((row) => (row === undefined ? [] : [stampOf(row)]));
  const erasure: Erasure = { places, stamps };
  await dependencies.note(change);
  const pending = erasures.put(dependencies.newKey(), Buffer.from(JSON.stringify(erasure)));
  await commit({ ...change, operations: [...change.operations, pending] });
  await finishErasures(dependencies);
}
