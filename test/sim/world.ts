import { createHash } from 'node:crypto';
import type { Clock } from '../../node/clock.ts';
import { randomFrom, type SeededRandom } from '../support/seeded-random.ts';

const START = Date.UTC(2026, 6, 1, 12);

/** How often what is ready has its turn before time goes on: a turn may have to wait for another one. */
const TURNS = 3;

interface Timer {
  readonly due: number;
  readonly order: number;
  readonly wake: () => void;
}

/** One life of a node's process: nothing that it waits for comes about once it is over. */
export interface Life {
  over: boolean;
}

/** Time and chance of a simulation. Nothing happens in it but by its timers, in the order of their times. */
export class World {
  readonly seed: number;
  #now = 0;
  #order = 0;
  readonly #timers: Timer[] = [];

  constructor(seed: number) {
    this.seed = seed;
  }

  get now(): number {
    return this.#now;
  }

  /** Draws that differ by name, and are not disturbed by what others draw. */
  random(name: string): SeededRandom {
    return randomFrom(createHash('sha256').update(`${this.seed} ${name}`).digest().readUInt32BE());
  }

  /** Calls back after so many ms. Gives what calls it off. */
  after(ms: number, wake: () => void): () => void {
    const timer = { due: this.#now + Math.max(0, ms), order: this.#order++, wake };
    let [low, high] = [0, this.#timers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(timer, this.#timers[middle])) low = middle + 1;
      else high = middle;
    }
    this.#timers.splice(low, 0, timer);
    return () => {
      const at = this.#timers.indexOf(timer);
      if (at >= 0) this.#timers.splice(at, 1);
    };
  }

  /** Lets time go on, until it has or `enough` says so after a timer. */
  async run(ms: number, enough: () => boolean = () => false): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (let next = this.#timers.at(-1); next !== undefined; next = this.#timers.at(-1)) {
      if (next.due > end || enough()) break;
      this.#timers.pop();
      this.#now = next.due;
      next.wake();
      await settle();
    }
    if (!enough()) this.#now = end;
  }

  /** The clock of a node: its wall goes wrong by `skewMs`, its time ends with its life. */
  clock(life: Life, skewMs: () => number, random: SeededRandom): Clock {
    return {
      now: () => START + Math.floor(this.#now) + skewMs(),
      monotonic: () => this.#now,
      delay: (ms, signal) =>
        new Promise((resolve, reject) => {
          const abort = (): void => {
            callOff();
            if (!life.over) reject(signal?.reason as Error);
          };
          if (signal?.aborted === true) {
            reject(signal.reason as Error);
            return;
          }
          const callOff = this.after(ms, () => {
            signal?.removeEventListener('abort', abort);
            if (!life.over) resolve();
          });
          signal?.addEventListener('abort', abort, { once: true });
        }),
      randomBytes: (length) => Uint8Array.from({ length }, () => random.below(256)),
    };
  }
}

/** Timers are kept with the next one last. */
function isBefore(timer: Timer, other: Timer | undefined): boolean {
  return other !== undefined && (timer.due - other.due || timer.order - other.order) < 0;
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
