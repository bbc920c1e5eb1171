import type { LinkState } from '../../protocol/session/link-state.ts';
import type { Hex } from '../../protocol/value.ts';
import { UNDER_WAY_MAX } from './outbox-repository.ts';

/** Which numbers of an epoch stand for something. */
export class GivenNumbers {
  readonly #unused: number[];
  #last: number;

  /** @param given the highest number that was ever committed, and those below it that never were */
  constructor({ last, unused }: { readonly last: number; readonly unused: readonly number[] }) {
    this.#last = last;
    this.#unused = [...unused];
  }

  get last(): number {
    return this.#last;
  }

  /** Up to here all stand for something. */
  get whole(): number {
    return Math.min(this.#last, ...this.#unused.map((number) => number - 1));
  }

  /** The next number: first those that were given before a failure and never committed. */
  give(): number {
    return this.#unused.shift() ?? ++this.#last;
  }

  /** Whether it is not known what this number stood for, nor of too many below it. */
  mayRecall(number: number): boolean {
    if (number <= this.#last) return this.#unused.includes(number);
    return number - this.#last + this.#unused.length <= UNDER_WAY_MAX;
  }

  /** This number stands for something after all; those between it and the last known one are not known. */
  recall(number: number): void {
    const at = this.#unused.indexOf(number);
    if (at >= 0) this.#unused.splice(at, 1);
    for (let below = this.#last + 1; below < number; below += 1) this.#unused.push(below);
    this.#last = Math.max(this.#last, number);
  }

  state(epoch: Hex): LinkState {
    const ends = [...this.#unused, this.#last + 1];
    const ranges = ends.map((end, index) => ({ first: (ends[index - 1] ?? 0) + 1, last: end - 1 }));
    const [{ last: watermark } = { last: 0 }, ...above] = ranges;
    return { epoch, watermark, ranges: above.filter(({ first, last }) => first <= last) };
  }
}
