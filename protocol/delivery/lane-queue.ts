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
  /** What it is counted by; nothing without it. */
  readonly bytes?: number;
}

/**
 * What one turn is worth: a task, or so much of a larger one. Queues that share an event loop so have equal
 * shares of it by bytes, whoever has the larger tasks.
 */
export const BYTES_A_TURN = 16 * 1024;

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
  /** Resolves after one turn of the event loop, in which other queues have theirs. */
  readonly turn: () => Promise<void>;
}

/**
 * Guarantees, whatever the tasks wait for:
 * 1. nothing of a lane is begun while something of a higher one waits or is not done;
 * 2. within a lane, what came first is begun first, but for what waits for its own case;
 * 3. after a task its queue waits for as many turns as it was worth, but for what is of a higher lane;
 * 4. of one case one task runs at a time, in the order of arrival: what waits of a case is lifted to the lane
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
  readonly bytes: number;
  readonly begin: () => Promise<void>;
}

class ByLanes implements LaneQueue {
  readonly #options: LaneQueueOptions;
  readonly #waiting: Work[] = [];
  readonly #running: Work[] = [];
  /** How many more tasks of each lane are begun warily. */
  readonly #wary: Record<Urgency, number> = { emergency: 0, urgent: 0, routine: 0 };
  #serving = false;
  /** Begun, and not yet made up for by turns. */
  #owedBytes = 0;

  constructor(options: LaneQueueOptions) {
    this.#options = options;
  }

  run<T>({ lane, caseId, bytes = 0 }: WorkPlace, task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const begin = async (): Promise<void> => {
        await task().then(resolve, reject);
      };
      if (lane !== LOWEST_LANE && caseId !== undefined) this.#lift(caseId, lane);
      this.#waiting.push({ caseId, lane, bytes, begin });
      for (const lower of LANES.slice(LANES.indexOf(lane) + 1)) this.#wary[lower] = WARY_TASKS;
      if (!this.#serving) void this.#serve();
    });
  }

  #lift(caseId: Hex, lane: Urgency): void {
    for (const work of this.#waiting) {
      if (work.caseId === caseId) work.lane = higher(work.lane, lane);
    }
  }

  async #serve(): Promise<void> {
    this.#serving = true;
    for (let work = this.#next(); work !== undefined; work = this.#next()) {
      void this.#do(work);
      await this.#makeUpFor(work);
    }
    this.#serving = false;
  }

  async #makeUpFor({ lane, bytes }: Work): Promise<void> {
    this.#owedBytes += bytes;
    do {
      await this.#options.turn();
      this.#owedBytes = Math.max(0, this.#owedBytes - BYTES_A_TURN);
    } while (this.#owedBytes > 0 && !this.#waitsAbove(lane));
  }

  #waitsAbove(lane: Urgency): boolean {
    return this.#waiting.some((work) => work.lane !== lane && higher(work.lane, lane) === work.lane);
  }

  async #do(work: Work): Promise<void> {
    this.#waiting.splice(this.#waiting.indexOf(work), 1);
    this.#running.push(work);
    this.#wary[work.lane] = Math.max(0, this.#wary[work.lane] - 1);
    await work.begin();
    this.#running.splice(this.#running.indexOf(work), 1);
    if (!this.#serving) void this.#serve();
  }

  /** Asked for each task, with a whole window waiting: nothing is copied but what runs. */
  #next(): Work | undefined {
    const lane = LANES.find((one) => this.#running.some(isOf(one)) || this.#waiting.some(isOf(one)));
    if (lane === undefined || this.#running.filter(isOf(lane)).length >= this.#most(lane)) return undefined;
    const busy = new Set(this.#running.map(({ caseId }) => caseId));
    return this.#waiting.find(
      (work) => work.lane === lane && (work.caseId === undefined || !busy.has(work.caseId)),
    );
  }

  #most(lane: Urgency): number {
    const { atOnce, atOnceWary } = this.#options;
    return this.#wary[lane] > 0 ? atOnceWary : atOnce;
  }
}

function isOf(lane: Urgency): (work: Work) => boolean {
  return (work) => work.lane === lane;
}

function higher(a: Urgency, b: Urgency): Urgency {
  return LANES.indexOf(a) < LANES.indexOf(b) ? a : b;
}
