import type { SeededRandom } from '../support/seeded-random.ts';
import { join } from '../support/wire-surgery.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateMessage } from './mutate-message.ts';

/** Makes an input of a valid one; `other` is a second valid one to splice with. */
export type Mutate = (input: Uint8Array, random: SeededRandom, other: Uint8Array) => Uint8Array;

/** What an input that was taken is written as anew; nothing where one value has several forms. */
export type Taken = Uint8Array | undefined;

/** Something that takes bytes, and what bytes to try on it. */
export interface Target {
  readonly name: string;
  /** Valid inputs, of which all others are made. */
  readonly corpus: readonly Uint8Array[];
  readonly mutate: readonly Mutate[];
  /** Codes that it may refuse an input with, beside those of rejections. */
  readonly codes?: readonly string[];
  /** Inputs of it among a thousand of a cheap one: 1000 if nothing is said. */
  readonly share?: number;
  /** Refuses the input with a ComityError, or takes it. Whatever else it throws is a flaw. */
  readonly take: (input: Uint8Array) => Taken | Promise<Taken>;
}

export const BYTES: readonly Mutate[] = [mutateBytes];
export const MESSAGE: readonly Mutate[] = [mutateBytes, mutateMessage, mutateMessage, mutateMessage];

/** Leaves the first bytes, which say what the others are about, as they are. */
export function behind(count: number, mutate: readonly Mutate[]): readonly Mutate[] {
  return mutate.map(
    (change): Mutate =>
      (input, random, other) =>
        join([input.subarray(0, count), change(input.subarray(count), random, other.subarray(count))]),
  );
}
