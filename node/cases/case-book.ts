import { ComityError } from '../../protocol/errors.ts';
import type { Hex } from '../../protocol/value.ts';
import { createLanes, type Lanes } from './lanes.ts';
import type { OpenCase } from './open-case.ts';

export interface CaseBookOptions {
  /** Cases held in memory; those that were used last stay. */
  readonly casesMax: number;
  /** Items of all of them together. */
  readonly itemsMax: number;
}

/** The cases that are held in memory, and the lane of each. */
export interface CaseBook {
  /** The case as it was last committed; undefined if there is none of this id. */
  read(caseId: Hex): Promise<OpenCase | undefined>;
  /**
   * Runs alone in the lane of the case. After a commit of which nobody knows, the case is read from the disk
   * again.
   */
  within<T>(caseId: Hex, task: (open: OpenCase | undefined) => Promise<T>): Promise<T>;
  /** Holds a case that has just been written for the first time. */
  hold(open: OpenCase): void;
  /** Lets go of everything: the disk may say otherwise. */
  clear(): void;
  readonly size: number;
}

export function createCaseBook(
  load: (caseId: Hex) => Promise<OpenCase | undefined>,
  options: CaseBookOptions,
): CaseBook {
  return new CaseBookInMemory(load, options);
}

class CaseBookInMemory implements CaseBook {
  readonly #load: (caseId: Hex) => Promise<OpenCase | undefined>;
  readonly #options: CaseBookOptions;
  readonly #lanes: Lanes = createLanes();
  /** In the order of use, the last one last. */
  readonly #held = new Map<Hex, OpenCase>();
  /** Items of each held case when it was last used, and of all of them together. */
  readonly #weights = new Map<Hex, number>();
  #items = 0;
  #generation = 0;

  constructor(load: (caseId: Hex) => Promise<OpenCase | undefined>, options: CaseBookOptions) {
    this.#load = load;
    this.#options = options;
  }

  get size(): number {
    return this.#held.size;
  }

  read(caseId: Hex): Promise<OpenCase | undefined> {
    const held = this.#held.get(caseId);
    if (held === undefined) return this.#lanes.run(caseId, () => this.#fetch(caseId));
    this.hold(held);
    return Promise.resolve(held);
  }

  within<T>(caseId: Hex, task: (open: OpenCase | undefined) => Promise<T>): Promise<T> {
    return this.#lanes.run(caseId, async () => {
      try {
        return await task(await this.#fetch(caseId));
      } catch (error) {
        if (isUncertain(error)) this.#drop(caseId);
        throw error;
      }
    });
  }

  hold(open: OpenCase): void {
    const { caseId, items } = open;
    this.#drop(caseId);
    this.#held.set(caseId, open);
    this.#weights.set(caseId, items.size);
    this.#items += items.size;
    this.#makeRoom();
  }

  clear(): void {
    this.#generation += 1;
    this.#held.clear();
    this.#weights.clear();
    this.#items = 0;
  }

  #drop(caseId: Hex): void {
    this.#held.delete(caseId);
    this.#items -= this.#weights.get(caseId) ?? 0;
    this.#weights.delete(caseId);
  }

  async #fetch(caseId: Hex): Promise<OpenCase | undefined> {
    const held = this.#held.get(caseId);
    if (held !== undefined) return held;
    const generation = this.#generation;
    const loaded = await this.#load(caseId);
    if (loaded !== undefined && generation === this.#generation) this.hold(loaded);
    return loaded;
  }

  /** The case that was used last stays, however long it is. */
  #makeRoom(): void {
    const { casesMax, itemsMax } = this.#options;
    for (const caseId of this.#held.keys()) {
      const crowded = this.#held.size > casesMax || this.#items > itemsMax;
      if (!crowded || this.#held.size === 1) return;
      this.#drop(caseId);
    }
  }
}

/** What was refused before the commit has changed nothing. */
function isUncertain(error: unknown): boolean {
  return !(error instanceof ComityError) || error.code === 'storage-failed';
}
