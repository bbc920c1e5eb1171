import { ComityError } from '../../protocol/errors.ts';
import { nextTurn } from '../supervise.ts';
import type { Change } from './change.ts';
import type { Row } from './engine.ts';
import type { Recorder } from './recorder.ts';
import type { EncodedRow, RowCodec } from './rows.ts';

/**
 * Bytes of one batch: more would hold up whoever waits for the next one. A larger single change goes alone.
 */
const BATCH_BYTES_MAX = 4 * 1024 * 1024;

/** Changes for which a batch waits: some milliseconds of work, so that nobody notices the waiting. */
const GATHERED_MAX = 16;

interface Waiting {
  readonly rows: readonly EncodedRow[];
  readonly events: readonly Uint8Array[];
  readonly bytes: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export interface GroupCommitDependencies {
  readonly codec: RowCodec;
  readonly recorder: Recorder;
  /** Makes rows durable, all or none. */
  readonly write: (rows: EncodedRow[]) => Promise<void>;
  /** A write was rejected: nothing is acknowledged any more until `resume`. */
  readonly failed: (error: unknown) => void;
}

function storageFailed(cause?: unknown): ComityError<'storage-failed'> {
  return new ComityError(
    'storage-failed',
    'The disk did not confirm a change: read what is there before you try again. The log says what the disk answered.',
    { cause },
  );
}

function bytesOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.key.length + (row.value?.length ?? 0), 0);
}

/**
 * Makes one synced batch of all changes that wait, while the batch before it is on its way to the disk: a
 * sync costs the same for one row as for a thousand. Values are sealed when a change is handed in, which is
 * while the disk works.
 */
export class GroupCommit {
  readonly #dependencies: GroupCommitDependencies;
  readonly #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;
  #refusal: Error | undefined;

  constructor(dependencies: GroupCommitDependencies) {
    this.#dependencies = dependencies;
  }

  /** Resolves when the change is durable; see `Store.commit`. */
  async add(change: Change): Promise<void> {
    const { codec, recorder } = this.#dependencies;
    if (this.#refusal !== undefined) throw this.#refusal;
    const rows = change.operations.flatMap((operation) => codec.encode(operation));
    const events = (change.events ?? []).map((event) => recorder.encode(event));
    await this.addRows(rows, events);
  }

  /** As `add`, for rows as the engine has them and events as the record has them. */
  async addRows(rows: readonly EncodedRow[], events: readonly Uint8Array[] = []): Promise<void> {
    if (this.#refusal !== undefined) throw this.#refusal;
    if (rows.length === 0 && events.length === 0) return;
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ rows, events, bytes: bytesOf(rows), resolve, reject });
      // From a microtask, so that what the same turn of the loop commits goes along.
      this.#running ??= Promise.resolve().then(() => this.#run());
    });
  }

  /** Refuses what comes from now on with this error, and resolves when all that waits is decided. */
  async stop(refusal: Error): Promise<void> {
    this.#refusal = refusal;
    await this.#running;
  }

  /** Accepts changes again after a failure. */
  resume(): void {
    this.#refusal = undefined;
  }

  async #run(): Promise<void> {
    await this.#gather();
    for (let group = this.#take(); group.length > 0; group = this.#take()) {
      try {
        await this.#write(group);
        for (const { resolve } of group) resolve();
        await this.#gather();
      } catch (error) {
        this.#fail(group, error);
        break;
      }
    }
    this.#running = undefined;
  }

  /**
   * Waits for more as long as each turn of the event loop brings some: a batch has costs of its own, and a
   * busy node would pay them for every single change.
   */
  async #gather(): Promise<void> {
    let before = 0;
    while (this.#waiting.length > before && this.#waiting.length < GATHERED_MAX) {
      before = this.#waiting.length;
      await nextTurn();
    }
  }

  #take(): Waiting[] {
    let bytes = 0;
    const over = this.#waiting.findIndex((waiting, index) => {
      bytes += waiting.bytes;
      return bytes > BATCH_BYTES_MAX && index > 0;
    });
    return this.#waiting.splice(0, over < 0 ? this.#waiting.length : over);
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    const { codec, recorder, write } = this.#dependencies;
    const sealed = recorder.seal(group.flatMap(({ events }) => events));
    const rows = group.flatMap((waiting) => waiting.rows);
    await write([...rows, ...sealed.flatMap((operation) => codec.encode(operation))]);
    recorder.committed();
  }

  /** Nobody is told that anything is stored: neither those in the failed batch nor those behind it. */
  #fail(group: readonly Waiting[], cause: unknown): void {
    this.#dependencies.recorder.rolledBack();
    const error = storageFailed(cause);
    this.#refusal = error;
    const undone = [...group, ...this.#waiting.splice(0)];
    for (const { reject } of undone) reject(error);
    this.#dependencies.failed(cause);
  }
}
