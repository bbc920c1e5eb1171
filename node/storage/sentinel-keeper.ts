import type { Clock } from '../clock.ts';
import { writeSentinel } from './sentinel.ts';
import type { Sentinel } from './sentinel.ts';

/** How far a database may run ahead of its sentinel, and so how much an attacker could roll back unseen. */
const SENTINEL_INTERVAL_MS = 1_000;

export interface SentinelKeeperDependencies {
  readonly path: string;
  readonly storeKey: Uint8Array;
  readonly clock: Clock;
  readonly current: () => Sentinel;
  /** The file could not be written: the disk is in trouble. */
  readonly failed: (error: unknown) => void;
}

/** Writes the sentinel after commits, at most once per interval. */
export class SentinelKeeper {
  readonly #dependencies: SentinelKeeperDependencies;
  readonly #stop = new AbortController();
  #last = Promise.resolve();
  #touched = false;
  #running: Promise<void> | undefined;

  constructor(dependencies: SentinelKeeperDependencies) {
    this.#dependencies = dependencies;
  }

  /** Something was committed. */
  touch(): void {
    this.#touched = true;
    this.#running ??= this.#follow();
  }

  /** Writes the file now, or right after a write that is under way. */
  write(): Promise<void> {
    const { path, storeKey, current } = this.#dependencies;
    const write = (): Promise<void> => writeSentinel(path, current(), storeKey);
    this.#last = this.#last.then(write, write);
    return this.#last;
  }

  /** Ends the writing after commits; the last state is for the owner to write, which a broken store must not. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Writes as long as commits go on. */
  async #follow(): Promise<void> {
    while (this.#touched && (await this.#intervalPassed())) {
      this.#touched = false;
      try {
        await this.write();
      } catch (error) {
        this.#dependencies.failed(error);
      }
    }
    this.#running = undefined;
  }

  #intervalPassed(): Promise<boolean> {
    return this.#dependencies.clock.delay(SENTINEL_INTERVAL_MS, this.#stop.signal).then(
      () => true,
      () => false,
    );
  }
}
