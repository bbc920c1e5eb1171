import type { Urgency } from '../convention/instrument.ts';
import type { Hex } from '../value.ts';

/** Lanes in the order in which they are served. An item's urgency is its lane. */
export const LANES: readonly Urgency[] = ['emergency', 'urgent', 'routine'];

/** The one that is served last. */
export const LOWEST_LANE: Urgency = 'routine';

/** Where a piece of work stands. */
export interface WorkPlace {
  readonly lane: Urgency;
  /** Work of one case is done in the order in which it came. */
  readonly caseId?: Hex;
}

/** Does work by lanes, some of it beside each other. */
export interface LaneQueue {
  /** Resolves or rejects as the task does. */
  run<T>(place: WorkPlace, task: () => Promise<T>): Promise<T>;
}

export interface LaneQueueOptions {
  /** Tasks of one lane that are begun and not done. */
  readonly atOnce: number;
  /** The same for a while after something of a higher lane came, since more of it may come. */
  readonly atOnceWary: number;
  /** Resolves after one turn of the event loop: between two tasks, others have theirs. */
  readonly turn: () => Promise<void>;
}

/**
 * Guarantees, whatever the tasks wait for:
 * 1. nothing of a lane is begun while something of a higher one waits or is not done;
 * 2. within a lane, what came first is begun first, but for what waits for its own case;
 * 3. of one case one task runs at a time, in the order of arrival: what waits of a case is lifted to the lane
 *    of what comes behind it.
 */
export function createLaneQueue(options: LaneQueueOptions): LaneQueue {
  return new ByLanes(options);
}

/** Some seconds of work. */
const WARY_TASKS = 2000;

interface Work {
  readonly caseId: Hex | undefined;
  lane: Urgency;
  readonly begin: () => Promise<void>;
}

class ByLanes implements LaneQueue {
  readonly #options: LaneQueueOptions;
  #waiting: Work[] = [];
  readonly #running = new Set<Work>();
  /** How many more tasks of each lane are begun warily. */
  readonly #wary: Record<Urgency, number> = { emergency: 0, urgent: 0, routine: 0 };
  #serving = false;

  constructor(options: LaneQueueOptions) {
    this.#options = options;
  }

  run<T>({ lane, caseId }: WorkPlace, task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const begin = async (): Promise<void> => {
        await task().then(resolve, reject);
      };
      for (const work of this.#waiting) {
        if (caseId !== undefined && work.caseId === caseId) work.lane = higher(work.lane, lane);
      }
      this.#waiting.push({ caseId, lane, begin });
      for (const lower of LANES.slice(LANES.indexOf(lane) + 1)) this.#wary[lower] = WARY_TASKS;
      if (!this.#serving) void this.#serve();
    });
  }

  async #serve(): Promise<void> {
    this.#serving = true;
    for (let work = this.#next(); work !== undefined; work = this.#next()) {
      void this.#do(work);
      await this.#options.turn();
    }
    this.#serving = false;
  }

  async #do(work: Work): Promise<void> {
    this.#waiting = this.#waiting.filter((other) => other !== work);
    this.#running.add(work);
    this.#wary[work.lane] = Math.max(0, this.#wary[work.lane] - 1);
    await work.begin();
    this.#running.delete(work);
    if (!this.#serving) void this.#serve();
  }

  #next(): Work | undefined {
    const running = [...this.#running];
    const present = new Set([...this.#waiting, ...running].map((work) => work.lane));
    const lane = LANES.find((one) => present.has(one));
    if (lane === undefined || running.filter((work) => work.lane === lane).length >= this.#most(lane)) {
      return undefined;
    }
    const busy = new Set(running.map(({ caseId }) => caseId));
    return this.#waiting.find(
      (work) => work.lane === lane && (work.caseId === undefined || !busy.has(work.caseId)),
    );
  }

  #most(lane: Urgency): number {
    const { atOnce, atOnceWary } = this.#options;
    return this.#wary[lane] > 0 ? atOnceWary : atOnce;
  }
}

function higher(a: Urgency, b: Urgency): Urgency {
  return LANES.indexOf(a) < LANES.indexOf(b) ? a : b;
}
