import type { SeededRandom } from '../support/seeded-random.ts';
import type { Wire } from './wire.ts';

/** Between two States on one continent, and by way of a satellite. */
const LATENCY_MS = [2, 40, 300] as const;

/** What lies between two States: while it is down nothing passes, and nobody is told. */
export class Line {
  readonly wires = new Set<Wire>();
  readonly #random: SeededRandom;
  readonly #held: (() => void)[] = [];
  #up = true;

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  get up(): boolean {
    return this.#up;
  }

  latency(): number {
    return 1 + this.#random.below(this.#random.pick(LATENCY_MS));
  }

  /** What has come so far arrives, or waits until the line is up again. */
  pass(arrive: () => void): void {
    if (this.#up) arrive();
    else this.#held.push(arrive);
  }

  cut(): void {
    this.#up = false;
  }

  /** Connections outlive a short interruption, as those of TCP do, or have been given up meanwhile. */
  heal(survive: boolean): void {
    if (this.#up) return;
    this.#up = true;
    if (!survive) this.reset();
    for (const arrive of this.#held.splice(0)) arrive();
  }

  /** All connections break, and what was under way is lost. */
  reset(): void {
    for (const wire of [...this.wires]) wire.break(0, 1);
  }
}
